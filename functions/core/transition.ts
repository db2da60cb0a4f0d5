/** What a state machine answers: the new value and what happened, or a refusal that names the state. */
import { Refused } from './errors.ts';
import type { NewEvent } from './events.ts';

export interface Transition<T> {
  readonly state: T;
  readonly events: readonly NewEvent[];
}

/** @throws Refused `not-in-this-state`, with the states that would do. */
export const requireState = <S extends string>(
  what: string,
  command: string,
  state: S,
  allowed: readonly S[],
): void => {
  if (!allowed.includes(state))
    throw new Refused(
      'not-in-this-state',
      `"${command}" is not possible while the ${what} is ${state}; it is from ${allowed.join(', ')}`,
      { state, command, allowed },
    );
};

/** The event of a transition that has one; a commit carries exactly one. */
export const eventOf = ({ events }: Transition<unknown>): NewEvent => {
  const [event] = events;
  if (!event) throw new TypeError('Nothing happened, so there is nothing to commit');
  return event;
};
