/** Gives a fact another value, read as campaign files write it. */
import type { Fact } from '../../brand-guide/facts/types.ts';
import type { Complain } from './complaints.ts';
import type { Problem } from './errors.ts';
import { READ_VALUE, type Written } from './fact-value.ts';

type Revalued =
  { readonly ok: true; readonly fact: Fact } | { readonly ok: false; readonly problems: readonly Problem[] };

/** Problems are placed at `value`. */
export const revalueFact = (fact: Fact, value: unknown): Revalued => {
  const problems: Problem[] = [];
  const written: Written = { value, sourceOf: () => undefined };
  const complain: Complain = (message, ...under) => {
    problems.push({ path: ['value', ...under].join('.'), message });
  };
  const next = revalued(fact, written, complain);
  return next ? { ok: true, fact: next } : { ok: false, problems };
};

const revalued = (fact: Fact, written: Written, complain: Complain): Fact | undefined => {
  switch (fact.kind) {
    case 'price': {
      const value = READ_VALUE.price(written, complain);
      return value && { ...fact, value };
    }
    case 'percentage': {
      const value = READ_VALUE.percentage(written, complain);
      return value && { ...fact, value };
    }
    default: {
      const value = READ_VALUE[fact.kind](written, complain);
      return value === undefined ? undefined : { ...fact, value };
    }
  }
};
