/** Puts an approved variant on the calendar for one account at one wall time. */
import type { Account } from '../../core/account.ts';
import { queued } from '../../core/account-times.ts';
import { Refused } from '../../core/errors.ts';
import { eventOf } from '../../core/transition.ts';
import { planEntry, transitionEntry } from '../../core/transition-entry.ts';
import { covers } from '../../core/transition-variant.ts';
import type { Entry, Slot } from '../../core/entry.ts';
import { asId, type AccountId, type EntryId, type VariantId } from '../../core/ids.ts';
import { keys } from '../../core/keys.ts';
import { slotAt } from '../../core/zone.ts';
import type { World } from '../../ports.ts';
import { load, put, putEntry, saved, type Versioned } from '../rows.ts';
import { useCase, type Session } from '../use-case.ts';
import { openVariant, type OpenVariant } from '../variant/open-variant.ts';
import { takeTime, type DayWrites } from './account-day.ts';
import { newEntry } from './new-entry.ts';
import { freeSlot, suitsCampaign } from './next-slot.ts';
import { postedTo, refuseSlot } from './refuse-slot.ts';
import { refuseUnschedulable } from './refuse-unschedulable.ts';

/** A wall time, or the account's next free slot. */
export type ScheduleInput = ScheduleWhat & (AtWall | AtNextSlot);

interface ScheduleWhat {
  readonly variant: VariantId;
  readonly account: AccountId;
  /** Waits on the calendar, and is scheduled by the approval itself. */
  readonly whenApproved?: boolean;
}

interface AtWall {
  /** `2027-05-04T09:00` */
  readonly wall: string;
  /** IANA; the account's where absent. */
  readonly zone?: string;
  readonly disambiguation?: 'earlier' | 'later';
}

interface AtNextSlot {
  readonly slot: 'next';
}

/** Takes the slot; one that was free when it was looked for, and is not any more, is looked for again. */
const take = async (
  world: World,
  { tenant }: Session,
  input: ScheduleInput,
  account: Account,
  id: EntryId,
  slot: Slot,
): Promise<DayWrites> => {
  if (!('slot' in input)) return takeTime(world, tenant, account, id, slot);
  try {
    return await takeTime(world, tenant, queued(account), id, slot);
  } catch (error) {
    if (!(error instanceof Refused) || (error.code !== 'gap' && error.code !== 'cap')) throw error;
    throw new Refused('stale', 'Another entry took the slot first.', { key: slot.instant });
  }
};

/** Whoever loses a race for a slot reads again, and takes the one after. */
const slotFor = (
  world: World,
  { tenant }: Session,
  input: ScheduleInput,
  account: Account,
  opened: OpenVariant,
): Promise<Slot> | Slot =>
  'slot' in input
    ? freeSlot(world, tenant, account, suitsCampaign(postedTo(account.id, opened)))
    : slotAt(input.wall, input.zone ?? account.zone, input.disambiguation);

/**
 * @throws Refused `unknown-zone`, `skipped-time`, `repeated-time`, `in-the-past`, `gap`, `cap`, `quiet-hours`, `no-free-slot`, `offer-over`, `embargo`, `rights-expired`,
 * `disconnected`, `blocking-findings` for what is over the account's own limits, `not-approved`, `approval-does-not-cover`, `not-found`, `invalid-input`.
 */
export const scheduleEntry = useCase(
  'schedule-entry',
  async (world, session, input: ScheduleInput): Promise<Versioned<Entry>> => {
    const { tenant, member, once } = session;
    const opened = await openVariant(world, tenant, input.variant);
    const account = (await load(world, keys.account(tenant, input.account), 'account')).value;
    const { head: variant, revision, campaign } = opened;
    const whenApproved = input.whenApproved ?? false;
    const { hash, checks } = refuseUnschedulable({ account, opened }, { whenApproved });
    const written = { variant: variant.value, revision, campaign };
    const slot = await slotFor(world, session, input, account, opened);
    refuseSlot(postedTo(account.id, opened), slot);
    const id = asId<EntryId>(world.ids.next());
    const now = world.clock.now();
    const planned = planEntry(
      newEntry(id, written, { account, hash, slot, whenApproved, owner: member.user }),
      now,
    );
    const became = covers(variant.value, hash)
      ? transitionEntry(planned.state, { do: 'schedule' }, now)
      : planned;
    const day = await take(world, session, input, account, id, slot);
    const row = putEntry(tenant, became.state);
    await world.store.commit({
      head: row,
      changes: [...day.changes, put(keys.variantEntry(tenant, variant.value.id, id), { entry: id })],
      checks: [...day.checks, ...checks],
      by: { user: member.user },
      event: eventOf(became),
      once,
      answer: saved(row),
    });
    await world.wakeUps.set(tenant.workspace, id, slot.instant);
    return saved(row);
  },
);
