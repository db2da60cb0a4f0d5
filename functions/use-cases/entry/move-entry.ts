/** Moves an entry to another wall time. */
import type { Entry } from '../../core/entry.ts';
import type { EntryId } from '../../core/ids.ts';
import { keys } from '../../core/keys.ts';
import { eventOf } from '../../core/transition.ts';
import { transitionEntry } from '../../core/transition-entry.ts';
import { slotAt, zoneDataVersion } from '../../core/zone.ts';
import type { Check } from '../../ports.ts';
import { expectEntryRev, load, putEntry, saved, type Versioned } from '../rows.ts';
import { useCase } from '../use-case.ts';
import { takeTime } from './account-day.ts';
import { postedTo, refuseSlot } from './refuse-slot.ts';
import {
  openPinned,
  refuseOtherThanPinned,
  refuseUnschedulable,
  type Pinned,
} from './refuse-unschedulable.ts';

export interface MoveInput {
  readonly id: EntryId;
  readonly ifRev: number;
  readonly wall: string;
  /** IANA; the entry's own where absent. */
  readonly zone?: string;
  readonly disambiguation?: 'earlier' | 'later';
}

/** What was planned waits for its approval still, and what was held stays so: a retry asks the rest. */
const refuseMoved = (pinned: Pinned, entry: Entry): readonly Check[] => {
  if (entry.state === 'held') return [];
  const whenApproved = entry.state === 'planned';
  const { hash, checks } = refuseUnschedulable(pinned, { whenApproved });
  if (!whenApproved) refuseOtherThanPinned(entry, hash);
  return checks;
};

/** @throws Refused as scheduling does, `stale`, and `not-in-this-state` for what is publishing or published. */
export const moveEntry = useCase(
  'move-entry',
  async (world, { tenant, member }, input: MoveInput): Promise<Versioned<Entry>> => {
    const was = await load(world, keys.entry(tenant, input.id), 'entry');
    expectEntryRev(was, input.ifRev);
    const entry = was.value;
    const slot = slotAt(input.wall, input.zone ?? entry.slot.zone, input.disambiguation);
    const now = world.clock.now();
    const became = transitionEntry(entry, { do: 'reschedule', slot }, now);
    const pinned = await openPinned(world, tenant, entry);
    const checks = refuseMoved(pinned, became.state);
    const { account, opened } = pinned;
    refuseSlot(postedTo(entry.account, opened), slot);
    const day = await takeTime(world, tenant, account, entry.id, slot, entry.slot);
    const row = putEntry(tenant, { ...became.state, zoneData: zoneDataVersion }, was);
    await world.store.commit({
      head: row,
      changes: day.changes,
      checks: [...day.checks, ...checks],
      by: { user: member.user },
      event: eventOf(became),
    });
    await world.wakeUps.set(tenant.workspace, entry.id, slot.instant);
    return saved(row);
  },
);
