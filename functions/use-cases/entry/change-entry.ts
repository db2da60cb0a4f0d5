/** The short verbs of a calendar entry: cancel, settle what nobody knows, confirm a hand-off. */
import type { Entry, EntryCommand } from '../../core/entry.ts';
import type { EntryId } from '../../core/ids.ts';
import { keys } from '../../core/keys.ts';
import { eventOf } from '../../core/transition.ts';
import { transitionEntry } from '../../core/transition-entry.ts';
import type { Change, Check, Row, World } from '../../ports.ts';
import { expectEntryRev, load, putEntry, saved, type Versioned } from '../rows.ts';
import { useCase, type Session } from '../use-case.ts';
import { correctionMark } from '../publishing/correction-mark.ts';
import { failureMark } from '../publishing/siblings.ts';
import { freeTime } from './account-day.ts';

export interface EntryAt {
  readonly id: EntryId;
  readonly ifRev: number;
}

interface Beside {
  readonly changes?: readonly Change[];
  readonly checks?: readonly Check[];
}

/** One command on an entry as the person saw it, with what `more` says of it in the same transaction. */
export const change = async (
  world: World,
  { tenant, member }: Session,
  { id, ifRev }: EntryAt,
  command: EntryCommand,
  more: (was: Row<Entry>) => Promise<Beside> = () => Promise.resolve({}),
): Promise<Versioned<Entry>> => {
  const was = await load(world, keys.entry(tenant, id), 'entry');
  expectEntryRev(was, ifRev);
  const became = transitionEntry(was.value, command, world.clock.now());
  const row = putEntry(tenant, became.state, was);
  const { changes = [], checks = [] } = await more(was);
  await world.store.commit({
    head: row,
    checks,
    changes: [
      ...changes,
      ...failureMark(tenant, was.value, became.state),
      ...(await correctionMark(world, tenant, was.value, became.state)),
    ],
    by: { user: member.user },
    event: eventOf(became),
  });
  return saved(row);
};

/** @throws Refused `not-in-this-state` for what is publishing or published. */
export const cancelEntry = useCase(
  'cancel-entry',
  async (world, session, input: EntryAt): Promise<Versioned<Entry>> => {
    const { tenant } = session;
    const cancelled = await change(world, session, input, { do: 'cancel' }, async ({ value }) => {
      const account = (await load(world, keys.account(tenant, value.account), 'account')).value;
      return { changes: await freeTime(world, tenant, account, value.id, value.slot) };
    });
    await world.wakeUps.cancel(tenant.workspace, input.id);
    return cancelled;
  },
);

export interface SettleInput extends EntryAt {
  readonly as: 'published' | 'not-published';
  readonly url?: string;
  /** The part that was looked at; the unconfirmed one where absent. */
  readonly part?: string;
}

/** @throws Refused `not-in-this-state`; `invalid-input` for a part that is not the unconfirmed one. */
export const settleEntry = useCase(
  'settle-entry',
  async (world, session, input: SettleInput): Promise<Versioned<Entry>> => {
    const { as, url, part } = input;
    const settled = await change(world, session, input, {
      do: 'settle',
      as,
      ...(url !== undefined && { url }),
      ...(part !== undefined && { part }),
    });
    // The parts that follow go out by themselves.
    const { wakeAt } = settled.value;
    if (wakeAt !== undefined) await world.wakeUps.set(session.tenant.workspace, input.id, wakeAt);
    return settled;
  },
);

export const confirmHandOff = useCase(
  'confirm-hand-off',
  (world, session, input: EntryAt & { url?: string }) =>
    change(world, session, input, {
      do: 'confirm-hand-off',
      ...(input.url !== undefined && { url: input.url }),
    }),
);
