/** Writes the impact of a guide's draft for a terminal. */
import type {
  Impact,
  ImpactCounts,
  ImpactSample,
  ImpactTotals,
  RuleImpact,
} from '../brand-guide/engine/impact.ts';
import type { Colors } from './terminal.ts';

const COUNTS: readonly (readonly [keyof ImpactCounts, string])[] = [
  ['newlyFails', 'newly fail'],
  ['newlyBlocks', 'newly block'],
  ['mended', 'mended'],
  ['changes', 'change'],
];

function counted(counts: ImpactCounts): string {
  const told = COUNTS.filter(([name]) => counts[name] > 0).map(([name, says]) => `${counts[name]} ${says}`);
  return told.length > 0 ? told.join(', ') : 'nothing changes';
}

function totalLine(name: string, total: ImpactTotals): string {
  return `${name}: ${total.checked} checked; ${counted(total)}`;
}

function sampleLine(sample: ImpactSample, { dim }: Colors): string {
  const { when, effect, severity, before, message, content } = sample;
  const was = before ? ` (was ${before.severity}, ${before.gate})` : '';
  return `    ${effect}  ${when.is} ${when.at}  ${severity}  ${message}${was}  ${dim(content)}`;
}

function ruleLines(rule: RuleImpact, paint: Colors): string[] {
  return [
    '',
    `  ${paint.bold(rule.rule)}: ${counted(rule)}`,
    ...rule.samples.map((sample) => sampleLine(sample, paint)),
  ];
}

/** Totals first, then each rule with its samples, then what only observes. */
export function impactLines(found: Impact & { readonly notLookedAt: number }, paint: Colors): string[] {
  const { scheduled, published, rules, observed, notLookedAt } = found;
  return [
    totalLine('Scheduled', scheduled),
    totalLine('Published in the last 90 days', published),
    ...(notLookedAt > 0 ? [`${notLookedAt} more were not looked at.`] : []),
    ...rules.flatMap((rule) => ruleLines(rule, paint)),
    ...(observed.length > 0 ? ['', 'Observed only, never a failure:'] : []),
    ...observed.flatMap((rule) => ruleLines(rule, paint)),
  ];
}
