/** A world that dies at a numbered step: the step is done or not, and nothing after it is. */
import type { World } from '../../functions/ports.ts';

export class Killed extends Error {}

export interface Death {
  /** Counted over what the publisher asks of the store and of the provider. */
  readonly step: number;
  /** Whether the step itself still happened. */
  readonly after: boolean;
}

/** From the fatal step on, whoever asks anything is dead too. */
export const crashing = (world: World, death: Death): World => {
  let steps = 0;
  let dead = false;
  const mortal =
    <Args extends readonly unknown[], Result>(does: (...args: Args) => Promise<Result>) =>
    async (...args: Args): Promise<Result> => {
      if (dead) throw new Killed();
      steps += 1;
      if (steps < death.step) return does(...args);
      dead = true;
      if (death.after) await does(...args);
      throw new Killed();
    };
  const { store, http, wakeUps } = world;
  return {
    ...world,
    store: { ...store, commit: mortal(store.commit), tick: mortal(store.tick) },
    http: { call: mortal(http.call) },
    wakeUps: { set: mortal(wakeUps.set), cancel: mortal(wakeUps.cancel) },
  };
};
