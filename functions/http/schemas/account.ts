/** Accounts: places on channels that a workspace may publish to. */
import * as z from 'zod';
import { CHANNEL_IDS } from '../../core/vocabulary.ts';
import { ACCOUNT_STATES } from '../../core/account.ts';
import { list, locale, matching, maybe, rev, slug, words, zone } from './words.ts';

const slots = list(matching(/^([01]\d|2[0-3]):[0-5]\d$/u, 'expected a time of day such as 09:00'));

export const accountBody = z
  .strictObject({
    id: slug('the id of an account').meta({ example: 'instagram-main' }),
    channel: z.enum(CHANNEL_IDS),
    name: words(200),
    mode: z.enum(['live', 'preview']),
    locales: list(locale),
    zone,
    slots,
    cap: maybe(z.int().min(1).max(1000)).meta({ description: 'Posts a calendar day at most' }),
    gap: maybe(z.int().min(1).max(10_080)).meta({ description: 'Minutes between two posts at least' }),
  })
  .meta({ id: 'NewAccount' });

export const account = z
  .object({
    id: z.string(),
    rev,
    channel: z.enum(CHANNEL_IDS),
    name: z.string(),
    mode: z.enum(['live', 'preview']),
    state: z.enum(ACCOUNT_STATES),
    locales: list(z.string()),
    zone: z.string(),
    slots: list(z.string()),
    cap: maybe(z.number()),
    gap: maybe(z.number()),
    paused: maybe(z.boolean()),
    owner: z.string(),
  })
  .meta({ id: 'Account' });
