/** Compares what a text says with the facts in force there: stated, missing, in conflict, or nothing to go by. */
import { textOf } from './finder.ts';
import { canState, hasLabel, proposeRoles, surelyMeans } from './compatible.ts';
import { isDerived } from './derived.ts';
import { foldWord } from './fold.ts';
import { firstOccurrence } from './phrase.ts';
import { finderOf } from './registry.ts';
import type { Fact, FactKind, FactState, FactValue, Mention } from './types.ts';
import { clause } from './window.ts';

export interface ReadPart {
  readonly field: string;
  readonly text: string;
  readonly mentions: readonly Mention[];
}

/** Something beside the texts that takes the reader to a url fact. */
export interface Carrier {
  /** `link field`, `link in bio`, `QR code`. */
  readonly by: string;
  readonly url: string;
}

export interface Compared {
  /** In force at the place: one value each, `required` already narrowed. */
  readonly facts: readonly Fact[];
  readonly parts: readonly ReadPart[];
  readonly locale: string;
  /** What the step's message says in this locale. */
  readonly known?: readonly Mention[];
  readonly window?: { readonly from: string; readonly to: string };
  /** The guide's standing facts. */
  readonly standing?: readonly Fact[];
  readonly carriers?: readonly Carrier[];
}

export interface Found {
  readonly field: string;
  readonly mention: Mention;
}

export interface FactComparison {
  readonly fact: Fact;
  readonly state: FactState;
  readonly found?: Found;
  /** What carries the fact, where the state is `carried`. */
  readonly by?: string;
}

export type Verdict = 'stated' | 'derived' | 'known' | 'conflict' | 'unknown' | 'unresolved';

export interface MentionVerdict extends Found {
  readonly verdict: Verdict;
  /** The fact that is stated, derived from, or contradicted. */
  readonly fact?: Fact;
}

export interface Comparison {
  readonly facts: readonly FactComparison[];
  readonly mentions: readonly MentionVerdict[];
}

export const equalValues = (kind: FactKind, a: FactValue, b: FactValue): boolean =>
  finderOf(kind)?.equal(a, b) ?? a === b;

const says = (mention: Mention, kind: FactKind, value: FactValue): boolean =>
  mention.kind === kind && mention.readings.some((reading) => equalValues(kind, reading, value));

interface Spoken extends Found {
  readonly clause: string;
}

function spoken(parts: readonly ReadPart[]): Spoken[] {
  return parts.flatMap(({ field, text, mentions }) =>
    mentions.map((mention) => ({
      field,
      mention,
      clause: foldWord(clause(text, mention.start, mention.end)),
    })),
  );
}

function isKnown(mention: Mention, { known = [], window, standing = [] }: Compared): boolean {
  const days = window ? [window.from.slice(0, 10), window.to.slice(0, 10)] : [];
  return (
    days.some((day) => says(mention, 'date', day)) ||
    standing.some((fact) => says(mention, fact.kind, fact.value)) ||
    known.some(({ kind, readings }) => readings.some((reading) => says(mention, kind, reading)))
  );
}

/** The fact that the mention states; where several could, the one whose label stands in the clause. */
function stated(
  { mention, clause: around }: Spoken,
  facts: readonly Fact[],
  locale: string,
): Fact | undefined {
  const fitting = facts.filter((fact) => says(mention, fact.kind, fact.value) && canState(fact, mention));
  return fitting.find((fact) => hasLabel(fact, around, locale)) ?? fitting[0];
}

function first(one: Spoken, facts: readonly Fact[], input: Compared): MentionVerdict {
  const { field, mention } = one;
  if (mention.readings.length === 0) return { field, mention, verdict: 'unresolved' };
  const fact = stated(one, facts, input.locale);
  if (fact) return { field, mention, verdict: 'stated', fact };
  const source = isDerived(mention, facts);
  if (source) return { field, mention, verdict: 'derived', fact: source };
  return { field, mention, verdict: isKnown(mention, input) ? 'known' : 'unknown' };
}

/** The one fact that the mention must have meant, though it says something else. */
function contradicted(
  one: Spoken,
  facts: readonly Fact[],
  told: ReadonlySet<string>,
  locale: string,
): Fact | undefined {
  if (one.mention.readings.length !== 1 || one.mention.kind === 'name') return undefined;
  const ofKind = facts.filter((fact) => fact.kind === one.mention.kind);
  const eligible = ofKind.filter(
    (fact) => surelyMeans(fact, one.mention) && !isOtherThing(fact, one.mention),
  );
  const labelled = eligible.filter((fact) => hasLabel(fact, one.clause, locale) && !told.has(fact.id));
  const [only, ...others] = labelled.length > 0 ? labelled : eligible;
  return only !== undefined && others.length === 0 && !told.has(only.id) ? only : undefined;
}

