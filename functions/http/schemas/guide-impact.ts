/** What a draft of the guide would change, and what a version changed. */
import * as z from 'zod';
import { SEVERITIES } from '../../core/vocabulary.ts';
import { byName, instant, list, maybe } from './words.ts';

const severity = z.enum(SEVERITIES);
const gate = z.enum(['block', 'acknowledge', 'inform']);

const counts = z.object({
  newlyFails: z.int(),
  newlyBlocks: z.int().meta({ description: 'Of what newly fails or changes: what blocks and did not' }),
  mended: z.int(),
  changes: z.int().meta({ description: 'Stands in both, with another severity or gate' }),
});
const totals = counts
  .extend({ checked: z.int() })
  .meta({ id: 'ImpactTotals', description: 'Pieces of content, counted by what touches them' });

const sample = z
  .object({
    content: z.string().meta({ description: "The entry's id" }),
    when: z.object({ is: z.enum(['scheduled', 'published']), at: instant }),
    effect: z.enum(['newly-fails', 'mended', 'changes']),
    field: z.string(),
    start: z.int(),
    end: z.int(),
    evidence: z.string(),
    message: z.string(),
    severity,
    gate,
    before: maybe(z.object({ severity, gate })),
  })
  .meta({ id: 'ImpactSample' });

const ruleImpact = counts
  .extend({
    rule: z.string(),
    samples: list(sample).meta({ description: 'The first five of each effect, one an entry' }),
  })
  .meta({ id: 'RuleImpact', description: 'Findings of one rule' });

const overall = {
  scheduled: totals,
  published: totals,
  notLookedAt: z.int().meta({ description: 'Content beyond the most that is looked at' }),
} as const;

export const draftImpact = z
  .object({
    ...overall,
    rules: list(ruleImpact),
    observed: list(ruleImpact).meta({ description: 'Rules that only observe: in no total' }),
  })
  .meta({ id: 'GuideImpact' });

export const recordedImpact = z
  .object({ ...overall, rules: byName(counts), observed: byName(counts) })
  .meta({ id: 'RecordedImpact' });
