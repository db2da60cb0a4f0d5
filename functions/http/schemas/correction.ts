/** Corrections of what is published: what is asked, and how an entry shows them. */
import * as z from 'zod';
import { list, maybe, words } from './words.ts';

const kind = z.enum(['amend', 'retract']);
const reason = words(1000).meta({ description: 'Kept with the correction and in the audit trail' });

export const amendBody = z.strictObject({ reason: maybe(reason) }).meta({ id: 'Amend' });
export const retractBody = z.strictObject({ reason }).meta({ id: 'Retract' });

export const correction = z
  .object({
    corrects: z.string().meta({ description: 'The entry whose post it changes or takes back' }),
    is: kind,
    reason: maybe(z.string()),
    live: list(
      z.object({ part: maybe(z.string()), externalId: maybe(z.string()), url: maybe(z.string()) }),
    ).meta({ description: 'What of the post is live, in the order in which it is corrected' }),
    beyondText: maybe(z.literal(true).meta({ description: 'Pictures or the link change too' })),
  })
  .meta({ id: 'Correction', description: 'Of an entry that corrects another; `published` is done' });

export const corrected = z
  .object({
    by: z.string().meta({ description: 'The entry that did it' }),
    is: kind,
    at: z.string(),
    revision: maybe(z.int().meta({ description: 'What is live since, where it was amended' })),
    externalId: maybe(
      z
        .string()
        .meta({ description: 'By which id the channel knows it since, where amending gave it another' }),
    ),
  })
  .meta({ id: 'Corrected' });

export const feedCorrection = z.object({ is: kind, post: z.string() }).meta({ id: 'FeedCorrection' });
export const feedCorrected = z.object({ is: kind, at: z.string() }).meta({ id: 'FeedCorrected' });
