/** The only map between wall time and instant. */
import type { Slot } from './entry.ts';
import { Refused } from './errors.ts';
import { instantOf, millisOf } from './instant.ts';
import { spansOf, zoneDataVersion, type Span } from './zone-table.ts';

export { zoneDataVersion };

export type Resolved =
  | { readonly status: 'exact'; readonly instants: readonly [string] }
  | { readonly status: 'repeated'; readonly instants: readonly [earlier: string, later: string] }
  | {
      readonly status: 'skipped';
      readonly instants: readonly [];
      /** The last wall time before the gap and the first after it. */
      readonly suggestions: readonly [before: string, after: string];
    };

/** One release of the zone data: the shipped one, or the one a test brings. */
export interface ZoneData {
  readonly version: string;
  readonly resolve: (wall: string, zone: string) => Resolved;
}

const MINUTE = 60_000;
/** No offset from UTC is larger, so no other stretch can hold the wall time. */
const REACH = 26 * 60 * MINUTE;
const WALL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/u;
/** Where the shipped tables end. */
const LAST_YEAR = 2499;

/**
 * Every instant that shows this wall time (`2026-12-15T09:00`) in this zone, by the shipped IANA data, for the years 1900 to 2499.
 * @throws Refused `invalid-input` when the text is no wall time, `unknown-zone` with near misses.
 */
export const resolveWall = (wall: string, zone: string): Resolved => {
  const local = localOf(wall);
  const near = spansAround(spansOf(zone), local);
  const found = near.flatMap((span) => {
    const instant = local - span.offset;
    return span.from <= instant && instant < span.until ? [instantOf(instant)] : [];
  });
  const [first] = found;
  const last = found.at(-1);
  if (first === undefined || last === undefined)
    return { status: 'skipped', instants: [], suggestions: aroundGap(near, local) };
  return first === last
    ? { status: 'exact', instants: [first] }
    : { status: 'repeated', instants: [first, last] };
};

export const shippedZones: ZoneData = { version: zoneDataVersion, resolve: resolveWall };

/**
 * The wall time that clocks in the zone show at the instant, to the minute.
 * @throws Refused `invalid-input` when the text is no instant, `unknown-zone` with near misses.
 */
export const wallOf = (instant: string, zone: string): string => {
  const millis = inRange(millisOf(instant), instant);
  const spans = spansOf(zone);
  return printLocal(millis + (spans[firstUntilAfter(spans, millis)]?.offset ?? 0));
};

/**
 * A slot of the calendar at this wall time. `disambiguation` is kept only where a clock change repeats the time.
 * @throws Refused `skipped-time` with the two nearest times; `repeated-time` with both instants, where no choice is given; and as `resolveWall`.
 */
export const slotAt = (wall: string, zone: string, disambiguation?: 'earlier' | 'later'): Slot => {
  const resolved = resolveWall(wall, zone);
  if (resolved.status === 'exact') return { wall, zone, instant: resolved.instants[0] };
  if (resolved.status === 'skipped') throw skipped(wall, zone, resolved.suggestions);
  const [earlier, later] = resolved.instants;
  if (disambiguation === undefined)
    throw new Refused(
      'repeated-time',
      `${wall} happens twice in ${zone}: say "earlier" (${earlier}, proposed) or "later" (${later})`,
      { wall, zone, instants: [earlier, later], proposed: 'earlier' },
    );
  return { wall, zone, disambiguation, instant: disambiguation === 'earlier' ? earlier : later };
};

const skipped = (wall: string, zone: string, suggestions: readonly string[]): Refused =>
  new Refused(
    'skipped-time',
    `${wall} does not exist in ${zone}, where clocks jump over it: take ${suggestions.join(' or ')}`,
    { wall, zone, suggestions },
  );

/** The wall time read as if it were UTC. */
const localOf = (wall: string): number => {
  const local = WALL.test(wall) ? Date.parse(`${wall}:00Z`) : Number.NaN;
  if (Number.isNaN(local) || printLocal(local) !== wall)
    throw new Refused(
      'invalid-input',
      `"${wall}" is not a wall time: expected an existing date and time such as 2026-12-15T09:00`,
      { wall },
    );
  return inRange(local, wall);
};

const inRange = (millis: number, text: string): number => {
  const year = new Date(millis).getUTCFullYear();
  if (year < 1900 || year > LAST_YEAR)
    throw new Refused('invalid-input', `"${text}" is outside the years 1900 to ${LAST_YEAR}`, { text });
  return millis;
};

const printLocal = (local: number): string => new Date(local).toISOString().slice(0, 16);

const firstUntilAfter = (spans: readonly Span[], millis: number): number => {
  let low = 0;
  let high = spans.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.until ?? Infinity) > millis) high = middle;
    else low = middle + 1;
  }
  return low;
};

const spansAround = (spans: readonly Span[], local: number): readonly Span[] =>
  spans.slice(firstUntilAfter(spans, local - REACH), firstUntilAfter(spans, local + REACH) + 1);

const aroundGap = (spans: readonly Span[], local: number): readonly [string, string] => {
  const after = spans.find((span) => span.from + span.offset > local);
  const before = after === undefined ? undefined : spans[spans.indexOf(after) - 1];
  if (after === undefined || before === undefined) throw new RangeError('No gap holds this wall time');
  const lastMinute = Math.ceil((before.until + before.offset) / MINUTE - 1) * MINUTE;
  const firstMinute = Math.ceil((after.from + after.offset) / MINUTE) * MINUTE;
  return [printLocal(lastMinute), printLocal(firstMinute)];
};
