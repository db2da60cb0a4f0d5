/** "Twelve pounds fifty", "tickets are 8 pounds": in Britain pounds are money where nothing is weighed. */
import { regionOf } from './currency.ts';
import data from './data/pounds.json' with { type: 'json' };
import type { Found } from './finder.ts';
import { anyOf, endingIn, languageOf, LETTER } from './lexicon.ts';
import { NUMBER_WORDS, readWords } from './number-words.ts';
import { NUMBER } from './numbers.ts';
import { asPrice, pricesOf } from './price-amount.ts';
import { withCents, withTail } from './price-cents.ts';
import { before, clause, sentenceAhead } from './window.ts';
import { matchesOf } from '../engine/matches-of.ts';

const POUNDS = new RegExp(
  `(?<!${LETTER}|[\\p{N}#@_/.,:–-])(?:(?<digits>${NUMBER})|(?<words>${NUMBER_WORDS})) pounds?(?!${LETTER}|[-'])`,
  'gu',
);
const CUED = endingIn(data.cues);
const PRICED = new RegExp(
  `(?<!${LETTER})${anyOf(data.priced)}(?!${LETTER})[^.!?;\\n\\d]{0,32}(?:[:,–—-]|(?<!${LETTER})(?:is|are|now|costs?)) ?$`,
  'u',
);
const BEHIND = new RegExp(`^ ?(?:[.,;:!?)…\\n]|$|${anyOf(data.behind)}(?!${LETTER}))`, 'u');
const WEIGHED = new RegExp(`(?<!${LETTER})${anyOf(data.weighed)}(?!${LETTER})`, 'u');
const REACH = 24;

function poundsAt(text: string, match: RegExpExecArray, locale: string): Found[] {
  const { digits, words = '' } = match.groups ?? {};
  const { index: start } = match;
  const end = start + match[0].length;
  const spelled = readWords(words);
  const readings =
    digits === undefined
      ? [asPrice(String(spelled ?? 0), 'GBP')]
      : pricesOf({ number: digits, power: 0, currencies: ['GBP'] }, locale);
  const isWeighed = WEIGHED.test(clause(text, start, end));
  if (isWeighed || (digits === undefined && spelled === undefined)) return [];
  const pounds: Found = { kind: 'price', start, end, readings };
  const whole = withTail(text, withCents(text, pounds));
  if (whole.end > end) return [whole];
  const isTold = CUED.test(before(text, start)) || PRICED.test(sentenceAhead(text, start));
  return isTold && BEHIND.test(text.slice(end, end + REACH)) ? [pounds] : [];
}

/** In text order, over folded text. */
export const pounds = (text: string, locale: string): Found[] =>
  languageOf(locale).language === 'en' && regionOf(locale) === 'GB' && text.includes(' pound')
    ? matchesOf(text, POUNDS).flatMap((match) => poundsAt(text, match, locale))
    : [];
