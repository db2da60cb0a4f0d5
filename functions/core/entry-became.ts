/** The one way an entry changes: a new state forgets hold and wake-up unless the step sets them again. */
import type { Entry, EntryCommand, EntryState } from './entry.ts';
import { Refused } from './errors.ts';
import type { EventType } from './events.ts';
import type { Transition } from './transition.ts';

export type EntryTransition = Transition<Entry>;
export type Of<D extends EntryCommand['do']> = Extract<EntryCommand, { do: D }>;

export const became = (
  entry: Entry,
  state: EntryState,
  type: EventType,
  data: Readonly<Record<string, unknown>>,
  set: Partial<Entry> = {},
): EntryTransition => {
  const { wakeAt: _woken, hold: _released, unaudited: _seen, ...rest } = entry;
  return { state: { ...rest, ...set, state }, events: [{ type, data }] };
};

/** The state would do, and something else does not. */
export const notNow = (entry: Entry, command: string, why: string): Refused =>
  new Refused('not-in-this-state', why, { state: entry.state, command, attempt: entry.attempt?.number });
