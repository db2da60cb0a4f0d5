/** The consistency report for people: a table of variants and facts, mismatches first, and what is wrong in words. */
import type { FactState } from '../brand-guide/facts/types.ts';
import type { VariantPlace } from '../brand-guide/engine/campaign-rule.ts';
import type { ConsistencyReport, VariantState } from '../brand-guide/engine/consistency.ts';
import { table } from './table.ts';
import type { Colors } from './terminal.ts';
import { valueText } from './value-text.ts';

/** The worst first. */
const WORST: readonly FactState[] = [
  'conflict',
  'missing',
  'unresolved',
  'unchecked',
  'not-required',
  'carried',
  'stated',
];

const badness = (state: FactState): number => WORST.indexOf(state);

const placeName = ({ step, channel, format, locale, account }: VariantPlace): string =>
  [step, channel, format, locale, account].filter((word) => word !== undefined).join(' ');

function cell({ state, found }: VariantState): string {
  if (state === 'not-required') return '–';
  return state === 'conflict' && found !== undefined ? `conflict: ${found}` : state;
}

/** Variants down, facts across; a row for each variant in the order of its worst state. */
function matrix({ facts }: ConsistencyReport): string {
  const places = [...new Set(facts.flatMap(({ variants }) => variants.map(placeName)))];
  const rows = places.map((place) => {
    const states = facts.map(({ variants }) => variants.find((one) => placeName(one) === place));
    const worst = Math.min(...states.map((one) => (one ? badness(one.state) : WORST.length)));
    return { worst, cells: [place, ...states.map((one) => (one ? cell(one) : ''))] };
  });
  const sorted = rows.toSorted((a, b) => a.worst - b.worst).map(({ cells }) => cells);
  return table([
    ['', ...facts.map(({ id }) => id)],
    ['', ...facts.map(({ value }) => valueText(value))],
    ...sorted,
  ]);
}

export function consistencyText(document: ConsistencyReport, paint: Colors): string {
  const { facts, findings } = document;
  const unchecked = document.notChecked.map(({ message }) => paint.dim(message));
  if (facts.length === 0) return ['The campaign has no facts to compare.', ...unchecked].join('\n');
  const lines = findings.map((one) => {
    const colour = { error: paint.red, warning: paint.yellow, suggestion: paint.cyan }[one.severity];
    return `${colour(one.severity)} ${placeName(one)} ${one.message} ${paint.dim(one.rule)}`;
  });
  const many = ['No findings.', '1 finding.'][findings.length] ?? `${findings.length} findings.`;
  return [matrix(document), '', ...lines, many, ...unchecked].join('\n');
}
