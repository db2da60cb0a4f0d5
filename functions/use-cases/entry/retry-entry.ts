/** Lets an entry go on that is held, or that failed in part: as far as it may be scheduled now. */
import type { Account } from '../../core/account.ts';
import { hasMissingParts, isPartlyLive } from '../../core/entry-parts.ts';
import { hasUnreached, reachesSomebody } from '../../core/entry-people.ts';
import type { Entry } from '../../core/entry.ts';
import { Refused } from '../../core/errors.ts';
import { isOverdue } from '../../core/grace.ts';
import { isAtOrBefore, isBefore } from '../../core/instant.ts';
import { keys } from '../../core/keys.ts';
import type { Tenant } from '../../core/tenant.ts';
import { slotAt } from '../../core/zone.ts';
import type { Check, World } from '../../ports.ts';
import { refuseQuietHours } from '../audience/refuse-quiet-hours.ts';
import { dayHold } from '../publishing/account-checks.ts';
import { load, type Versioned } from '../rows.ts';
import { useCase } from '../use-case.ts';
import { change, type EntryAt } from './change-entry.ts';
import { postedTo, refuseSlot } from './refuse-slot.ts';
import {
  openPinned,
  refuseDisconnected,
  refuseOtherThanPinned,
  refuseUnschedulable,
} from './refuse-unschedulable.ts';

/** Zone data may have changed while it was held: it goes on only at the instant that its wall time has now. */
const refuseOldInstant = ({ slot }: Entry): void => {
  const { instant } = slotAt(slot.wall, slot.zone, slot.disambiguation ?? 'earlier');
  if (instant !== slot.instant)
    throw new Refused(
      'not-in-this-state',
      `${slot.wall} in ${slot.zone} is ${instant} by now, and was ${slot.instant}: move the entry first.`,
      { command: 'retry', slot, instant },
    );
};

const refuseLate = (entry: Entry, now: string): void => {
  const { slot } = entry;
  if (isOverdue(entry, now))
    throw new Refused('in-the-past', `${slot.wall} in ${slot.zone} is over: move the entry first.`, {
      slot,
      now,
    });
};

/** It keeps its place on its account's day, so that only what goes out before it can be too near. */
const refuseDay = async (world: World, tenant: Tenant, account: Account, entry: Entry): Promise<void> => {
  const hold = await dayHold(world, tenant, account, entry);
  if (hold) throw new Refused(hold.reason, hold.says);
};

/** What asks for no time of its own: those who do not have it, and the rest of what is partly live or partly sent. */
const isAtOnce = (entry: Entry, now: string): boolean =>
  isSentAgain(entry) ||
  ((isPartlyLive(entry) || reachesSomebody(entry)) && isAtOrBefore(entry.slot.instant, now));

/** What is held only goes on. */
const isSentAgain = (entry: Entry): boolean =>
  (entry.state === 'failed' || entry.state === 'published') &&
  (entry.outcome?.is === 'sent' || hasUnreached(entry) || hasMissingParts(entry));

const refuseGoingOn = async (world: World, tenant: Tenant, entry: Entry): Promise<readonly Check[]> => {
  const pinned = await openPinned(world, tenant, entry);
  const { account, opened } = pinned;
  // What is to be taken back needs nobody's approval.
  if (entry.correction?.is === 'retract') {
    refuseDisconnected(account);
    return [];
  }
  const { hash, checks } = refuseUnschedulable(pinned, { whenApproved: false });
  refuseOtherThanPinned(entry, hash);
  const now = world.clock.now();
  const { slot } = entry;
  const at = isBefore(now, slot.instant) && !isSentAgain(entry) ? slot : { ...slot, instant: now };
  refuseSlot(postedTo(account.id, opened), at);
  // An amendment takes no new place.
  if (entry.correction) return checks;
  await refuseQuietHours(world, tenant, account, at);
  if (isAtOnce(entry, now)) return checks;
  refuseOldInstant(entry);
  refuseLate(entry, now);
  await refuseDay(world, tenant, account, entry);
  return checks;
};

/**
 * Lets a held entry go on with what is pinned; the publisher checks again at its time. One that went to people is sent
 * again to those alone who do not have it, and of one in parts that failed those alone which are not live.
 * @throws Refused as scheduling does, for the time that it has; `not-in-this-state`; `skipped-time` when its wall time
 * exists no more.
 */
export const retryEntry = useCase(
  'retry-entry',
  async (world, session, input: EntryAt): Promise<Versioned<Entry>> => {
    const was = await load(world, keys.entry(session.tenant, input.id), 'entry');
    const command = { do: isSentAgain(was.value) ? 'send-again' : 'recheck' } as const;
    const entry = await change(world, session, input, command, async ({ value }) => ({
      checks: await refuseGoingOn(world, session.tenant, value),
    }));
    const { wakeAt, slot } = entry.value;
    await world.wakeUps.set(session.tenant.workspace, input.id, wakeAt ?? slot.instant);
    return entry;
  },
);
