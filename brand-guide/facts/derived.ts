/** Prices that follow from others: $3.96 is $4.95 less 20%. */
import { minorDigits } from './currency.ts';
import type { Fact, FactValue, Mention, PriceValue } from './types.ts';

const isAmount = (value: FactValue): value is Exclude<PriceValue, 'free'> =>
  typeof value === 'object' && 'amount' in value;

/** Within one minor unit, since shops round either way. */
function follows(said: FactValue, price: FactValue, percent: number): boolean {
  if (!isAmount(said) || !isAmount(price) || said.currency !== price.currency) return false;
  const unit = 10 ** -minorDigits(price.currency);
  const exact = Number(price.amount) * (1 - percent / 100);
  return Math.abs(Number(said.amount) - exact) < unit * 0.999;
}

export interface Derivation {
  readonly price: Fact;
  readonly offer: Fact;
}

/** The price and the reduction that the mention follows from, both of them facts. */
export function derivationOf(mention: Mention, facts: readonly Fact[]): Derivation | undefined {
  if (mention.kind !== 'price') return undefined;
  for (const offer of facts) {
    if (offer.kind !== 'percentage' || !offer.value.reduction) continue;
    const percent = Number(offer.value.percent);
    const price = facts.find(
      (fact) => fact.kind === 'price' && mention.readings.some((said) => follows(said, fact.value, percent)),
    );
    if (price) return { price, offer };
  }
  return undefined;
}

/** The reduced price, to the currency's minor digits; undefined for what is no amount. */
export function reducedPrice(price: Fact, offer: Fact): PriceValue | undefined {
  if (price.kind !== 'price' || offer.kind !== 'percentage' || !isAmount(price.value)) return undefined;
  const { amount, currency } = price.value;
  const exact = Number(amount) * (1 - Number(offer.value.percent) / 100);
  return { amount: exact.toFixed(minorDigits(currency)), currency };
}
