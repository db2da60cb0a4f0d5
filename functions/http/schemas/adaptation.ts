/** Adapting a campaign, and the list of its variants. */
import * as z from 'zod';
import { CHANNEL_IDS } from '../../core/vocabulary.ts';
import { count, finding, part } from './text.ts';
import { media, note, place, variantView } from './variant.ts';
import { list, locale, maybe } from './words.ts';

export const adaptBody = z
  .strictObject({
    steps: maybe(list(z.string().min(1).max(64))),
    channels: maybe(list(z.enum(CHANNEL_IDS))),
    locales: maybe(list(locale)),
  })
  .meta({ id: 'Adapt', description: 'Only these; everything where absent' });

const item = z.object({
  place,
  variant: z.string(),
  is: z.enum(['created', 'changed', 'unchanged', 'proposed']),
  adapted: z.object({
    content: z.object({ parts: list(part), link: maybe(z.string()), media: list(media) }),
    count,
    notes: z.object({ kept: list(note), leftOut: list(note), changed: list(note) }),
    findings: list(finding),
  }),
});
export const adapted = z
  .object({ items: list(item), notAvailableYet: list(z.string()) })
  .meta({ id: 'Adapted' });

export const variantsAnswer = z.object({ items: list(variantView) }).meta({ id: 'Variants' });
