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

/** The price fact that the mention is the reduced price of, by a reduction that is also a fact. */
export function isDerived(mention: Mention, facts: readonly Fact[]): Fact | undefined {
  if (mention.kind !== 'price') return undefined;
  const offers = facts.flatMap((fact) =>
    fact.kind === 'percentage' && fact.value.reduction ? [Number(fact.value.percent)] : [],
  );
  return facts.find(
    (fact) =>
      fact.kind === 'price' &&
      mention.readings.some((said) => offers.some((percent) => follows(said, fact.value, percent))),
  );
}
