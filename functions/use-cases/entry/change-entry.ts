/** The short verbs of a calendar entry: cancel, retry what is held, settle what nobody knows, confirm a hand-off. */
import type { Entry, EntryCommand } from '../../core/entry.ts';
import { hasMissingParts } from '../../core/entry-parts.ts';
import { Refused } from '../../core/errors.ts';
import type { EntryId } from '../../core/ids.ts';
import { keys } from '../../core/keys.ts';
import { eventOf } from '../../core/transition.ts';
import { transitionEntry } from '../../core/transition-entry.ts';
import { slotAt } from '../../core/zone.ts';
import type { Change, Row, World } from '../../ports.ts';
import { expectEntryRev, load, putEntry, saved, type Versioned } from '../rows.ts';
import { useCase, type Session } from '../use-case.ts';
import { correctionMark } from '../publishing/correction-mark.ts';
import { failureMark } from '../publishing/siblings.ts';
import { freeTime } from './account-day.ts';

export interface EntryAt {
  readonly id: EntryId;
  readonly ifRev: number;
}

const change = async (
  world: World,
  { tenant, member }: Session,
  { id, ifRev }: EntryAt,
  command: EntryCommand,
  more: (was: Row<Entry>) => Promise<readonly Change[]> = () => Promise.resolve([]),
): Promise<Versioned<Entry>> => {
  const was = await load(world, keys.entry(tenant, id), 'entry');
  expectEntryRev(was, ifRev);
  const became = transitionEntry(was.value, command, world.clock.now());
  const row = putEntry(tenant, became.state, was);
  await world.store.commit({
    head: row,
    changes: [
      ...(await more(was)),
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
      return freeTime(world, tenant, account, value.id, value.slot);
    });
    await world.wakeUps.cancel(tenant.workspace, input.id);
    return cancelled;
  },
);

/** Zone data may have changed while it was held: it goes on only at the instant that its wall time has now. A correction goes on at once. */
const refuseOldInstant = ({ slot, correction }: Entry): void => {
  if (correction) return;
  const { instant } = slotAt(slot.wall, slot.zone, slot.disambiguation ?? 'earlier');
  if (instant !== slot.instant)
    throw new Refused(
      'not-in-this-state',
      `${slot.wall} in ${slot.zone} is ${instant} by now, and was ${slot.instant}: move the entry first.`,
      { command: 'retry', slot, instant },
    );
};

/**
 * Lets a held entry go on with what is pinned; the publisher checks again at its time. One that went to people is sent
 * again to those alone who rejected it, and of one in parts that failed those alone which are not live.
 * @throws Refused `not-in-this-state`; `skipped-time` when its wall time exists no more.
 */
export const retryEntry = useCase(
  'retry-entry',
  async (world, session, input: EntryAt): Promise<Versioned<Entry>> => {
    const was = await load(world, keys.entry(session.tenant, input.id), 'entry');
    const { state, outcome } = was.value;
    const again = outcome?.is === 'sent' || (state === 'failed' && hasMissingParts(was.value));
    const command = { do: again ? 'send-again' : 'recheck' } as const;
    const entry = await change(world, session, input, command, ({ value }) => {
      if (!again) refuseOldInstant(value);
      return Promise.resolve([]);
    });
    const { wakeAt, slot } = entry.value;
    await world.wakeUps.set(session.tenant.workspace, input.id, wakeAt ?? slot.instant);
    return entry;
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
