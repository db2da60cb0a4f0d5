/** How a notice leaves the app: who has told it outside already, and when it is tried again. At least once, never for ever. */
import { plusSeconds } from './instant.ts';

/** `mail`, or the id of a hook. */
export type Way = string;

export interface Telling {
  /** The next try, an instant. */
  readonly at: string;
  readonly tries: number;
  /** Told, or given up. */
  readonly done: readonly Way[];
}

/** What came of one way of telling. `never`: asking again would not help. */
export type Told =
  | { readonly is: 'told' }
  | { readonly is: 'later'; readonly reason: string; readonly afterSeconds?: number }
  | { readonly is: 'never'; readonly reason: string };

export type Tries = ReadonlyMap<Way, Told>;

/** So that what fails together is told together. */
const GATHER_SECONDS = 5;
/** Longer than all ways take together. */
const LEASE_SECONDS = 300;
const WAIT_SECONDS = [60, 300, 900, 3600, 14_400];

export const firstTelling = (now: string): Telling => ({
  at: plusSeconds(now, GATHER_SECONDS),
  tries: 0,
  done: [],
});

/** Nobody else tells it for as long as this takes. */
export const claimed = (telling: Telling, now: string): Telling => ({
  ...telling,
  at: plusSeconds(now, LEASE_SECONDS),
  tries: telling.tries + 1,
});

export interface AfterTries {
  /** Absent when nothing is left to try. */
  readonly telling?: Telling;
  /** Why some ways were given up, a sentence each. */
  readonly untold: readonly string[];
}

/** `telling` as claimed. */
export const afterTries = (telling: Telling, tries: Tries, now: string): AfterTries => {
  const came = [...tries];
  const done = [...telling.done, ...came.flatMap(([way, { is }]) => (is === 'later' ? [] : [way]))];
  const never = came.flatMap(([, one]) => (one.is === 'never' ? [one.reason] : []));
  const later = came.flatMap(([, one]) => (one.is === 'later' ? [one] : []));
  if (later.length === 0) return { untold: never };
  const usual = WAIT_SECONDS[telling.tries - 1];
  if (usual === undefined) return { untold: [...never, ...later.map(({ reason }) => reason)] };
  const wait = Math.max(usual, ...later.map(({ afterSeconds = 0 }) => afterSeconds));
  return { telling: { ...telling, done, at: plusSeconds(now, wait) }, untold: never };
};
