/** Tells what only looks like the end of a list: "our espresso, blended over ice and finished with cream". */
import data from '../data/oxford-comma.json' with { type: 'json' };
import { lower, wordsOf } from './list.ts';
import type { List } from './list.ts';

const LEADS = new Set(data.leads);
const PAIRS = new Set(data.pairs);
const QUALITIES = new Set(data.qualities);
const GREETINGS = new Set(data.greetings);
const CALLED = new Set(data.called);
const PARTICLES = new Set(data.particles);

type Words = readonly string[];

const isPast = (word: string): boolean => /\p{L}{2}(?:ed|wn)$/u.test(word);
const isLasting = (word: string): boolean => /\p{L}{2}ing$/u.test(word);
const isManner = (word: string): boolean => QUALITIES.has(word) || /\p{L}{2}ly$/u.test(word);

/** "…, with care and patience": a lead that what is before does not share. */
function isLed(first: Words, [word = '']: Words): boolean {
  return LEADS.has(word) && !first.includes(word);
}

/** "…, blended over ice and finished with cream", "…, savoring mint and cocoa". */
function tellsMore(first: Words, middle: Words, [next = '']: Words): boolean {
  if (isPast(next) && middle.some(isPast)) return !first.some(isPast);
  const [word = ''] = middle;
  return isLasting(word) && (middle.length > 1 || isLasting(next)) && !first.some(isLasting);
}

/** "…, cold and creamy", "…, rain or shine". */
function isPair(first: Words, middle: Words, conjunction: string, [next = '']: Words): boolean {
  if (middle.length !== 1) return false;
  const [word = ''] = middle;
  if (PAIRS.has(`${word} ${conjunction} ${next}`)) return true;
  return isManner(word) && isManner(next) && !isManner(first.at(-1) ?? '');
}

/** Whether the one item between commas and the last belong to what is before them, and make no list with it. */
export function isAside({ items, conjunction, last }: List): boolean {
  const [first = [], middle = [], more] = items.map((item) => wordsOf(item).map(lower));
  if (more !== undefined) return false;
  const behind = wordsOf(last).map(lower);
  if (first.length === 2 && first[0] === 'good' && GREETINGS.has(first[1] ?? '')) return true;
  return (
    isLed(first, middle) || tellsMore(first, middle, behind) || isPair(first, middle, conjunction, behind)
  );
}

/** Whether the first item may end a thought: "Roasted by Ana, …", "Wake up, …", "Grab a seat, friends …". */
export function mayBeAside({ items }: List): boolean {
  const [first = [], [word = ''] = []] = items.map((item) => wordsOf(item));
  const end = first.at(-1) ?? '';
  const isName = first.length > 1 && /^\p{Lu}/u.test(end);
  return isName || PARTICLES.has(lower(end)) || CALLED.has(lower(word));
}
