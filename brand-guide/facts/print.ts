/** Facts as a reader of the locale expects to see them. */
import { textOf } from './finder.ts';
import { finderOf } from './registry.ts';
import type { Fact } from './types.ts';

/** The fact's value in the locale's own format: `89,00 €`, `17 May`, `۲۰٪`; other kinds as they are stored. */
export const printFact = (fact: Pick<Fact, 'kind' | 'value'>, locale: string): string =>
  finderOf(fact.kind)?.print(fact.value, locale) ?? textOf(fact.value);
