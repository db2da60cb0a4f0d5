/** Notices as they are shown. */
import * as z from 'zod';
import { NOTICE_KINDS } from '../../core/notice.ts';
import { ULID } from '../../core/ids.ts';
import { list, matching, maybe, pageOf } from './words.ts';

const notice = z
  .object({
    id: z.string(),
    kind: z.enum(NOTICE_KINDS),
    to: z.string(),
    says: z.string().meta({ description: 'What, why, and what to do' }),
    entry: maybe(z.string()),
    account: maybe(z.string()),
    at: z.string(),
    read: maybe(z.literal(true)),
    untold: maybe(list(z.string()).meta({ description: 'Why it was not told outside the app' })),
  })
  .meta({ id: 'Notice' });
export const notices = pageOf(notice).meta({ id: 'Notices' });

export const readBody = z
  .strictObject({ upTo: matching(ULID, 'expected the id of a notice') })
  .meta({ id: 'ReadNotices' });
export const readCount = z.object({ read: z.int().min(0) }).meta({ id: 'ReadCount' });
