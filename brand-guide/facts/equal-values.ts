/** Whether two values are one thing, by their kind. */
import { dayAfter, readDay, written } from './calendar.ts';
import { textOf } from './finder.ts';
import { finderOf } from './registry.ts';
import type { FactKind, FactValue, Mention } from './types.ts';

export const equalValues = (kind: FactKind, a: FactValue, b: FactValue): boolean =>
  finderOf(kind)?.equal(a, b) ?? a === b;

/** A day so many days later, as a value. */
export function dayFrom(value: FactValue, by: number): string {
  const day = readDay(textOf(value));
  return day ? written(dayAfter(day, by)) : textOf(value);
}

/** What a mention says: its readings, and of "before 18 May" the 17th, the last day that it takes in. */
export const meantBy = ({ readings, day }: Mention): readonly FactValue[] =>
  day === undefined ? readings : readings.map((one) => dayFrom(one, -1));

/** Whether some reading of the mention is the value. */
export const says = (mention: Mention, kind: FactKind, value: FactValue): boolean =>
  mention.kind === kind && meantBy(mention).some((one) => equalValues(kind, one, value));

/** Whether the mention may be the value, though nobody can tell: 5月18日前 may take in the 18th. */
export const maySay = (mention: Mention, kind: FactKind, value: FactValue): boolean =>
  mention.day === 'open' &&
  mention.kind === kind &&
  mention.readings.some((one) => equalValues(kind, one, value));