/** 70% cocoa contradicts no discount, and a free delivery no price. */
function isOtherThing(fact: Fact, { readings: [reading] }: Mention): boolean {
  if (fact.kind === 'price') return (reading === 'free') !== (fact.value === 'free');
  if (fact.kind !== 'percentage' || typeof reading !== 'object' || !('reduction' in reading)) return false;
  return reading.reduction !== fact.value.reduction || !reading.reduction;
}

const toldBy = (verdicts: readonly MentionVerdict[]): Set<string> =>
  new Set(verdicts.flatMap(({ fact, verdict }) => (fact && verdict !== 'conflict' ? [fact.id] : [])));

function judge(input: Compared, facts: readonly Fact[]): MentionVerdict[] {
  const all = spoken(input.parts);
  const verdicts = all.map((one) => first(one, facts, input));
  const told = toldBy(verdicts);
  return verdicts.map((verdict, index) => {
    const one = all[index];
    if (verdict.verdict !== 'unknown' || one === undefined) return verdict;
    const fact = contradicted(one, facts, told, input.locale);
    return fact ? { ...verdict, verdict: 'conflict' as const, fact } : verdict;
  });
}

/** The wordings of a name or legal line in the locale; undefined where it has forms, but none for it. */
export function formsOf(fact: Fact, locale: string): readonly string[] | undefined {
  if (fact.forms === undefined) return [textOf(fact.value)];
  const language = locale.split('-')[0] ?? locale;
  return fact.forms[locale] ?? fact.forms[language] ?? fact.forms['*'];
}

function wording(fact: Fact, forms: readonly string[], parts: readonly ReadPart[]): Found | undefined {
  for (const { field, text } of parts) {
    const range = firstOccurrence(text, forms);
    const said = range && text.slice(range.start, range.end);
    if (range && said !== undefined)
      return { field, mention: { ...range, kind: fact.kind, text: said, readings: [said] } };
  }
  return undefined;
}

const absent = (fact: Fact): FactComparison => ({
  fact,
  state: fact.required === undefined ? 'not-required' : 'missing',
});

function worded(fact: Fact, input: Compared): FactComparison {
  const forms = formsOf(fact, input.locale);
  if (forms === undefined) return { fact, state: 'unchecked' };
  const found = wording(fact, forms, input.parts);
  return found ? { fact, state: 'stated', found } : absent(fact);
}

function stateOf(fact: Fact, input: Compared, verdicts: readonly MentionVerdict[]): FactComparison {
  if (fact.kind === 'name' || fact.kind === 'legal') return worded(fact, input);
  if (!finderOf(fact.kind)) return { fact, state: 'unchecked' };
  const of = (wanted: Verdict): MentionVerdict | undefined =>
    verdicts.find((one) => one.fact?.id === fact.id && one.verdict === wanted);
  const said = of('stated') ?? of('derived');
  if (said) return { fact, state: 'stated', found: { field: said.field, mention: said.mention } };
  const carrier = input.carriers?.find(({ url }) => equalValues(fact.kind, url, fact.value));
  if (fact.kind === 'url' && carrier) return { fact, state: 'carried', by: carrier.by };
  const against = of('conflict');
  if (against) return { fact, state: 'conflict', found: { field: against.field, mention: against.mention } };
  const open = verdicts.find(
    ({ mention, verdict }) => verdict === 'unresolved' && mention.kind === fact.kind,
  );
  if (open && fact.required)
    return { fact, state: 'unresolved', found: { field: open.field, mention: open.mention } };
  return absent(fact);
}

/** Judges every mention, then every fact; a conflict takes the place of a missing of the same fact. */
export function compareFacts(input: Compared): Comparison {
  const facts = proposeRoles(input.facts, input.known ?? [], equalValues);
  const carried = new Set(input.carriers?.map(({ url }) => url));
  const judged = judge(input, facts).map((one) => {
    const isCarried =
      one.fact?.kind === 'url' && [...carried].some((url) => equalValues('url', url, one.fact?.value ?? ''));
    return one.verdict === 'conflict' && isCarried ? withoutFact(one) : one;
  });
  return { facts: facts.map((fact) => stateOf(fact, input, judged)), mentions: judged };
}

function withoutFact({ field, mention }: MentionVerdict): MentionVerdict {
  return { field, mention, verdict: 'unknown' };
}
