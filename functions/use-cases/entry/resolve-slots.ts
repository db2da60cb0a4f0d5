/** Resolves what waits on the calendar again when the zone data changes: what moves is told to its owner, what is gone is held. */
import type { Entry, EntryCommand, EntryState, Hold } from '../../core/entry.ts';
import { Refused } from '../../core/errors.ts';
import { asId, type EntryId, type WorkspaceId } from '../../core/ids.ts';
import { keys, WAKE_SHARDS } from '../../core/keys.ts';
import { monthsAround } from '../../core/months.ts';
import { resolveAgain } from '../../core/resolve-again.ts';
import { systemTenant, type Tenant } from '../../core/tenant.ts';
import { eventOf } from '../../core/transition.ts';
import { transitionEntry } from '../../core/transition-entry.ts';
import { shippedZones, type ZoneData } from '../../core/zone.ts';
import type { Change, Check, Row, World } from '../../ports.ts';
import { noticeRow, noticesFor } from '../notices.ts';
import { allRows, calendarPk, load, putEntry } from '../rows.ts';
import { settled, useCase } from '../use-case.ts';
import { takeTime } from './account-day.ts';

export interface ResolvedSlots {
  /** The release of the IANA data that was resolved by. */
  readonly version: string;
  readonly looked: number;
  /** The same wall time at another instant. */
  readonly moved: readonly Entry[];
  /** Their wall time exists no more, or their new instant is over, or too near another. */
  readonly held: readonly Entry[];
}

const WAITS: readonly EntryState[] = ['planned', 'scheduled', 'held'];
const MONTHS_AHEAD = 10 * 12;
const REFUSALS = ['gap', 'cap', 'quiet-hours', 'in-the-past'];

interface Again {
  readonly command: EntryCommand;
  readonly changes: readonly Change[];
  readonly checks: readonly Check[];
}

const holdFor = (says: string): Again => {
  const hold: Hold = { reason: 'zone-changed', says };
  return { command: { do: 'hold', hold }, changes: [], checks: [] };
};

const goneSays = ({ wall, zone }: Entry['slot'], [before, after]: readonly [string, string]): string =>
  `${wall} does not exist in ${zone} any more, where clocks jump over it: move it to ${before} or ${after}.`;

/** What the data makes of the entry; undefined where all stays. */
const againOf = async (
  world: World,
  tenant: Tenant,
  entry: Entry,
  zones: ZoneData,
): Promise<Again | undefined> => {
  const again = resolveAgain(entry.slot, zones);
  if (again.is === 'same') return undefined;
  if (again.is === 'gone') return holdFor(goneSays(entry.slot, again.suggestions));
  const { slot } = again;
  const account = (await load(world, keys.account(tenant, entry.account), 'account')).value;
  const command = { do: 'reschedule', slot } as const;
  try {
    transitionEntry(entry, command, world.clock.now());
    const day = await takeTime(world, tenant, account, entry.id, slot, entry.slot);
    const says = `“${entry.words}” (${entry.channel}) stays at ${slot.wall} in ${slot.zone}, which is ${slot.instant} by the zone data ${zones.version} and was ${entry.slot.instant}.`;
    const notice = noticeRow(world, tenant, { kind: 'moved', to: entry.owner, says, entry: entry.id });
    return { command, changes: [...day.changes, notice], checks: day.checks };
  } catch (error) {
    if (!(error instanceof Refused) || !REFUSALS.includes(error.code)) throw error;
    return holdFor(`By the zone data ${zones.version} it would go out at ${slot.instant}: ${error.message}`);
  }
};

type Became = { readonly is: 'same' | 'moved' | 'held'; readonly entry: Entry };

/** One entry, once for each release: the release that it was resolved by is kept with it. */
const resolveOne = async (
  world: World,
  tenant: Tenant,
  id: EntryId,
  zones: ZoneData,
): Promise<Became | undefined> => {
  const row = await world.store.get(keys.entry(tenant, id));
  if (!row || !WAITS.includes(row.value.state) || row.value.zoneData === zones.version) return undefined;
  const { value: was } = row;
  const again = await againOf(world, tenant, was, zones);
  const known = (entry: Entry): Entry => ({ ...entry, zoneData: zones.version });
  // What is held already waits for a person, who is told when it is retried.
  if (!again || (again.command.do === 'hold' && was.state === 'held')) {
    await world.store.tick([putEntry(tenant, known(was), row)]);
    return { is: 'same', entry: was };
  }
  const became = transitionEntry(was, again.command, world.clock.now());
  const entry = known(became.state);
  await world.store.commit({
    head: putEntry(tenant, entry, row),
    changes: [...again.changes, ...noticesFor(world, tenant, was, entry)],
    checks: again.checks,
    by: { system: 'job' },
    event: eventOf(became),
  });
  if (entry.wakeAt !== undefined) await world.wakeUps.set(tenant.workspace, id, entry.slot.instant);
  return { is: again.command.do === 'hold' ? 'held' : 'moved', entry };
};

interface Waiting {
  readonly workspace: WorkspaceId;
  readonly entry: EntryId;
}

const resolveAll = async (
  world: World,
  waiting: readonly Waiting[],
  zones: ZoneData,
): Promise<ResolvedSlots> => {
  const all: Became[] = [];
  for (const { workspace, entry } of waiting) {
    const became = await settled(() => resolveOne(world, systemTenant(workspace), entry, zones));
    if (became) all.push(became);
  }
  const those = (wanted: Became['is']) => all.filter(({ is }) => is === wanted).map(({ entry }) => entry);
  return { version: zones.version, looked: all.length, moved: those('moved'), held: those('held') };
};

const stale =
  (zones: ZoneData) =>
  ({ value }: Row<Entry>): boolean =>
    WAITS.includes(value.state) && !value.correction && value.zoneData !== zones.version;

/** One workspace's, ten years ahead; asking again goes on with what is left. */
export const resolveSlotsBy = (zones: ZoneData) =>
  useCase('resolve-slots', async (world, { tenant }): Promise<ResolvedSlots> => {
    const waiting: Waiting[] = [];
    for (const month of monthsAround(world.clock.now(), 0, MONTHS_AHEAD)) {
      const rows = await allRows((asking) =>
        world.store.find<Entry>('calendar', calendarPk(tenant, month), asking),
      );
      for (const row of rows.filter(stale(zones)))
        waiting.push({ workspace: tenant.workspace, entry: row.value.id });
    }
    return resolveAll(world, waiting, zones);
  });
export const resolveSlots = resolveSlotsBy(shippedZones);

/** Whatever is to wake, in every workspace: what a home does when it starts with other data than it stopped with. */
export const resolveEverySlot = async (
  world: World,
  zones: ZoneData = shippedZones,
): Promise<ResolvedSlots> => {
  const waiting: Waiting[] = [];
  for (let shard = 0; shard < WAKE_SHARDS; shard += 1) {
    const rows = await allRows((asking) => world.store.find<Entry>('wake', `WAKE#${shard}`, asking));
    for (const { key } of rows.filter(stale(zones))) {
      const [, workspace = '', , entry = ''] = key.pk.split('#');
      waiting.push({ workspace: asId<WorkspaceId>(workspace), entry: asId<EntryId>(entry) });
    }
  }
  return resolveAll(world, waiting, zones);
};
