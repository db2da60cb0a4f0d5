/** Hooks, and which notices leave the app. */
import * as z from 'zod';
import { HOOK_FORMS } from '../../core/hook.ts';
import { asId, ULID, type HookId } from '../../core/ids.ts';
import { NOTICE_KINDS, URGENT_KINDS } from '../../core/notice.ts';
import { list, matching, maybe, rev, words } from './words.ts';

const kinds = list(z.enum(NOTICE_KINDS));

export const hookId = matching(ULID, 'expected the id of a hook').transform((text) => asId<HookId>(text));

export const hookBody = z
  .strictObject({
    name: words(80).meta({ description: 'Such as the name of the channel' }),
    form: z.enum(HOOK_FORMS).meta({ description: 'Whose messages the address takes' }),
    url: z
      .url({ protocol: /^https?$/u, error: 'expected https://…' })
      .max(2000)
      .meta({ description: 'The incoming webhook’s address: sealed, and never answered' }),
    kinds: kinds.default([...URGENT_KINDS]),
  })
  .meta({ id: 'NewHook' });

export const hook = z
  .object({
    id: z.string(),
    name: z.string(),
    form: z.enum(HOOK_FORMS),
    host: z.string().meta({ description: 'All that is shown of the address' }),
    kinds,
    trouble: maybe(z.string().meta({ description: 'Why the last message was not taken' })),
  })
  .meta({ id: 'Hook' });
export const hooks = z.object({ items: list(hook) }).meta({ id: 'Hooks' });

export const settingsBody = z
  .strictObject({ mail: kinds.meta({ description: 'What comes by e-mail' }) })
  .meta({ id: 'NewNoticeSettings' });
export const settings = z
  .object({
    mail: kinds,
    rev,
    mailed: z.boolean().meta({ description: 'Whether this installation sends mail of its own' }),
  })
  .meta({ id: 'NoticeSettings' });
