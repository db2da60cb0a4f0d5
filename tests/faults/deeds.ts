/** The deeds of a worker who publishes an entry, so that something can happen at each of them. */
import type { EntryState } from '../../functions/core/entry.ts';
import type { EventType } from '../../functions/core/events.ts';
import type { Change, World } from '../../functions/ports.ts';

/** In their order: what they write, and the one call between intent and outcome. */
export const DEEDS = ['claim', 'intent', 'call', 'outcome'] as const;
export type Deed = (typeof DEEDS)[number];

/** Stands around a deed. */
export type AroundDeed = <Result>(deed: Deed, does: () => Promise<Result>) => Promise<Result>;

const stateIn = (change: Change): unknown =>
  change.op === 'put' && typeof change.value === 'object' && change.value !== null && 'state' in change.value
    ? change.value.state
    : undefined;

const OUTCOMES: readonly EventType[] = [
  'entry.published',
  'entry.part-published',
  'entry.part-corrected',
  'entry.amended',
  'entry.retracted',
  'entry.failed',
  'entry.unconfirmed',
  'entry.retried',
];

/** The deeds of every entry, in a world that is otherwise the same. */
export const aroundDeeds = (world: World, around: AroundDeed): World => {
  const { store, http } = world;
  const publishing: EntryState = 'publishing';
  return {
    ...world,
    store: {
      ...store,
      tick: (changes, checks) => {
        const does = () => store.tick(changes, checks);
        return changes.some((one) => stateIn(one) === publishing) ? around('claim', does) : does();
      },
      commit: (commit) => {
        const does = () => store.commit(commit);
        if (commit.event.type === 'entry.intended') return around('intent', does);
        return OUTCOMES.includes(commit.event.type) ? around('outcome', does) : does();
      },
    },
    http: {
      call: (call) => {
        const does = () => http.call(call);
        return call.method === 'GET' || call.url.endsWith('/media') ? does() : around('call', does);
      },
    },
  };
};

export class Died extends Error {}

export type Moment = 'before' | 'during' | 'after';

/** The worker dies at a deed, and whoever asks it anything afterwards gets no answer. `during`: the deed is done, unheard. */
export const dyingAt = (world: World, deed: Deed, moment: Moment): World => {
  let dead = false;
  const alive = async <Result>(does: () => Promise<Result>): Promise<Result> => {
    if (dead) throw new Died();
    return does();
  };
  const mortal = aroundDeeds(world, async (at, does) => {
    if (at !== deed || dead) return alive(does);
    if (moment === 'before') dead = true;
    const result = await alive(does);
    dead = true;
    if (moment === 'during') throw new Died();
    return result;
  });
  const { store } = mortal;
  return {
    ...mortal,
    store: {
      ...store,
      get: (key) => alive(() => store.get(key)),
      commit: (commit) => alive(() => store.commit(commit)),
      tick: (changes, checks) => alive(() => store.tick(changes, checks)),
    },
  };
};

/** Something happens once, right before a deed of somebody else's. */
export const beforeDeed = (world: World, deed: Deed, happens: () => Promise<unknown>): World => {
  let done = false;
  return aroundDeeds(world, async (at, does) => {
    if (at === deed && !done) {
      done = true;
      await happens();
    }
    return does();
  });
};

/** Something happens once, right after a deed of somebody else's. */
export const afterDeed = (world: World, deed: Deed, happens: () => Promise<unknown>): World => {
  let done = false;
  return aroundDeeds(world, async (at, does) => {
    const result = await does();
    if (at === deed && !done) {
      done = true;
      await happens();
    }
    return result;
  });
};
