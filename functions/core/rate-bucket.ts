/** Token buckets that keep an account within its channel's rates: in no window does more go out than the limit says. */
import { instantOf, millisOf } from './instant.ts';

/** At most `value` within `seconds`. */
export interface Rate {
  readonly name: string;
  readonly value: number;
  readonly seconds: number;
}

/** How full the bucket of a rate was at an instant. */
export interface Level {
  readonly tokens: number;
  readonly at: string;
}
export type Levels = Readonly<Record<string, Level>>;

/** The provider itself asked for patience. */
export interface Rest {
  readonly until: string;
  /** What it said. */
  readonly reason: string;
}

/** What is kept of an account. */
export interface AccountRate {
  readonly levels: Levels;
  readonly rest?: Rest;
}

export type Taken =
  { readonly is: 'taken'; readonly levels: Levels } | { readonly is: 'wait'; readonly until: string };

/** Half of the limit at once and half of it over the window: together never more than the limit in any window. */
const capacityOf = ({ value }: Rate): number => Math.max(1, Math.floor(value / 2));
const perSecond = (rate: Rate): number => Math.max(rate.value - capacityOf(rate), 1) / rate.seconds;

function levelNow(rate: Rate, level: Level | undefined, now: number): number {
  if (level === undefined) return capacityOf(rate);
  const since = Math.max(0, now - millisOf(level.at)) / 1000;
  return Math.min(capacityOf(rate), level.tokens + since * perSecond(rate));
}

/** One post out of every bucket, or the instant from which there is one in each. */
export const takeFrom = (rates: readonly Rate[], levels: Levels, now: string): Taken => {
  const at = millisOf(now);
  const open = rates.map((rate) => ({ rate, tokens: levelNow(rate, levels[rate.name], at) }));
  const waits = open
    .filter(({ tokens }) => tokens < 1)
    .map(({ rate, tokens }) => Math.ceil(((1 - tokens) / perSecond(rate)) * 1000));
  if (waits.length > 0) return { is: 'wait', until: instantOf(at + Math.max(...waits)) };
  return {
    is: 'taken',
    levels: Object.fromEntries(open.map(({ rate, tokens }) => [rate.name, { tokens: tokens - 1, at: now }])),
  };
};

/** The levels after a rest: at its end one may go, and the others follow as the buckets fill. */
export const restingUntil = (rates: readonly Rate[], levels: Levels, until: string): Levels =>
  Object.fromEntries(
    rates.map((rate) => [
      rate.name,
      { tokens: Math.min(1, levelNow(rate, levels[rate.name], millisOf(until))), at: until },
    ]),
  );
