/** A world that dies at a numbered step: the step is done or not, and nothing after it is. */
import type { World } from '../../functions/ports.ts';
import { numbered } from './numbered.ts';

export class Killed extends Error {}

export interface Death {
  readonly step: number;
  /** Whether the step itself still happened. */
  readonly after: boolean;
}

/** From the fatal step on, whoever asks anything is dead too. */
export const crashing = (world: World, death: Death): World => {
  let dead = false;
  return numbered(world, async (step, does) => {
    if (dead) throw new Killed();
    if (step < death.step) return does();
    dead = true;
    if (death.after) await does();
    throw new Killed();
  });
};
