/** Facts as a message tells them, for a person to confirm: kind, value, role, qualifier, label and where each stands. */
import type { Range } from '../engine/types.ts';
import { countedNouns } from './counted-nouns.ts';
import { equalValues, meantBy } from './equal-values.ts';
import { findMentions } from './find.ts';
import { nounBefore } from './price-labels.ts';
import type { FactKind, FactValue, FactValues, Mention, Qualifier, ReadingContext, Role } from './types.ts';

interface ProposalOf<K extends FactKind> extends Range {
  readonly kind: K;
  readonly value: FactValues[K];
  /** As typed. */
  readonly text: string;
  readonly role?: Role;
  readonly qualifier?: Qualifier;
  /** The noun that says which one, in the words of the message. */
  readonly label?: string;
}
export type ProposedFact = { [K in FactKind]: ProposalOf<K> }[FactKind];

/** The one value that every reading gives; undefined where the text is ambiguous or unresolved. */
export function onlyValue(mention: Mention): FactValue | undefined {
  const { kind, day } = mention;
  const [first, ...others] = meantBy(mention);
  const isOne =
    day !== 'open' && first !== undefined && others.every((other) => equalValues(kind, first, other));
  return isOne ? first : undefined;
}

function proposal(mention: Mention): ProposedFact[] {
  const value = onlyValue(mention);
  const { kind, start, end, text, role, qualifier, label } = mention;
  const around = {
    start,
    end,
    text,
    ...(role && { role }),
    ...(qualifier && { qualifier }),
    ...(label !== undefined && { label }),
  };
  if (value === undefined) return [];
  if (typeof value !== 'object' && kind !== 'price' && kind !== 'percentage')
    return [{ kind, value, ...around }];
  if (kind === 'price' && (value === 'free' || (typeof value === 'object' && 'amount' in value)))
    return [{ kind, value, ...around }];
  return kind === 'percentage' && typeof value === 'object' && 'percent' in value
    ? [{ kind, value, ...around }]
    : [];
}

const isSame = (a: ProposedFact, b: ProposedFact): boolean =>
  a.kind === b.kind && a.role === b.role && a.label === b.label && equalValues(a.kind, a.value, b.value);

/** Prices of one role are told apart by the nouns before them. */
function withLabels(text: string, proposals: readonly ProposedFact[]): ProposedFact[] {
  const isSibling = (one: ProposedFact, other: ProposedFact): boolean =>
    other.kind === 'price' && other.role === one.role && !equalValues('price', one.value, other.value);
  return proposals.map((one) => {
    if (one.kind !== 'price' || !proposals.some((other) => isSibling(one, other))) return one;
    const label = nounBefore(text, one.start);
    return label === undefined ? one : { ...one, label };
  });
}

/**
 * In text order, each fact once, at its first mention. Ranges are UTF-16, half-open, over the text as typed.
 * What is ambiguous or unresolved is not proposed. Pure; never throws, whatever the text.
 */
export function proposeFacts(text: string, context: ReadingContext): ProposedFact[] {
  const labels = [...(context.labels ?? []), ...countedNouns(text, context.locale)];
  // One of anything is seldom a fact: "one way", "a trip".
  const all = withLabels(text, findMentions(text, { ...context, labels }).flatMap(proposal)).filter(
    ({ kind, value }) => kind !== 'quantity' || value !== '1',
  );
  return all.filter((one, at) => all.findIndex((other) => isSame(one, other)) === at);
}
