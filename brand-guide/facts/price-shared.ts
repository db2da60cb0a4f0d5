/** "Was 79, now £59", "原價500現在300元": an old price that shares the currency of the new one beside it. */
import { TOMAN } from './currency.ts';
import type { Found } from './finder.ts';
import { anyOf, fromAll, LETTER } from './lexicon.ts';
import { MULTIPLIER, powerOf } from './multipliers.ts';
import { NUMBER } from './numbers.ts';
import { pricesOf } from './price-amount.ts';
import type { PriceValue } from './types.ts';

const WAS = anyOf([...fromAll((language) => language.price.was.before), 'dulu', 'dulunya']);
const NOW = anyOf(fromAll((language) => language.price.sale.before));
const FROM = anyOf([...fromAll((language) => language.qualifiers.from.before), '從', '由']);
const AMOUNT = `(?<n>${NUMBER})(?<m>${MULTIPLIER})?`;
const AHEAD = [
  new RegExp(
    `(?<!${LETTER})${WAS}[ :]{0,2}${AMOUNT} ?[,،，、;|/→—–-]{0,2} ?(?:(?:and|but|και|а|и|но|dan|و|اما) )?(?:(?:price|τιμη|цена|harga|harganya|قیمت) )?${NOW}[ :]{0,2}$`,
    'du',
  ),
  new RegExp(
    `(?<!${LETTER})${FROM} ?${AMOUNT} ?(?:to|σε|menjadi|jadi|ke|به|降到|降至|降為)(?!${LETTER}) ?$`,
    'du',
  ),
];
const BEHIND = new RegExp(
  `^[ ,،，、(|/*~]{0,3}${WAS}[ :]{0,2}${AMOUNT}(?= ?(?:[).;!?|/،。、\\n]|,(?!\\d)|$))`,
  'du',
);
const SHARED = new RegExp(MULTIPLIER, 'u');
const YEAR = /^(?:19|20)\d\d$/;
const REACH = 48;
interface Written {
  readonly number: string;
  readonly multiplier: string | undefined;
}

/** A price is seldom cut to less than a tenth; what is more is something else. */
const MOST = 10;

/** The amount, and the currencies that its sign may mean. */
function moneyOf({
  readings,
}: Found): { readonly amount: number; readonly currencies: string[] } | undefined {
  const values = readings.flatMap((one) => (typeof one === 'object' && 'amount' in one ? [one] : []));
  const [first] = values;
  const isOne =
    values.length === readings.length &&
    values.every(({ amount }) => Number(amount) === Number(first?.amount));
  return first && isOne
    ? { amount: Number(first.amount), currencies: values.map(({ currency }) => currency) }
    : undefined;
}

/** What the number is worth as the old price; with the multiplier of the new one where it has none itself. */
function oldPrices(text: string, now: Found, { number, multiplier }: Written, locale: string): PriceValue[] {
  const money = moneyOf(now);
  if (!money) return [];
  const written = text.slice(now.start, now.end);
  const currencies = /توم/u.test(written) ? [TOMAN] : money.currencies;
  const own = SHARED.exec(written)?.[0];
  for (const one of multiplier === undefined ? [undefined, own] : [multiplier]) {
    const prices = pricesOf({ number, power: powerOf(one, locale), currencies }, locale);
    const isOld = prices.every((price) => {
      const amount = price === 'free' ? 0 : Number(price.amount);
      return amount > money.amount && amount <= money.amount * MOST;
    });
    if (prices.length === currencies.length && isOld) return prices;
  }
  return [];
}

function shared(text: string, now: Found, locale: string): Found[] {
  const from = Math.max(0, now.start - REACH);
  const [first, second] = AHEAD.map((pattern) => pattern.exec(text.slice(from, now.start)));
  const ahead = first ?? second;
  const match = ahead ?? BEHIND.exec(text.slice(now.end, now.end + REACH));
  const { n, m } = match?.groups ?? {};
  const [at = 0] = match?.indices?.groups?.['n'] ?? [];
  if (n === undefined || (!ahead && YEAR.test(n))) return [];
  const start = (ahead ? from : now.end) + at;
  const readings = oldPrices(text, now, { number: n, multiplier: m }, locale);
  return readings.length === 0
    ? []
    : [{ kind: 'price', start, end: start + n.length + (m ?? '').length, readings }];
}

/** The old prices that stand beside those found, in no order; over folded text. */
export const sharedPrices = (text: string, found: readonly Found[], locale: string): Found[] =>
  found.flatMap((now) => shared(text, now, locale));
