/** Says what a draft of the guide would change about content that waits or was published. */
import type { Guide } from '../schema/guide.ts';
import { differencesBetween } from './differences.ts';
import type { Difference, Judged } from './differences.ts';
import type { Finding, Gate, Severity } from './types.ts';

/** `at`: when it goes out or went out, ISO 8601 in UTC. */
export interface ImpactWhen {
  readonly is: 'scheduled' | 'published';
  readonly at: string;
}

export interface ImpactContent extends Judged {
  readonly id: string;
  readonly when: ImpactWhen;
}

export interface ImpactSample {
  readonly content: string;
  readonly when: ImpactWhen;
  readonly effect: Difference['effect'];
  readonly field: string;
  readonly start: number;
  readonly end: number;
  readonly evidence: string;
  readonly message: string;
  /** Under the draft; of what is mended, as it was. */
  readonly severity: Severity;
  readonly gate: Gate;
  readonly before?: { readonly severity: Severity; readonly gate: Gate } | undefined;
}

/** Findings. `newlyBlocks` counts those that block under the draft and did not: it is part of the first and the last. */
export interface ImpactCounts {
  readonly newlyFails: number;
  readonly newlyBlocks: number;
  readonly mended: number;
  readonly changes: number;
}

export interface RuleImpact extends ImpactCounts {
  readonly rule: string;
  /** The first few of each effect, one of each piece of content. */
  readonly samples: readonly ImpactSample[];
}

/** Pieces of content: how many were looked at, and how many of them each effect touches. */
export interface ImpactTotals extends ImpactCounts {
  readonly checked: number;
}

export interface Impact {
  readonly scheduled: ImpactTotals;
  readonly published: ImpactTotals;
  /** What blocks most first. */
  readonly rules: readonly RuleImpact[];
  /** Rules that only observe: what they find, never a failure and in no total. */
  readonly observed: readonly RuleImpact[];
}

const SAMPLES = 5;

type Effects = 'newlyFails' | 'newlyBlocks' | 'mended' | 'changes';
const COUNTED = { 'newly-fails': 'newlyFails', mended: 'mended', changes: 'changes' } as const;

function effectsOf(difference: Difference): Effects[] {
  const was = difference.effect === 'changes' ? difference.before.gate : 'inform';
  const blocks = difference.effect !== 'mended' && difference.finding.gate === 'block' && was !== 'block';
  return blocks ? [COUNTED[difference.effect], 'newlyBlocks'] : [COUNTED[difference.effect]];
}

function sampleOf({ id, when }: ImpactContent, difference: Difference): ImpactSample {
  const { field, start, end, evidence, message, severity, gate }: Finding = difference.finding;
  const base = { content: id, when, effect: difference.effect, field, start, end, evidence, message };
  if (difference.effect !== 'changes') return { ...base, severity, gate };
  return {
    ...base,
    severity,
    gate,
    before: { severity: difference.before.severity, gate: difference.before.gate },
  };
}

const nothing = () => ({ newlyFails: 0, newlyBlocks: 0, mended: 0, changes: 0 });

/** Counts the findings of rules, with a few of each effect. */
function rulesTally() {
  const tallies = new Map<string, { counts: Record<Effects, number>; samples: ImpactSample[] }>();
  const add = (content: ImpactContent, difference: Difference): void => {
    const { rule } = difference.finding;
    const tally = tallies.get(rule) ?? { counts: nothing(), samples: [] };
    tallies.set(rule, tally);
    for (const effect of effectsOf(difference)) tally.counts[effect] += 1;
    const alike = tally.samples.filter(({ effect }) => effect === difference.effect);
    if (alike.length < SAMPLES && alike.every((sample) => sample.content !== content.id))
      tally.samples.push(sampleOf(content, difference));
  };
  const list = (): RuleImpact[] =>
    [...tallies]
      .map(([rule, { counts, samples }]) => ({ rule, ...counts, samples }))
      .toSorted(
        (a, b) => b.newlyBlocks - a.newlyBlocks || b.newlyFails - a.newlyFails || (a.rule < b.rule ? -1 : 1),
      );
  return { add, list };
}

/** Pure. The content is linted once under each guide, in its order; so are the samples. */
export function impact(before: Guide, draft: Guide, content: readonly ImpactContent[]): Impact {
  const differences = differencesBetween(before, draft);
  const [failing, observing] = [rulesTally(), rulesTally()];
  const totals = {
    scheduled: { checked: 0, ...nothing() },
    published: { checked: 0, ...nothing() },
  };
  for (const one of content) {
    const total = totals[one.when.is];
    total.checked += 1;
    const touched = new Set<Effects>();
    for (const difference of differences(one)) {
      (difference.observed ? observing : failing).add(one, difference);
      if (!difference.observed) for (const effect of effectsOf(difference)) touched.add(effect);
    }
    for (const effect of touched) total[effect] += 1;
  }
  return { ...totals, rules: failing.list(), observed: observing.list() };
}
