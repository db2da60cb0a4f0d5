/** A live world whose variant is a thread of three, and a worker who lives for its first part alone. */
import { getVariant } from '../../functions/use-cases/variant/get-variant.ts';
import { putVariant } from '../../functions/use-cases/variant/put-variant.ts';
import { approve } from '../support/approved-world.ts';
import { afterDeed, dyingAt, type Deed, type Moment } from './deeds.ts';
import { openLive, type LiveWorld } from './live-world.ts';

export const FURTHER = ['Black figs from the islands.', 'Smoked oolong over ice.'];

/** What the first post says stays; approved. */
export const sayThread = async (
  { variant, ...test }: LiveWorld,
  further: readonly string[],
): Promise<void> => {
  const { world, manager } = test;
  const { rev, revision } = await getVariant(world, manager.session, variant);
  const [main] = revision.parts;
  if (!main) throw new Error('The variant says nothing');
  const parts = [main, ...further.map((text, index) => ({ field: `thread[${index}]`, text }))];
  await putVariant(world, manager.session, { id: variant, ifRev: rev, content: { parts, media: [] } });
  await approve(test, variant);
};

export const openThread = async (): Promise<LiveWorld> => {
  const test = await openLive('mastodon');
  await sayThread(test, FURTHER);
  return test;
};

/** Alive for the first part, mortal from the second on. */
export const secondOf = (test: LiveWorld, deed: Deed, moment: Moment): LiveWorld['world'] => {
  const mortal = dyingAt(test.world, deed, moment);
  let second = false;
  const alive = afterDeed(test.world, 'outcome', async () => {
    second = true;
  });
  const now = () => (second ? mortal : alive);
  return {
    ...test.world,
    http: { call: (call) => now().http.call(call) },
    store: {
      ...test.world.store,
      get: (key) => now().store.get(key),
      commit: (commit) => now().store.commit(commit),
      tick: (changes, checks) => now().store.tick(changes, checks),
    },
  };
};
