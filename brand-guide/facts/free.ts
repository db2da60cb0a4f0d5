/** Where a text says that something costs nothing; "sugar-free" and "feel free" do not. */
import { foldWord } from './fold.ts';
import { anyOf, fromAll, LETTER } from './lexicon.ts';
import { matchesOf } from '../engine/matches-of.ts';

const FREE = anyOf(fromAll((language) => language.free.words));
const SAYS_FREE = new RegExp(FREE, 'u');
const WORD = new RegExp(`(?<!${LETTER}|-)${FREE}(?!${LETTER}|-\\p{L})`, 'gu');
const NOT_BEFORE = new RegExp(
  `^[ -]{0,2}${anyOf(fromAll((language) => language.free.notAfter))}(?!${LETTER})`,
  'u',
);
const COMPOUND = new RegExp(
  `(?<!${LETTER})${anyOf(fromAll((language) => [...language.free.notBefore, ...language.free.negation]))}[ -]{0,2}$`,
  'u',
);
const OFFERS = fromAll((language) => language.multibuy);
const COUNT = `(?:\\d{1,2}|${anyOf(fromAll((language) => Object.keys(language.numerals)))})`;
const counted = (offers: readonly string[]): string => anyOf(offers).replaceAll('#', COUNT);
const isCountFirst = (offer: string): boolean => offer.startsWith('#');
/** `#` in the data stands for any small number: 買三送一, "buy 2 get 1 free". */
const MULTIBUY = new RegExp(
  [
    `(?<!${LETTER}|\\d)(?:${COUNT}${counted(OFFERS.filter(isCountFirst).map((offer) => offer.slice(1)))}`,
    `|${counted(OFFERS.filter((offer) => !isCountFirst(offer)))})`,
    `(?!\\d| ?[>%]|${LETTER})`,
  ].join(''),
  'gu',
);
const longest = (offer: string): string =>
  offer.split('#').reduce((most, part) => (part.trim().length > most.length ? part.trim() : most), '');
/** What every such offer says beside its numbers: few texts do, and trying numbers at every letter is slow. */
const SAYS_OFFER = new RegExp(anyOf(OFFERS.map(longest)), 'u');
const WORDS = OFFERS.map((offer) => foldWord(offer).split(/[# ]+/u));
/** Whether the words stand in the text one behind the other, however far apart. */
function hasInOrder(text: string, words: readonly string[]): boolean {
  let reached = 0;
  return words.every((word) => {
    const at = text.indexOf(word, reached);
    reached = at + word.length;
    return at !== -1;
  });
}
const saysOffer = (text: string): boolean =>
  SAYS_OFFER.test(text) && WORDS.some((words) => hasInOrder(text, words));

export interface Span {
  readonly start: number;
  readonly end: number;
}

const spans = (pattern: RegExp, text: string): Span[] =>
  matchesOf(text, pattern).map((match) => ({ start: match.index, end: match.index + match[0].length }));

/** "Buy one get one free" and its kin: offers whose value nobody can compare. */
export const multibuys = (text: string): Span[] => (saysOffer(text) ? spans(MULTIBUY, text) : []);

const SEATS = 'seats?|places?|spaces?|tables?|slots?|spots?|desks?|chairs?|pitches|courts?';
/** "A few free at the end of row A", "two seats free near the stage": nobody sits there yet. */
const SEATS_AHEAD = new RegExp(`(?<!${LETTER})(?:(?:a few|several|some)(?: more)?|(?:${SEATS})) $`, 'u');
const SEATS_BEHIND =
  /^ (?:at the (?:end|front|back|side|top|bar)|in (?:the|row)|on the (?:left|right|end|aisle|balcony)|near|next to|by the)(?!\p{L})/u;

/** Folded spans of "free", "δωρεάν", "бесплатно" … where they speak of money. */
export function freeWords(text: string): Span[] {
  if (!SAYS_FREE.test(text)) return [];
  const offers = multibuys(text);
  return spans(WORD, text).filter(({ start, end }) => {
    if (offers.some((offer) => start < offer.end && offer.start < end)) return false;
    const ahead = text.slice(Math.max(0, start - 24), start);
    if (COMPOUND.test(ahead)) return false;
    if (SEATS_AHEAD.test(ahead) && SEATS_BEHIND.test(text.slice(end, end + 24))) return false;
    return text.startsWith('free of charge', start) || !NOT_BEFORE.test(text.slice(end, end + 24));
  });
}
