/** Writes what the publisher learned: under the row as read, again when somebody else was quicker. */
import type { Entry, EntryCommand } from '../../core/entry.ts';
import { Refused, type RefusalCode } from '../../core/errors.ts';
import { keys } from '../../core/keys.ts';
import type { Tenant } from '../../core/tenant.ts';
import { eventOf } from '../../core/transition.ts';
import { transitionEntry } from '../../core/transition-entry.ts';
import type { Check, Row, World } from '../../ports.ts';
import { claimPost } from './claim-post.ts';
import { correctionMark } from './correction-mark.ts';
import { failureMark } from './siblings.ts';
import { noticesFor } from '../notices.ts';
import { load, putEntry, saved } from '../rows.ts';

const BY = { system: 'publisher' } as const;
const TRIES = 5;
/** The row was written over, or somebody else has claimed the post. */
const RACES: readonly RefusalCode[] = ['stale', 'already-exists'];

const after = (was: Row<Entry>, state: Entry, rev: number): Row<Entry> => ({ ...was, value: state, rev });

/** One audited step from the row as it was read. @throws Refused `stale` when it changed since. */
export const step = async (
  world: World,
  tenant: Tenant,
  was: Row<Entry>,
  asked: EntryCommand,
  checks: readonly Check[] = [],
): Promise<Row<Entry>> => {
  const { command, changes } = await claimPost(world, tenant, was.value, asked);
  const became = transitionEntry(was.value, command, world.clock.now());
  const head = putEntry(tenant, became.state, was);
  const event = await world.store.commit({
    head,
    changes: [
      ...changes,
      ...noticesFor(world, tenant, was.value, became.state),
      ...failureMark(tenant, was.value, became.state),
      ...(await correctionMark(world, tenant, was.value, became.state)),
    ],
    checks,
    by: BY,
    event: eventOf(became),
  });
  return { ...after(was, became.state, saved(head).rev), chain: event.hash };
};

/** A lease or a checkpoint: conditional, not audited. Undefined when somebody else was quicker. */
export const tick = async (
  world: World,
  tenant: Tenant,
  was: Row<Entry>,
  command: EntryCommand,
): Promise<Row<Entry> | undefined> => {
  const { state: became } = transitionEntry(was.value, command, world.clock.now());
  const state: Entry = { ...became, unaudited: (was.value.unaudited ?? 0) + 1 };
  const head = putEntry(tenant, state, was);
  return (await world.store.tick([head])) ? after(was, state, saved(head).rev) : undefined;
};

const isRefusal = (error: unknown, code: RefusalCode): boolean =>
  error instanceof Refused && error.code === code;

/**
 * What came of a call must not be lost to a race: it is tried on the newest row until it fits, or until that row shows that
 * somebody else settled it in the meantime.
 */
export const record = async (
  world: World,
  tenant: Tenant,
  was: Row<Entry>,
  command: EntryCommand,
): Promise<Row<Entry>> => {
  let row = was;
  for (let tries = 1; ; tries += 1) {
    try {
      return await step(world, tenant, row, command);
    } catch (error) {
      if (tries > 1 && isRefusal(error, 'not-in-this-state')) return row;
      if (tries >= TRIES || !RACES.some((race) => isRefusal(error, race))) throw error;
      row = await load(world, keys.entry(tenant, was.value.id), 'entry');
    }
  }
};
