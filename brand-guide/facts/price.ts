/** Prices: amount and currency in any of the ways people write them, and "free". */
import type { Claims } from './claims.ts';
import { priceRoleOf, qualifierOf } from './cues.ts';
import { candidates } from './currency.ts';
import moneyBack from './data/money-back.json' with { type: 'json' };
import { claim } from './finder.ts';
import type { FactFinder, Found } from './finder.ts';
import type { FoldedText } from './fold.ts';
import { freeWords } from './free.ts';
import { hanAmounts } from './han-amount.ts';
import { endingIn, startingWith } from './lexicon.ts';
import { powerOf } from './multipliers.ts';
import { inOwnDollars } from './own-dollars.ts';
import { trim } from './numbers.ts';
import { amounts, asPrice, pricesOf } from './price-amount.ts';
import { lepta } from './price-cents.ts';
import { pounds } from './pounds.ts';
import { withPairs } from './price-pair.ts';
import { pricesInWords } from './price-words.ts';
import { sharedPrices } from './price-shared.ts';
import { printPrice } from './print-number.ts';
import { rupiahShorthand } from './rupiah-shorthand.ts';
import type { FactValue, Mention, PriceValue, ReadingContext } from './types.ts';
import { after, before } from './window.ts';

/** "2 for $10", 2件100元: the price of several, which is nobody's price of one; "iPhone 15 for $799" is. */
const OF_SEVERAL =
  /(?:(?:^|[^\p{L}\d.,_ -] ?|(?:^|[^\p{L}])(?:buy|any|get|pick|mix|grab|choose|take|купи|купите|любые|beli|ambil) )(?:\d{1,2}|two|three|four)(?:[ -]?for|(?: шт\.?)? за)|(?<![\d第])(?:\d{1,2}|[兩二三四五六])[件組盒入瓶包雙])[ -]?(?:只要 ?|特價 ?)?$/u;

/** What comes back is nobody's price. */
const BACK_BEFORE = endingIn(moneyBack.before);
const BACK_AFTER = startingWith(moneyBack.after);

function withCues(text: string, found: Found): Found {
  const ahead = before(text, found.start);
  if (OF_SEVERAL.test(ahead)) return { ...found, readings: [], unresolved: 'a price for several' };
  // What is free has no other price beside it: free delivery is as free as a free cup.
  if (found.readings.includes('free')) return found;
  const behind = after(text, found.end);
  if (BACK_BEFORE.test(ahead) || BACK_AFTER.test(behind))
    return { ...found, readings: [], unresolved: 'money that comes back' };
  const role = priceRoleOf(ahead, behind);
  const qualifier = found.qualifier ?? qualifierOf(ahead, behind);
  // "Marked down from $120" tells the old price, "orders from €50" a threshold: neither is where prices begin.
  const isTold = role === 'threshold' || (role === 'was' && qualifier === 'from');
  return { ...found, role, qualifier: isTold ? undefined : qualifier };
}

/** In text order; "یک میلیون و ۲۰۰ هزار تومان" is no 200 thousand as well. */
function firstOfEach(found: readonly Found[]): Found[] {
  let end = 0;
  return found
    .filter(({ readings }) => readings.length > 0)
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
    .filter((one) => {
      const isFirst = one.start >= end;
      end = Math.max(end, one.end);
      return isFirst;
    });
}

function findPrices(text: FoldedText, { locale, currencies }: ReadingContext, claims: Claims): Mention[] {
  const frees = freeWords(text.text).map((span): Found => ({ kind: 'price', ...span, readings: ['free'] }));
  const inHan = (text.hasNumbers ? hanAmounts(text.text) : []).map(({ start, end, amount, sign }): Found => {
    const values = candidates(sign, locale).map((currency) => asPrice(amount, currency));
    return { kind: 'price', start, end, readings: values };
  });
  const inShort = rupiahShorthand(text.text, locale).map(({ start, end, number, multiplier }): Found => {
    const written = { number, power: powerOf(multiplier, locale), currencies: ['IDR'] };
    return { kind: 'price', start, end, readings: pricesOf(written, locale) };
  });
  const written = firstOfEach([
    ...pricesInWords(text.text, locale),
    ...lepta(text.text),
    ...pounds(text.text, locale),
    ...amounts(text, locale, claims),
    ...inHan,
    ...inShort,
  ]);
  const all = firstOfEach([...written, ...sharedPrices(text.text, written, locale)]);
  const prices = inOwnDollars(all, currencies).map((found) => withCues(text.text, found));
  return [...withPairs(text.text, prices), ...frees.map((found) => withCues(text.text, found))].flatMap(
    (found) => claim(text, claims, found),
  );
}

function isAmount(value: FactValue): value is Exclude<PriceValue, 'free'> {
  return typeof value === 'object' && 'amount' in value;
}

export const price: FactFinder = {
  kind: 'price',
  find: findPrices,
  equal: (a, b) =>
    isAmount(a) && isAmount(b)
      ? a.currency === b.currency && trim(a.amount) === trim(b.amount)
      : a === 'free' && b === 'free',
  print: (value, locale) =>
    value === 'free' || isAmount(value) ? printPrice(value, locale) : JSON.stringify(value),
};
