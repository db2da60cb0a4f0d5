/** Whether two values are one thing, by their kind. */
import { finderOf } from './registry.ts';
import type { FactKind, FactValue, Mention } from './types.ts';

export const equalValues = (kind: FactKind, a: FactValue, b: FactValue): boolean =>
  finderOf(kind)?.equal(a, b) ?? a === b;

/** Whether some reading of the mention is the value. */
export const says = (mention: Mention, kind: FactKind, value: FactValue): boolean =>
  mention.kind === kind && mention.readings.some((reading) => equalValues(kind, reading, value));
