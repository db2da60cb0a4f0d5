/** Adapting a campaign, and the list of its variants. */
import * as z from 'zod';
import { CHANNEL_IDS, FACT_KINDS, FACT_STATES } from '../../core/vocabulary.ts';
import { ENTRY_STATES } from '../../core/entry.ts';
import { campaign, factValue } from './campaign.ts';
import { count, finding, part } from './text.ts';
import { media, note, place, variantView } from './variant.ts';
import { list, locale, maybe } from './words.ts';

export const adaptBody = z
  .strictObject({
    steps: maybe(list(z.string().min(1).max(64))),
    channels: maybe(list(z.enum(CHANNEL_IDS))),
    locales: maybe(list(locale)),
    format: maybe(
      z.string().min(1).max(64).meta({
        description: 'A format of the channels that have it, such as `thread`; others take their first',
      }),
    ),
    rewrite: maybe(
      z.boolean().meta({
        description:
          'Have the texts of at most 12 places written anew by the model that is set up; used only where every check is passed',
      }),
    ),
  })
  .meta({ id: 'Adapt', description: 'Only these; everything where absent' });

const item = z.object({
  place,
  variant: z.string(),
  is: z.enum(['created', 'changed', 'unchanged', 'proposed']),
  adapted: z.object({
    content: z.object({ parts: list(part), link: maybe(z.string()), media: list(media) }),
    count,
    notes: z.object({
      kept: list(note),
      leftOut: list(note),
      changed: list(note),
      problems: list(note),
    }),
    findings: list(finding),
  }),
});
export const adapted = z
  .object({ items: list(item), notAvailableYet: list(z.string()) })
  .meta({ id: 'Adapted' });

export const variantsAnswer = z.object({ items: list(variantView) }).meta({ id: 'Variants' });

const standing = {
  step: z.string(),
  channel: z.enum(CHANNEL_IDS),
  format: z.string(),
  locale: z.string(),
  account: maybe(z.string()),
};
const span = { start: z.int(), end: z.int() };

export const consistency = z
  .object({
    facts: list(
      z.object({
        id: z.string(),
        kind: z.enum(FACT_KINDS),
        value: factValue,
        variants: list(
          z.object({
            ...standing,
            state: z.enum(FACT_STATES),
            found: maybe(z.string()),
            by: maybe(z.string()),
          }),
        ),
      }),
    ),
    findings: list(
      finding.omit({ item: true }).extend({
        ...standing,
        fact: maybe(z.string().meta({ description: 'The fact that it is about' })),
        beside: maybe(z.object(standing).meta({ description: 'The variant that it was compared with' })),
      }),
    ),
    notChecked: list(z.object({ locale: z.string(), rule: z.string(), message: z.string() })).meta({
      description:
        'What nothing checks in a locale of the campaign: rules of the guide that are not made for it or lack what they need there, and facts without a label or a form',
    }),
  })
  .meta({ id: 'Consistency' });

export const correctBody = z
  .strictObject({
    value: z
      .union([z.string(), z.number(), z.record(z.string(), z.unknown())])
      .meta({ description: 'The new value, as campaign files write it' }),
  })
  .meta({ id: 'CorrectFact' });

const rewritten = list(
  z.object({
    field: z.string(),
    ...span,
    was: z.string(),
    is: maybe(z.string().meta({ description: 'Absent where a person has to write it' })),
    why: maybe(z.string().meta({ description: 'Why a person has to write it, where `is` is absent' })),
    image: maybe(z.string().meta({ description: 'The picture whose words or alternative text they are' })),
  }),
);
const correctedMessages = list(z.object({ step: z.string(), locale: z.string(), rewritten }));
const mentioned = {
  variant: z.string(),
  place,
  rewritten,
  entries: list(z.object({ entry: z.string(), state: z.enum(ENTRY_STATES), rewritten })).meta({
    description: 'Calendar entries whose pinned text says the old value',
  }),
};
export const correctionPreview = z
  .object({ messages: correctedMessages, variants: list(z.object(mentioned)) })
  .meta({ id: 'CorrectionPreview', description: 'Every mention of the old value; nothing is changed' });
export const corrected = campaign
  .extend({
    messages: correctedMessages,
    variants: list(
      z.object({
        ...mentioned,
        submitted: z.boolean().meta({ description: 'In review again, because its old text was approved' }),
        published: list(z.string()).meta({
          description: 'Public with the old value: tasks of `…/corrections` now',
        }),
      }),
    ),
  })
  .meta({ id: 'CorrectedFact' });

export const corrections = z
  .object({
    items: list(
      z.object({
        entry: z.string(),
        fact: z.string(),
        says: list(z.string()).meta({ description: 'The old value, as the post writes it' }),
        at: z.string().meta({ description: 'When the fact was corrected' }),
        state: z.enum(['open', 'under-way', 'done']),
        variant: z.string(),
        channel: z.enum(CHANNEL_IDS),
        account: z.string(),
        urls: list(z.string()),
        correcting: maybe(z.string().meta({ description: 'The entry that corrects it' })),
      }),
    ),
  })
  .meta({ id: 'CorrectionTasks' });
