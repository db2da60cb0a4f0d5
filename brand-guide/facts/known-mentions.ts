/** What is known besides the facts: the window's days, the guide's standing facts, what the message says. */
import type { Compared, MentionVerdict } from './comparison.ts';
import { equalValues, maySay, meantBy, says } from './equal-values.ts';
import type { Mention } from './types.ts';

/** What comes before the window's first day is told of by that day. */
const isDay = ({ kind, readings }: Mention, day: string): boolean =>
  kind === 'date' && readings.some((one) => equalValues('date', one, day));

/** The first day and the last one of the campaign. */
export function isOfWindow(mention: Mention, { window }: Pick<Compared, 'window'>): boolean {
  if (window === undefined) return false;
  const [from, to] = [window.from.slice(0, 10), window.to.slice(0, 10)];
  return isDay(mention, from) || says(mention, 'date', to) || maySay(mention, 'date', to);
}

/** Of the same noun, where the number counts one. */
const isSame = (one: Mention, other: Mention): boolean =>
  one.label === other.label && meantBy(one).some((value) => says(other, one.kind, value));

/** Told by the guide's standing facts or by the message. */
export const isKnown = (
  mention: Mention,
  { standing = [] }: Pick<Compared, 'standing'>,
  told: readonly Mention[],
): boolean =>
  standing.some((fact) => says(mention, fact.kind, fact.value)) || told.some((one) => isSame(one, mention));

/** What contradicts a fact once is known nowhere: "up to five frames" neither, where "five frames" are wrong. */
export function knownFrom(verdicts: readonly MentionVerdict[]): readonly Mention[] {
  const wrong = verdicts.filter(({ verdict }) => verdict === 'conflict').map(({ mention }) => mention);
  return verdicts
    .map(({ mention }) => mention)
    .filter((mention) => !wrong.some((one) => isSame(one, mention)));
}
