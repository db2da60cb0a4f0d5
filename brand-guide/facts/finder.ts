/** What every kind of fact implements: find its mentions, compare and print its values. */
import type { Claims } from './claims.ts';
import type { FoldedText } from './fold.ts';
import type { FactKind, FactValue, Mention, ReadingContext, Role, Qualifier } from './types.ts';

export interface FactFinder {
  readonly kind: FactKind;
  /** Mentions in text order, over spans that nothing claimed before; takes what it finds. Never throws. */
  readonly find: (text: FoldedText, context: ReadingContext, claims: Claims) => Mention[];
  /** Whether two values of the kind are the same thing; false for values of another kind. */
  readonly equal: (a: FactValue, b: FactValue) => boolean;
  /** The value as a reader of the locale expects it. */
  readonly print: (value: FactValue, locale: string) => string;
}

/** What a finder knows of a mention, over folded offsets. */
export interface Found {
  readonly kind: FactKind;
  readonly start: number;
  readonly end: number;
  readonly readings: readonly FactValue[];
  readonly role?: Role | undefined;
  readonly qualifier?: Qualifier | undefined;
  readonly label?: string | undefined;
  readonly day?: Mention['day'] | undefined;
  readonly unresolved?: string | undefined;
}

/** Claims the span and gives the mention over the text as typed; nothing where the span is taken. */
export function claim(text: FoldedText, claims: Claims, found: Found): Mention[] {
  if (found.end <= found.start || !claims.free(found.start, found.end)) return [];
  claims.take(found.start, found.end, found.kind === 'date');
  return [
    {
      kind: found.kind,
      ...text.range(found.start, found.end),
      text: text.typed(found.start, found.end),
      readings: found.readings,
      ...(found.role && { role: found.role }),
      ...(found.qualifier && { qualifier: found.qualifier }),
      ...(found.label !== undefined && { label: found.label }),
      ...(found.day && { day: found.day }),
      ...(found.unresolved && { unresolved: found.unresolved }),
    },
  ];
}

/** A value as text: what it is for most kinds, its JSON for prices and percentages. */
export const textOf = (value: FactValue): string =>
  typeof value === 'string' ? value : JSON.stringify(value);
