/** Every mention of a fact's old value in a text, and what stands there with the new one where its form can say it. */
import { compareFacts } from '../../brand-guide/facts/compare.ts';
import type { MentionVerdict } from '../../brand-guide/facts/comparison.ts';
import { dayFrom, maySay } from '../../brand-guide/facts/equal-values.ts';
import { derivationOf, reducedPrice } from '../../brand-guide/facts/derived.ts';
import { findMentions } from '../../brand-guide/facts/find.ts';
import { textOf } from '../../brand-guide/facts/finder.ts';
import { foldText } from '../../brand-guide/facts/fold.ts';
import { inflectedForms } from '../../brand-guide/facts/inflected.ts';
import { occurrences } from '../../brand-guide/facts/phrase.ts';
import { restated } from '../../brand-guide/facts/restate.ts';
import type { Fact, Mention, ReadingContext } from '../../brand-guide/facts/types.ts';
import { wordingsOf } from '../../brand-guide/facts/wordings.ts';
import { readDay, weekday } from '../../brand-guide/facts/calendar.ts';
import { weekdayBeside, weekdayLike } from '../../brand-guide/facts/weekday-beside.ts';
import { WHY_KEPT, whyKept } from './why-kept.ts';
import type { Range } from '../../brand-guide/engine/types.ts';

/** One mention of the old value. */
export interface Rewritten extends Range {
  readonly field: string;
  readonly was: string;
  /** Absent where a person has to write it. */
  readonly is?: string;
  /** Why a person has to, where `is` is absent. */
  readonly why?: string;
  /** The picture whose alternative text it stands in, or whose own words they are. */
  readonly image?: string;
}

/** The facts in force at one place, with the old value and with the new one. */
export interface Correction {
  readonly id: string;
  readonly before: readonly Fact[];
  readonly after: readonly Fact[];
  readonly context: ReadingContext;
}

const factIn = (facts: readonly Fact[], id: string): Fact | undefined => facts.find((fact) => fact.id === id);

/** The fact that the mention has to say now; undefined where it is not about the corrected one. */
function rightFor(
  { mention, verdict, fact }: MentionVerdict,
  { id, before, after }: Correction,
): Fact | undefined {
  if (verdict === 'stated') return fact?.id === id ? factIn(after, id) : undefined;
  const derivation = verdict === 'derived' ? derivationOf(mention, before) : undefined;
  if (!derivation || (derivation.price.id !== id && derivation.offer.id !== id)) return undefined;
  const [price, offer] = [factIn(after, derivation.price.id), factIn(after, derivation.offer.id)];
  const value = price && offer ? reducedPrice(price, offer) : undefined;
  return price?.kind === 'price' && value !== undefined ? { ...price, value } : undefined;
}

/** The day that the text itself names: the one after the last where it says "before". */
const dayNamed = ({ day }: Mention, value: string): string => (day === undefined ? value : dayFrom(value, 1));

const BARE = /^\p{Nd}{1,2}(?:st|nd|rd|th|日|號|号)?$/u;
/** Longer than any word that joins two days. */
const JOINED = 16;

/** "4–17 May" lends its month to the 4: another month has to be written by a person. */
function isLender(date: Mention, right: Fact, all: readonly Mention[]): boolean {
  if (right.kind !== 'date' || date.kind !== 'date') return false;
  const [was, is] = [readDay(textOf(date.readings[0] ?? '')), readDay(dayNamed(date, right.value))];
  if (was?.month === is?.month) return false;
  return all.some(
    ({ kind, text, start, end }) =>
      kind === 'date' &&
      BARE.test(text) &&
      (end <= date.start ? date.start - end <= JOINED : start >= date.end && start - date.end <= JOINED),
  );
}

/** The weekday that is named beside a date has to follow it. */
function weekdayEdit(field: string, text: string, date: Mention, right: Fact): readonly Rewritten[] {
  const day = right.kind === 'date' ? readDay(dayNamed(date, right.value)) : undefined;
  const named = day && weekdayBeside(foldText(text), date);
  if (!named) return [];
  const was = text.slice(named.start, named.end);
  const number = day.year === undefined ? undefined : weekday(day.year, day.month, day.day);
  const is = number === undefined ? undefined : weekdayLike(was, number);
  if (is === was) return [];
  const found = { field, start: named.start, end: named.end, was };
  return [
    is === undefined ? { ...found, why: 'the new day has no weekday without its year' } : { ...found, is },
  ];
}

function mentionEdits(
  field: string,
  text: string,
  one: MentionVerdict,
  correction: Correction,
  all: readonly Mention[],
): readonly Rewritten[] {
  const { mention, among } = one;
  const { start, end, text: was } = mention;
  const old = factIn(correction.before, correction.id);
  const found = { field, start, end, was };
  if (old !== undefined && maySay(mention, old.kind, old.value)) return [{ ...found, why: WHY_KEPT.open }];
  if (among?.some(({ id }) => id === correction.id)) return [{ ...found, why: WHY_KEPT.several }];
  const right = rightFor(one, correction);
  if (!right) return [];
  const { locale } = correction.context;
  if (isLender(mention, right, all)) return [{ ...found, why: WHY_KEPT.range }];
  const is = restated(mention, right, locale);
  if (is === undefined) return [{ ...found, why: whyKept(mention, right, locale) }];
  return [{ ...found, is }, ...weekdayEdit(field, text, mention, right)];
}

/** Names and legal lines: their own wording is rewritten where the new value says it for this locale too. */
function wordedEdits(
  field: string,
  text: string,
  { id, before, after, context }: Correction,
): readonly Rewritten[] {
  const [was, is] = [factIn(before, id), factIn(after, id)];
  if (was?.kind !== 'name' && was?.kind !== 'legal') return [];
  const folded = foldText(text, { keepAccents: true });
  const own = was.forms === undefined ? is && textOf(is.value) : undefined;
  const found = (wordingsOf(was, context.locale) ?? []).flatMap((form) =>
    occurrences(folded, form).map(({ start, end }) => folded.range(start, end)),
  );
  const others = was.kind === 'name' ? inflectedForms(text, was.value) : [];
  const right = own === undefined ? { why: WHY_KEPT.forms } : { is: own };
  return [
    ...found.map((range) => ({ ...range, ...right })),
    ...others
      .filter((one) => found.every(({ start }) => start !== one.start))
      .map((range) => ({ ...range, why: WHY_KEPT.inflected })),
  ].map(({ start, end, ...rest }) => ({ field, start, end, was: text.slice(start, end), ...rest }));
}

/** In text order. */
export function rewritesIn(field: string, text: string, correction: Correction): readonly Rewritten[] {
  const { before, context } = correction;
  const read = findMentions(text, context);
  const parts = [{ field, text, mentions: read }];
  const { mentions } = compareFacts({ facts: before, parts, locale: context.locale });
  const said = mentions
    .filter(({ mention }) => mention.kind !== 'name')
    .flatMap((one) => mentionEdits(field, text, one, correction, read));
  return [...said, ...wordedEdits(field, text, correction)].toSorted((a, b) => a.start - b.start);
}

/** The text with what can be rewritten; from the end, so that earlier ranges stay true. */
export const applyRewrites = (text: string, edits: readonly Rewritten[]): string =>
  edits.reduceRight(
    (now, { start, end, is }) => (is === undefined ? now : now.slice(0, start) + is + now.slice(end)),
    text,
  );
