/** What the account says right before the intent: whether it is connected, its own limits, its nights, its gap and its cap. */
import type { Account } from '../../core/account.ts';
import { clashesOf, type Clash } from '../../core/account-times.ts';
import type { Entry, EntryState, Hold } from '../../core/entry.ts';
import { asId, type EntryId } from '../../core/ids.ts';
import { millisOf } from '../../core/instant.ts';
import { keys } from '../../core/keys.ts';
import type { Tenant } from '../../core/tenant.ts';
import type { World } from '../../ports.ts';
import { overLimit } from '../account/account-limits.ts';
import { quietText, quietZonesOf } from '../audience/refuse-quiet-hours.ts';
import { clashText, entriesNear } from '../entry/account-day.ts';
import { disconnectedHold, type Standing } from './ready.ts';

/** Only what went out, or will before this one, stands in its way. */
const COUNTS: readonly EntryState[] = ['scheduled', 'publishing', 'handed-off', 'published', 'unconfirmed'];

/** The account's own figures may have changed since, or be another account's than the text was judged by. */
export const limitHold = ({ account, variant, revision }: Standing): Hold | undefined => {
  const says = overLimit(account, variant.value.place, revision);
  return says === undefined ? undefined : { reason: 'blocking-findings', says };
};

const quietHold = async (world: World, tenant: Tenant, account: Account): Promise<Hold | undefined> => {
  const zones = await quietZonesOf(world, tenant, account, world.clock.now());
  const [first] = zones;
  return first && { reason: 'quiet-hours', says: quietText(account, first, 'now') };
};

/** Of two that are too near each other the earlier one goes out; at the same instant, the one that was planned first. */
const isBeforeIt = (entry: Entry, [id, instant]: readonly [EntryId, string]): boolean => {
  const [mine, other] = [millisOf(entry.slot.instant), millisOf(instant)];
  return other < mine || (other === mine && id < entry.id);
};

/** The account may mind more than it did when the entry was put on its day. */
export const dayHold = async (
  world: World,
  tenant: Tenant,
  account: Account,
  entry: Entry,
): Promise<(Hold & { readonly reason: 'gap' | 'cap' }) | undefined> => {
  if (account.gap === undefined && account.cap === undefined) return undefined;
  const near = await entriesNear(world, tenant, account, entry.slot.instant);
  const before = near.filter((one) => isBeforeIt(entry, one));
  const clashOf = (times: typeof before): Clash | undefined =>
    clashesOf(
      account,
      times.map(([, instant]) => instant),
    )(entry.slot.instant);
  if (!clashOf(before)) return undefined;
  const counting = await Promise.all(
    before.map(async (one) => {
      const other = await world.store.get(keys.entry(tenant, asId<EntryId>(one[0])));
      return other && COUNTS.includes(other.value.state) ? [one] : [];
    }),
  );
  const clash = clashOf(counting.flat());
  return clash && { reason: clash.is, says: clashText(account, entry.slot.zone, clash) };
};

/** The first of the account's reasons to hold the entry now. */
export const accountHold = async (
  world: World,
  tenant: Tenant,
  entry: Entry,
  standing: Standing,
): Promise<Hold | undefined> => {
  const { account } = standing;
  if (account.state !== 'connected') return disconnectedHold(account);
  return (
    limitHold(standing) ?? (await quietHold(world, tenant, account)) ?? dayHold(world, tenant, account, entry)
  );
};
