/** What a reader of texts may know around them: every code, name and time that the facts give, and the campaign's days. */
import { labelsOf } from './compatible.ts';
import type { Fact, FactValue, KnownName, ReadingContext } from './types.ts';
import { formsIn } from './wordings.ts';

export interface KnownAround {
  readonly locale: string;
  readonly facts: readonly Fact[];
  /** The guide's names, beside those of the facts. */
  readonly names?: readonly KnownName[];
  readonly window?: { readonly from: string; readonly to: string } | undefined;
}

const valuesOf = (fact: Fact): readonly FactValue[] => [
  fact.value,
  ...(fact.values ?? []).map(({ value }): FactValue => value),
];

const textsOf = (facts: readonly Fact[], kind: 'code' | 'name' | 'time' | 'phone'): string[] =>
  facts.filter((fact) => fact.kind === kind).flatMap((fact) => valuesOf(fact).map(String));

/** Nothing without a price: nothing then tells which dollars are meant. */
function currenciesIn(facts: readonly Fact[]): Pick<ReadingContext, 'currencies'> {
  const found = facts
    .filter((fact) => fact.kind === 'price')
    .flatMap(valuesOf)
    .flatMap((value) => (typeof value === 'object' && 'currency' in value ? [value.currency] : []));
  return found.length === 0 ? {} : { currencies: found };
}

export const readingContextOf = ({ locale, facts, names = [], window }: KnownAround): ReadingContext => ({
  locale,
  codes: textsOf(facts, 'code'),
  times: textsOf(facts, 'time'),
  phones: [...new Set(textsOf(facts, 'phone'))],
  labels: facts.flatMap((fact) => (fact.kind === 'quantity' ? labelsOf(fact, locale) : [])),
  names: [
    ...textsOf(facts, 'name'),
    ...facts.flatMap((fact) => (fact.kind === 'name' ? Object.values(fact.forms ?? {}).flat() : [])),
    ...names.flatMap(({ canonical, forms = {} }) => [canonical, ...(formsIn(forms, locale) ?? [])]),
  ],
  ...currenciesIn(facts),
  ...(window && { window }),
});
