/** Which of the campaign's facts a stretch of text says. */
import { covers } from '../../brand-guide/engine/locale.ts';
import { findMentions } from '../../brand-guide/facts/find.ts';
import { foldWord } from '../../brand-guide/facts/fold.ts';
import { languageOf } from '../../brand-guide/facts/lexicon.ts';
import { finderOf } from '../../brand-guide/facts/registry.ts';
import type { Fact, Mention, ReadingContext } from '../../brand-guide/facts/types.ts';
import { fold } from './words.ts';

export type Says = (text: string) => ReadonlySet<string>;

export function readingOf(
  facts: readonly Fact[],
  locale: string,
  window?: { from: string; to: string },
): ReadingContext {
  return {
    locale,
    codes: facts.flatMap((fact) => (fact.kind === 'code' ? [fact.value] : [])),
    names: facts.flatMap((fact) => (fact.kind === 'name' ? [fact.value] : [])),
    ...(window && { window }),
  };
}

/** The ids of the facts that a text says. */
export function sayer(facts: readonly Fact[], context: ReadingContext): Says {
  const numbersIn = numberReader(context.locale);
  return (text) => {
    const mentions = findMentions(text, context);
    const read = facts.filter((fact) => mentions.some((mention) => means(mention, fact)));
    const others = facts.filter((fact) => saysPlainly(text, fact, context.locale));
    return new Set([...read, ...others, ...quantitiesAmong(facts, numbersIn(text))].map((fact) => fact.id));
  };
}

export function means(mention: Mention, fact: Fact): boolean {
  if (mention.kind !== fact.kind) return false;
  if (fact.role !== undefined && mention.role !== undefined && fact.role !== mention.role) return false;
  return mention.readings.some((reading) => finderOf(fact.kind)?.equal(reading, fact.value));
}

/** The forms of a name or a legal line in a locale; undefined where it has forms, and none here. */
export function formsOf(fact: Fact, locale: string): readonly string[] | undefined {
  if (fact.kind !== 'name' && fact.kind !== 'legal') return undefined;
  if (fact.forms === undefined) return [fact.value];
  const tag = Object.keys(fact.forms).find((one) => covers(one, locale));
  return tag === undefined ? undefined : fact.forms[tag];
}

function saysPlainly(text: string, fact: Fact, locale: string): boolean {
  if (fact.kind === 'phone') return digitsOf(text).includes(nationalDigits(fact.value));
  if (fact.kind === 'time') return text.includes(fact.value);
  return formsOf(fact, locale)?.some((form) => fold(text).includes(fold(form))) ?? false;
}

const digitsOf = (text: string): string =>
  text.replace(/[۰-۹]/gu, (digit) => String(digit.charCodeAt(0) - 0x6f0)).replace(/\D/gu, '');
/** Without the country's prefix, which people leave out at home. */
const nationalDigits = (phone: string): string => phone.replace(/\D/gu, '').slice(-8);

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
