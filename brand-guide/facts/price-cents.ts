/** The cents behind an amount: "9 ευρώ και 99 λεπτά", "пять рублей пятьдесят копеек": one price of two parts. */
import data from './data/amount-words.json' with { type: 'json' };
import type { Found } from './finder.ts';
import { anyOf, LETTER } from './lexicon.ts';
import { NUMBER_WORDS, readWords } from './number-words.ts';
import { matchesOf } from '../engine/matches-of.ts';

const REACH = 48;
const CENTS = new RegExp(
  `^ ?(?:και |и |and |dan |و )?(?:(?<digits>\\d{1,2})|(?<words>${NUMBER_WORDS})) ?(?:λεπτα(?! (?:απο τ|με τα ποδια|περπατ|μακρι|δρομο))|копе(?:ек|ики|ика)|коп\\.?|cents?|pence|سنت)(?!\\p{L})`,
  'u',
);

const TAIL = new RegExp(`^ (?<words>${NUMBER_WORDS})(?= ?[.,;:!?)…\\n]| ?$)`, 'u');

function added(found: Found, cents: string, behind: string): Found {
  const [value] = found.readings;
  const isWhole = typeof value === 'object' && 'amount' in value && /^\d+\.00$/.test(value.amount);
  if (!isWhole || !/^\d{1,2}$/.test(cents)) return found;
  const readings = found.readings.map((one) =>
    typeof one === 'object' && 'amount' in one
      ? { ...one, amount: `${one.amount.slice(0, -2)}${cents.padStart(2, '0')}` }
      : one,
  );
  return { ...found, end: found.end + behind.length, readings };
}

/** Adds the cents that stand right behind; over folded text. */
export function withCents(text: string, found: Found): Found {
  const match = CENTS.exec(text.slice(found.end, found.end + REACH));
  const { digits, words = '' } = match?.groups ?? {};
  return match ? added(found, digits ?? String(readWords(words) ?? ''), match[0]) : found;
}

/** "Two dollars fifty": the cents without their name, where nothing goes on. */
export function withTail(text: string, found: Found): Found {
  const match = TAIL.exec(text.slice(found.end, found.end + REACH));
  const cents = readWords(match?.groups?.['words'] ?? '') ?? 0;
  return match && cents >= 10 ? added(found, String(cents), match[0]) : found;
}

/** Greek has one word for cents and for minutes: what is sold by the piece costs cents. */
const LEPTA = new RegExp(
  `(?<ahead>(?<!${LETTER})${anyOf(data.lepta.before)} )?(?<!${LETTER}|[\\p{N}.,:–—-]|και )(?<n>(?<digits>\\d{1,2})|(?<words>${NUMBER_WORDS})) λεπτα(?!${LETTER})(?<behind> ${anyOf(data.lepta.behind)}(?!${LETTER}))?`,
  'gu',
);

export const lepta = (text: string): Found[] =>
  text.includes(' λεπτα')
    ? matchesOf(text, LEPTA).flatMap((match) => {
        const { ahead, behind, digits, words = '' } = match.groups ?? {};
        const cents = Number(digits ?? readWords(words) ?? 0);
        if ((ahead === undefined && behind === undefined) || cents < 1 || cents > 99) return [];
        const start = match.index + (ahead ?? '').length;
        const end = match.index + match[0].length - (behind ?? '').length;
        const amount = `0.${String(cents).padStart(2, '0')}`;
        return [{ kind: 'price', start, end, readings: [{ amount, currency: 'EUR' }] } satisfies Found];
      })
    : [];
