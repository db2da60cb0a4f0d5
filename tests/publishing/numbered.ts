/** A world whose publishing steps are numbered: each thing that the publisher asks of the store and of providers. */
import type { World } from '../../functions/ports.ts';

/** Stands around a step, the first of which is 1. */
export type Around = <Result>(step: number, does: () => Promise<Result>) => Promise<Result>;

export const numbered = <Whole extends World>(world: Whole, around: Around): Whole => {
  let steps = 0;
  const counted =
    <Args extends readonly unknown[], Result>(does: (...args: Args) => Promise<Result>) =>
    (...args: Args): Promise<Result> => {
      steps += 1;
      return around(steps, () => does(...args));
    };
  const { store, http, mail, texts, wakeUps } = world;
  return {
    ...world,
    store: { ...store, commit: counted(store.commit), tick: counted(store.tick) },
    http: { call: counted(http.call) },
    mail: { ...mail, send: counted(mail.send) },
    texts: { ...texts, send: counted(texts.send) },
    wakeUps: { set: counted(wakeUps.set), cancel: counted(wakeUps.cancel) },
  };
};
