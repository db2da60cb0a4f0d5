/** Moves an entry to another wall time. */
import type { Entry } from '../../core/entry.ts';
import type { EntryId } from '../../core/ids.ts';
import { keys } from '../../core/keys.ts';
import { eventOf } from '../../core/transition.ts';
import { transitionEntry } from '../../core/transition-entry.ts';
import { slotAt, zoneDataVersion } from '../../core/zone.ts';
import { expectEntryRev, load, putEntry, saved, type Versioned } from '../rows.ts';
import { useCase } from '../use-case.ts';
import { loadRevision, openVariant } from '../variant/open-variant.ts';
import { takeTime } from './account-day.ts';
import { postedTo, refuseSlot } from './refuse-slot.ts';

export interface MoveInput {
  readonly id: EntryId;
  readonly ifRev: number;
  readonly wall: string;
  /** IANA; the entry's own where absent. */
  readonly zone?: string;
  readonly disambiguation?: 'earlier' | 'later';
}

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
    const opened = await openVariant(world, tenant, entry.variant);
    const revision = await loadRevision(world, tenant, entry.variant, entry.revision);
    refuseSlot(postedTo(entry.account, { ...opened, revision }), slot);
    const account = (await load(world, keys.account(tenant, entry.account), 'account')).value;
    const day = await takeTime(world, tenant, account, entry.id, slot, entry.slot);
    const row = putEntry(tenant, { ...became.state, zoneData: zoneDataVersion }, was);
    await world.store.commit({
      head: row,
      ...day,
      by: { user: member.user },
      event: eventOf(became),
    });
    await world.wakeUps.set(tenant.workspace, entry.id, slot.instant);
    return saved(row);
  },
);
