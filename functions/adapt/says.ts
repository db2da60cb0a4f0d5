/** Which of the campaign's facts a stretch of text says. */
import { foldWord } from '../../brand-guide/facts/fold.ts';
import { hasWords, languageOf } from '../../brand-guide/facts/lexicon.ts';
import { countsThe } from '../../brand-guide/facts/compatible.ts';
import { says as states } from '../../brand-guide/facts/equal-values.ts';
import type { Fact, Mention } from '../../brand-guide/facts/types.ts';
import { wordingsOf } from '../../brand-guide/facts/wordings.ts';
import type { Reader } from '../../brand-guide/facts/reader.ts';
import { fold } from './words.ts';

export type Says = (text: string) => ReadonlySet<string>;

/** The ids of the facts that a text made of the message says. */
export function sayer(facts: readonly Fact[], locale: string, read: Reader, message: string): Says {
  const counts = (mentions: readonly Mention[], fact: Fact): boolean =>
    mentions.some((one) => one.kind === 'quantity' && countsThe(fact, one, locale));
  const quantities = facts.filter((fact) => fact.kind === 'quantity' && !counts(read(message), fact));
  const numbersIn = quantities.length > 0 ? numberReader(locale) : () => [];
  const worded = facts.map((fact) => ({ fact, forms: (formsOf(fact, locale) ?? []).map(fold) }));
  return (text) => {
    const mentions = read(text);
    const mentioned = facts.filter((fact) =>
      mentions.some(
        (mention) =>
          (means(mention, fact) && countsThe(fact, mention, locale)) || mayMean(mention, fact, locale),
      ),
    );
    const folded = fold(text);
    const others = worded
      .filter(({ forms }) => forms.some((form) => folded.includes(form)))
      .map(({ fact }) => fact);
    const counted = quantitiesAmong(quantities, numbersIn(text));
    return new Set([...mentioned, ...others, ...counted].map((fact) => fact.id));
  };
}

export function means(mention: Mention, fact: Fact): boolean {
  const isTold = fact.role !== undefined && mention.role !== undefined && mention.role !== 'event';
  if (isTold && fact.role !== mention.role) return false;
  return states(mention, fact.kind, fact.value);
}

/** Where the words of the language are not known, nobody can tell that 20 % is taken off: it is kept for the fact. */
const mayMean = (mention: Mention, fact: Fact, locale: string): boolean =>
  !hasWords(locale) &&
  fact.kind === 'percentage' &&
  states(mention, fact.kind, { ...fact.value, reduction: false });

/** The forms of a name or a legal line in a locale; undefined where it has forms, and none here. */
export const formsOf = (fact: Fact, locale: string): readonly string[] | undefined =>
  fact.kind === 'name' || fact.kind === 'legal' ? wordingsOf(fact, locale) : undefined;

/** Numbers that the message counts by no label: facts of one value are told apart only by how often it is said. */
function quantitiesAmong(facts: readonly Fact[], numbers: readonly number[]): readonly Fact[] {
  const left = [...numbers];
  return facts.filter((fact) => {
    if (fact.kind !== 'quantity') return false;
    const at = left.indexOf(Number(fact.value));
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
}

/** Whole numbers in digits and in the locale's words. */
function numberReader(locale: string): (text: string) => readonly number[] {
  const words = new Map(
    Object.entries(languageOf(locale).numerals).map(([word, number]) => [foldWord(word), number]),
  );
  return (text) => {
    const tokens = foldWord(text).match(/\p{Script=Han}|[\p{L}\p{M}]+|\d+(?:[.,٫٬:/-]\d+)*/gu) ?? [];
    return tokens
      .map((token) => words.get(token) ?? Number(token))
      .filter((number) => Number.isInteger(number));
  };
}
