/** Which of the campaign's facts a stretch of text says. */
import { covers } from '../../brand-guide/engine/locale.ts';
import { foldWord } from '../../brand-guide/facts/fold.ts';
import { languageOf } from '../../brand-guide/facts/lexicon.ts';
import { finderOf } from '../../brand-guide/facts/registry.ts';
import type { Fact, Mention } from '../../brand-guide/facts/types.ts';
import type { Reader } from '../../brand-guide/facts/reader.ts';
import { fold } from './words.ts';

export type Says = (text: string) => ReadonlySet<string>;

/** The ids of the facts that a text says. */
export function sayer(facts: readonly Fact[], locale: string, read: Reader): Says {
  const quantities = facts.filter((fact) => fact.kind === 'quantity');
  const numbersIn = quantities.length > 0 ? numberReader(locale) : () => [];
  const plainly = facts.flatMap((fact) => plainSayer(fact, locale) ?? []);
  return (text) => {
    const mentions = read(text);
    const mentioned = facts.filter((fact) => mentions.some((mention) => means(mention, fact)));
    const folded = fold(text);
    const others = plainly.filter(({ says }) => says(folded)).map(({ fact }) => fact);
    const counted = quantitiesAmong(quantities, numbersIn(text));
    return new Set([...mentioned, ...others, ...counted].map((fact) => fact.id));
  };
}

export function means(mention: Mention, fact: Fact): boolean {
  if (mention.kind !== fact.kind) return false;
  const isTold = fact.role !== undefined && mention.role !== undefined && mention.role !== 'event';
  if (isTold && fact.role !== mention.role) return false;
  return mention.readings.some((reading) => finderOf(fact.kind)?.equal(reading, fact.value));
}

/** The forms of a name or a legal line in a locale; undefined where it has forms, and none here. */
export function formsOf(fact: Fact, locale: string): readonly string[] | undefined {
  if (fact.kind !== 'name' && fact.kind !== 'legal') return undefined;
  if (fact.forms === undefined) return [fact.value];
  const tag = Object.keys(fact.forms).find((one) => covers(one, locale));
  return tag === undefined ? undefined : fact.forms[tag];
}

/** How a fact without a finder is seen in a folded text. */
function plainSayer(
  fact: Fact,
  locale: string,
): { readonly fact: Fact; readonly says: (folded: string) => boolean } | undefined {
  if (fact.kind === 'time') return { fact, says: (folded) => folded.includes(fact.value) };
  if (fact.kind === 'phone') {
    const digits = nationalDigits(fact.value);
    return { fact, says: (folded) => digitsOf(folded).includes(digits) };
  }
  const forms = formsOf(fact, locale)?.map(fold) ?? [];
  return forms.length === 0
    ? undefined
    : { fact, says: (folded) => forms.some((form) => folded.includes(form)) };
}

const digitsOf = (text: string): string =>
  (text.match(/[\d۰-۹]/gu) ?? [])
    .map((digit) => (digit > '9' ? String(digit.charCodeAt(0) - 0x6f0) : digit))
    .join('');
/** Without the country's prefix, which people leave out at home. */
const nationalDigits = (phone: string): string => digitsOf(phone).slice(-8);

/** Numbers have no finder: facts of one value are told apart only by how often it is said. */
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
