/** Variants: their content, their judgement, and what people do with them. */
import * as z from 'zod';
import { CHANNEL_IDS, FACT_KINDS } from '../../core/vocabulary.ts';
import { VARIANT_STATES } from '../../core/variant.ts';
import { anchor, count, finding, part, partBody } from './text.ts';
import { byName, instant, list, matching, maybe, rev, webAddress, words } from './words.ts';

export const media = z.object({
  file: z.string().min(1).max(1000),
  alt: maybe(z.string().max(4000)),
  rendition: maybe(z.string().max(64)),
});

export const contentBody = z
  .strictObject({
    parts: list(partBody).refine((parts) => parts.length > 0, 'expected at least one part'),
    link: maybe(webAddress),
    media: list(media).default([]),
  })
  .meta({ id: 'NewContent' });

const families = list(z.string());
/** A picture that can be made from the guide's tokens. */
const card = z
  .object({
    headline: z.string(),
    price: maybe(z.string()),
    offer: maybe(z.string()),
    call: maybe(z.string()),
    locale: z.string(),
    direction: z.enum(['ltr', 'rtl']),
    colors: z.object({
      background: z.string(),
      foreground: z.string(),
      primary: z.string(),
      onPrimary: z.string(),
    }),
    type: z.object({ headings: families, base: families }),
    logo: maybe(z.string()),
  })
  .meta({ id: 'Card' });
export const note = z.object({
  what: z.string(),
  why: z.string(),
  fix: maybe(z.object({ do: z.literal('make-card'), card }).meta({ description: 'What would settle it' })),
});
const content = z
  .object({
    parts: list(part),
    link: maybe(z.string()),
    media: list(media),
    number: z.int(),
    origin: z.enum(['adapted', 'typed', 'quick-fix', 'fact-correction']),
    by: z.string(),
    at: z.string(),
    guideVersion: z.int(),
    findings: list(finding),
    counts: byName(z.number()),
    kept: list(note),
    leftOut: list(note),
    changed: list(note),
    problems: list(note).meta({ description: 'What a person has to settle' }),
  })
  .meta({ id: 'Revision' });

export const place = z.object({
  campaign: z.string(),
  step: z.string(),
  channel: z.enum(CHANNEL_IDS),
  format: z.string(),
  locale: z.string(),
  account: maybe(z.string()),
  occurrence: maybe(
    z.object({ series: z.string(), wall: z.string() }).meta({
      description: 'The copy that a series made for one of its wall times',
    }),
  ),
});
const decision = { hash: z.string(), revision: z.int(), by: z.string(), at: z.string() };

const notFact = z
  .object({
    field: z.string(),
    kind: z.enum(FACT_KINDS),
    text: z.string(),
    by: z.string(),
    at: z.string(),
  })
  .meta({ id: 'NotFact' });

/** The head alone, as decisions answer it. */
export const variant = z
  .object({
    id: z.string(),
    rev,
    place,
    state: z.enum(VARIANT_STATES),
    revision: z.int(),
    inherits: z.boolean(),
    submission: maybe(z.object({ ...decision, acknowledged: list(z.string()) })),
    approval: maybe(z.object({ ...decision, guideVersion: z.int(), waivers: list(z.string()) })),
    authors: list(z.string()),
    notFacts: maybe(
      list(notFact).meta({
        description: 'Mentions that a person marked as no fact; they hold through edits',
      }),
    ),
  })
  .meta({ id: 'Variant' });

/** With what it says. */
export const variantWithContent = variant.extend({ content }).meta({ id: 'VariantWithContent' });

export const comment = z
  .object({
    by: z.string(),
    at: z.string(),
    revision: z.int(),
    text: z.string(),
    anchor: maybe(anchor),
    resolved: z.boolean(),
  })
  .meta({ id: 'Comment' });
export const waiver = z
  .object({
    fingerprint: z.string(),
    reason: z.string(),
    by: z.string(),
    at: z.string(),
    until: z.string(),
    scope: z.enum(['variant', 'campaign', 'workspace']),
  })
  .meta({ id: 'Waiver' });

/** With what it says and what is thought of it. */
export const variantView = variantWithContent
  .extend({
    count: count.nullable(),
    hash: z.string().meta({ description: 'What an approval of this content binds to' }),
    approved: z.boolean().meta({ description: 'Whether the approval covers what the variant says now' }),
    findings: list(finding),
    blocking: z.int().meta({ description: 'Unwaived findings that refuse a submission' }),
    waivers: list(waiver),
    comments: list(comment),
  })
  .meta({ id: 'VariantView' });

const fingerprints = list(z.string().min(1).max(500));
export const fixBody = z
  .strictObject({
    fingerprints: maybe(fingerprints.meta({ description: 'Which to fix; all that have a fix when absent' })),
  })
  .meta({ id: 'Fix' });
export const submitBody = z
  .strictObject({ acknowledge: maybe(fingerprints) })
  .meta({ id: 'Submit', description: 'Fingerprints of the findings that the submitter ticks' });
export const commentBody = z
  .strictObject({ text: words(10_000), anchor: maybe(anchor) })
  .meta({ id: 'NewComment' });
const hash = matching(/^[0-9a-f]{64}$/u, 'expected the hash of the variant as it was read').meta({
  description: 'The `hash` of the variant as it was read',
});
export const markBody = anchor
  .extend({ is: z.enum(['not-fact', 'fact']).meta({ description: '`fact` takes an earlier mark back' }) })
  .meta({ id: 'MarkMention', description: 'The range of the mention' });
export const approveBody = z.strictObject({ hash }).meta({ id: 'Approve' });
export const changesBody = z.strictObject({ hash, text: words(10_000) }).meta({ id: 'RequestChanges' });
export const waiverBody = z
  .strictObject({
    fingerprint: z.string().min(1).max(500),
    reason: words(2000),
    until: instant,
    scope: z.enum(['variant', 'campaign', 'workspace']),
  })
  .meta({ id: 'NewWaiver' });
