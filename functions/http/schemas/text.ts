/** Texts, ranges and findings, as the linter gives them. */
import * as z from 'zod';
import { SEVERITIES } from '../../core/vocabulary.ts';
import { list, maybe } from './words.ts';

const offset = z.int().min(0).meta({ description: 'UTF-16 offset' });
const range = { start: offset, end: offset };

export const MOST_TEXT = 100_000;

export const partBody = z.strictObject({
  field: z.string().min(1).max(64).meta({ example: 'caption' }),
  text: z.string().max(MOST_TEXT, `expected at most ${MOST_TEXT} characters`),
});
export const part = z.object({ field: z.string(), text: z.string() }).meta({ id: 'Part' });

export const anchor = z.strictObject({ field: z.string().min(1).max(64), ...range }).meta({ id: 'Anchor' });

export const finding = z
  .object({
    rule: z.string(),
    severity: z.enum(SEVERITIES),
    gate: z.enum(['block', 'acknowledge', 'inform']),
    waivable: z.boolean(),
    field: z.string(),
    message: z.string(),
    ...range,
    line: z.int(),
    column: z.int(),
    evidence: z.string(),
    fingerprint: z.string(),
    fix: maybe(z.object({ ...range, text: z.string() })),
    suggestions: maybe(list(z.string())),
    item: maybe(z.string()),
    image: maybe(z.string().meta({ description: 'The picture that it is about; the range is then empty' })),
  })
  .meta({ id: 'Finding' });

export const count = z
  .object({ length: z.number(), limit: z.number().nullable(), unit: z.string(), fits: z.boolean() })
  .meta({ id: 'Count', description: "The main text in its channel's own counting" });

export const problem = z
  .object({
    path: z.string(),
    message: z.string(),
    line: maybe(z.int()),
    column: maybe(z.int()),
  })
  .meta({ id: 'Place', description: 'One place in the input and what was expected there' });
