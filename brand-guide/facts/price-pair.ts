/** Two prices side by side: "from 129 now 89" and "89 instead of 129" say which one was and which one is. */
import type { Found } from './finder.ts';
import { anyOf, fromAll } from './lexicon.ts';

const between = (words: readonly string[]): RegExp =>
  new RegExp(`^[ ,،，(*_~]{0,4}(?:[—–→>-]{0,2} ?)?${anyOf(words)}[ :(*_]{0,3}$`, 'u');
const NOW = between(fromAll((language) => language.price.sale.before));
const INSTEAD = between(fromAll((language) => language.price.was.before));
const REACH = 32;

function paired(text: string, first: Found, second: Found | undefined): Found {
  if (second === undefined || second.start < first.end || second.start - first.end > REACH) return first;
  const gap = text.slice(first.end, second.start);
  if (first.qualifier === 'from' && first.role === undefined && NOW.test(gap))
    return { ...first, role: 'was', qualifier: undefined };
  const isNow = first.role === undefined && second.role === 'was' && INSTEAD.test(gap);
  return isNow ? { ...first, role: 'sale' } : first;
}

/** Gives the first of two prices the role that the second one tells; prices in text order. */
export const withPairs = (text: string, prices: readonly Found[]): Found[] =>
  prices.map((price, index) => paired(text, price, prices[index + 1]));
