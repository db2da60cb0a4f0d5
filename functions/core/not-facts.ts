/** Marks on mentions: a person's word that one is none of the campaign's facts, or is one after all. */
import { foldWord } from '../../brand-guide/facts/fold.ts';
import type { NotFact } from '../../brand-guide/facts/comparison.ts';
import type { MarkedNotFact, Variant } from './variant.ts';

const isSame = (a: NotFact, b: NotFact): boolean =>
  a.field === b.field && a.kind === b.kind && foldWord(a.text.trim()) === foldWord(b.text.trim());

/** The newest word on the same evidence stands. Marks are no edit: the variant's edition stays. */
export const withMark = (variant: Variant, mark: MarkedNotFact): Variant => ({
  ...variant,
  notFacts: [...(variant.notFacts ?? []).filter((one) => !isSame(one, mark)), mark],
});

/** Undefined where nothing was marked. */
export const withoutMark = (variant: Variant, mark: NotFact): Variant | undefined => {
  const notFacts = (variant.notFacts ?? []).filter((one) => !isSame(one, mark));
  return notFacts.length === (variant.notFacts ?? []).length ? undefined : { ...variant, notFacts };
};
