/** The calendar: entries, what is asked of them, and the preview feed that they end in. */
import * as z from 'zod';
import { asId, type AccountId } from '../../core/ids.ts';
import { ENTRY_STATES } from '../../core/entry.ts';
import { CHANNEL_IDS } from '../../core/vocabulary.ts';
import { corrected, correction, feedCorrected, feedCorrection } from './correction.ts';
import { part } from './text.ts';
import { list, maybe, rev, slug, variantId, wallTime, webAddress, words, zone } from './words.ts';

const disambiguation = z.enum(['earlier', 'later']).meta({
  description: 'Which of two, where a clock change repeats the wall time',
});
const accountId = slug('the id of an account').transform((text) => asId<AccountId>(text));

const scheduled = { variant: variantId, account: accountId, whenApproved: maybe(z.boolean()) };
export const scheduleBody = z
  .union([
    z.strictObject({
      ...scheduled,
      wall: wallTime,
      zone: maybe(zone),
      disambiguation: maybe(disambiguation),
    }),
    z.strictObject({
      ...scheduled,
      slot: z.literal('next').meta({ description: 'The next free slot of the account' }),
    }),
  ])
  .meta({ id: 'Schedule', description: 'At a wall time, or in the next free slot of the account' });
export const nextSlotQuery = z.object({
  variant: maybe(variantId.meta({ description: 'Minds its embargoes and the end of its offer' })),
});
export const moveBody = z
  .strictObject({ wall: wallTime, zone: maybe(zone), disambiguation: maybe(disambiguation) })
  .meta({ id: 'Move' });
export const settleBody = z
  .strictObject({
    as: z.enum(['published', 'not-published']),
    url: maybe(webAddress),
    part: maybe(
      words(40).meta({
        description:
          'The part that was looked at, such as `thread[0]`; refused unless it is the unconfirmed one',
      }),
    ),
  })
  .meta({ id: 'Settle' });
export const confirmBody = z.strictObject({ url: maybe(webAddress) }).meta({ id: 'ConfirmHandOff' });

const day = z.iso.date().meta({ description: 'UTC day, included', example: '2027-05-01' });
export const calendarQuery = z.object({ from: day, to: day });

const counts = z
  .object({
    sent: z.int(),
    rejected: z.int(),
    suppressed: z.int(),
    unconfirmed: z.int(),
    waiting: maybe(z.int()),
  })
  .meta({ description: 'Addressees, where it went to people; those who wait are tried again' });
const outcome = z.object({
  is: z.enum(['published', 'rejected', 'retry', 'unconfirmed', 'handed-off', 'sent', 'goes-on']),
  externalId: maybe(z.string()),
  url: maybe(z.string()),
  reason: maybe(z.string()),
  after: maybe(z.string()),
  counts: maybe(counts),
});

const partDelivery = z
  .object({
    part: z.string().meta({ description: '`text`, `thread[0]`, `firstComment`' }),
    outcome: maybe(
      z.object({
        is: z.enum(['published', 'rejected', 'unconfirmed']),
        externalId: maybe(z.string()),
        url: maybe(z.string()),
        reason: maybe(z.string()),
      }),
    ),
  })
  .meta({ id: 'PartDelivery', description: 'A part of a post that goes out by a call of its own' });

export const slot = z
  .object({
    wall: z.string(),
    zone: z.string(),
    disambiguation: maybe(disambiguation),
    instant: z.string(),
  })
  .meta({ id: 'Slot' });

export const entry = z
  .object({
    id: z.string(),
    rev,
    campaign: z.string(),
    variant: z.string(),
    account: z.string(),
    channel: z.enum(CHANNEL_IDS),
    locale: z.string(),
    revision: z
      .int()
      .meta({ description: 'The pinned revision: what is sent, whatever the variant becomes' }),
    hash: z.string(),
    slot,
    zoneData: maybe(
      z.string().meta({
        description: 'The release of the IANA data that gave the slot its instant',
      }),
    ),
    state: z.enum(ENTRY_STATES),
    whenApproved: z.boolean(),
    graceMinutes: z.number(),
    wakeAt: maybe(z.string()),
    attempt: maybe(
      z.object({
        number: z.int(),
        claimedAt: z.string(),
        leaseUntil: z.string(),
        intentAt: maybe(z.string()),
        checkpoint: maybe(z.string()),
        part: maybe(z.string()),
      }),
    ),
    attempts: z.int(),
    hold: maybe(z.object({ reason: z.string(), says: z.string() })),
    outcome: maybe(outcome),
    parts: maybe(
      list(partDelivery).meta({
        description: 'Of a thread or a post with a first comment; published is only what is live as a whole',
      }),
    ),
    reached: maybe(
      z.object({ counts, all: maybe(z.literal(true)) }).meta({
        description: 'Of a send to people: whom it came to so far, and whether everybody was asked',
      }),
    ),
    rejectedAgain: maybe(z.int()),
    publishedAt: maybe(z.string()),
    correction: maybe(correction),
    correcting: maybe(z.string().meta({ description: 'The entry that is to correct this one' })),
    corrected: maybe(corrected),
    owner: z.string(),
    words: z.string(),
  })
  .meta({ id: 'Entry' });

/** Without the revision: it may be another by now. */
const entryAsWas = entry.omit({ rev: true }).meta({ id: 'EntryAsWas' });
export const resolvedSlots = z
  .object({
    version: z.string().meta({ description: 'The release of the IANA data', example: '2026f' }),
    looked: z.int(),
    moved: list(entryAsWas),
    held: list(entryAsWas),
  })
  .meta({ id: 'ResolvedSlots' });

export const calendar = z.object({ items: list(entry) }).meta({ id: 'Calendar' });

const previewPost = z
  .object({
    id: z.string(),
    entry: z.string(),
    workspace: z.string(),
    account: z.string(),
    channel: z.enum(CHANNEL_IDS),
    at: z.string(),
    correction: maybe(feedCorrection.meta({ description: 'No post of its own, but of the one named' })),
    corrected: maybe(feedCorrected.meta({ description: 'What became of it since' })),
    payload: z.object({
      channel: z.enum(CHANNEL_IDS),
      format: z.string(),
      locale: z.string(),
      parts: list(part),
      link: maybe(z.string()),
      media: list(z.object({ file: z.string(), alt: maybe(z.string()), rendition: maybe(z.string()) })),
    }),
  })
  .meta({ id: 'PreviewPost' });
export const feed = z.object({ items: list(previewPost) }).meta({ id: 'PreviewFeed' });
export const feedQuery = z.object({
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(200)
    .default(50)
    .meta({ type: 'integer', minimum: 1, maximum: 200, default: 50 }),
});
