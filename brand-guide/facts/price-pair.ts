/** Prices side by side: "from 129 now 89", "now 89, from 129" and "89, previously 129" say which one was and which one is. */
import type { Found } from './finder.ts';
import { anyOf, fromAll } from './lexicon.ts';

const between = (words: readonly string[]): RegExp =>
  new RegExp(`^[ ,،，(*_~]{0,4}(?:[—–→>-]{0,2} ?)?${anyOf(words)}[ :(*_]{0,3}$`, 'u');
const NOW = between(fromAll((language) => language.price.sale.before));
const INSTEAD = between(fromAll((language) => language.price.was.before));
const DOWN = between(fromAll((language) => language.qualifiers.from.before));
const REACH = 32;
const ARROW = /^[ )*_~]{0,3}(?:→|⇒|➡️?|➜|->|=>|»)[ (*_]{0,3}$/u;
const SENTENCE_END = /[!?。！？\n]|\.(?=\s+\p{L})/u;

const amountOf = ({ readings: [value, ...others] }: Found): number | undefined =>
  typeof value === 'object' && 'amount' in value && others.length === 0 ? Number(value.amount) : undefined;

const isDown = (gap: string, { role, qualifier }: Found): boolean =>
  DOWN.test(gap) &&
  (role === 'sale' || (role === undefined && qualifier === undefined && /^ \(?\p{L}/u.test(gap)));

/** "Now 29.90, from 45" and "29.90 from 45": what it comes down from. */
function isCameDown(text: string, one: Found, previous: Found | undefined): boolean {
  if (previous === undefined || one.role !== undefined || one.qualifier !== 'from') return false;
  const [now, was] = [amountOf(previous), amountOf(one)];
  const gap = text.slice(previous.end, one.start);
  return now !== undefined && was !== undefined && was > now && gap.length <= REACH && isDown(gap, previous);
}

/** "From 1299 to 999": what rises is a range, what falls has become cheaper. */
const TO = /^ ?(?:to|σε|до|به|menjadi|jadi|ke|至|到|降到|降至|降為) ?$/u;
function isFalling(gap: string, first: Found, second: Found): boolean {
  const [was, now] = [amountOf(first), amountOf(second)];
  const isOpen = first.role === undefined && first.qualifier === 'from' && second.role === undefined;
  return isOpen && TO.test(gap) && was !== undefined && now !== undefined && now < was;
}

function paired(text: string, first: Found, second: Found | undefined): Found {
  if (second === undefined || second.start < first.end || second.start - first.end > REACH) return first;
  const gap = text.slice(first.end, second.start);
  const isLeft = NOW.test(gap) ? first.qualifier === 'from' : ARROW.test(gap);
  if ((isLeft && first.role === undefined) || isFalling(gap, first, second))
    return { ...first, role: 'was', qualifier: undefined };
  const isNow = first.role === undefined && second.role === 'was' && INSTEAD.test(gap);
  return isNow ? { ...first, role: 'sale' } : first;
}

/** Prices that no sentence end parts, in text order. */
function sentences(text: string, prices: readonly Found[]): Found[][] {
  const groups: Found[][] = [];
  for (const price of prices) {
    const last = groups.at(-1)?.at(-1);
    const isApart = last === undefined || SENTENCE_END.test(text.slice(last.end, price.start));
    if (isApart) groups.push([price]);
    else groups.at(-1)?.push(price);
  }
  return groups;
}

/** In a sentence with a price that was, the only other amount is what it is now. */
function withSale(prices: readonly Found[]): Found[] {
  const open = prices.filter((price) => price.role === undefined && amountOf(price) !== undefined);
  const [only, ...others] = open;
  const wasOnce = prices.filter(({ role }) => role === 'was').length === 1;
  if (!wasOnce || only === undefined || others.length > 0 || prices.some(({ role }) => role === 'sale'))
    return [...prices];
  return prices.map((price) => (price === only ? { ...price, role: 'sale' } : price));
}

/** Gives prices the roles that their neighbours tell; prices in text order. */
export function withPairs(text: string, prices: readonly Found[]): Found[] {
  const down = prices.map((price, index): Found =>
    isCameDown(text, price, prices[index - 1]) ? { ...price, role: 'was', qualifier: undefined } : price,
  );
  const told = down.map((price, index) => paired(text, price, down[index + 1]));
  return sentences(text, told).flatMap(withSale);
}
