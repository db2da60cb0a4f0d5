/** Pausing and resuming whatever can be paused: a workspace, an account, a campaign. Pure. */
import { Refused } from './errors.ts';

export interface Pausable {
  readonly paused?: boolean;
}

/** @throws Refused `not-in-this-state` when it is so already. */
export const pausedOr = <T extends Pausable>(value: T, wanted: boolean, noun: string): T => {
  if ((value.paused ?? false) === wanted)
    throw new Refused('not-in-this-state', `The ${noun} is ${wanted ? 'paused already' : 'not paused'}.`, {
      command: wanted ? 'pause' : 'resume',
    });
  return { ...value, paused: wanted };
};
