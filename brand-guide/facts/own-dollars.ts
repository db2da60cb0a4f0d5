/** A bare `$` where the country has its own dollar: that one, unless the text or the campaign names American ones. */
import type { Found } from './finder.ts';
import type { FactValue } from './types.ts';

const USD = 'USD';

const currencyOf = (value: FactValue): string | undefined =>
  typeof value === 'object' && 'amount' in value ? value.currency : undefined;

const isAmerican = ({ readings }: Found): boolean =>
  readings.length > 0 && readings.every((value) => currencyOf(value) === USD);

function inOwn(found: Found): Found {
  const [own, ...others] = new Set(found.readings.map(currencyOf));
  const isDollar = own !== undefined && own !== USD && others.length === 1 && others[0] === USD;
  return isDollar
    ? { ...found, readings: found.readings.filter((value) => currencyOf(value) === own) }
    : found;
}

/** `currencies` are those of the prices that the reader knows; undefined where it cannot tell which there are. */
export function inOwnDollars(prices: readonly Found[], currencies: readonly string[] | undefined): Found[] {
  const isOpen = currencies === undefined || currencies.includes(USD) || prices.some(isAmerican);
  return isOpen ? [...prices] : prices.map(inOwn);
}
