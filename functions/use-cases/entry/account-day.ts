/** Keeps an account's gaps and caps, under races too: every schedule and move writes the day's row. */
import type { Account, AccountDay } from '../../core/account.ts';
import { clashesOf, dayOf, daysInGap, type Clash } from '../../core/account-times.ts';
import { plusDays } from '../../core/calendar-window.ts';
import type { Slot } from '../../core/entry.ts';
import { Refused } from '../../core/errors.ts';
import { asId, type EntryId } from '../../core/ids.ts';
import { keys } from '../../core/keys.ts';
import type { Tenant } from '../../core/tenant.ts';
import { wallOf } from '../../core/zone.ts';
import type { Change, Check, Row, World } from '../../ports.ts';
import { refuseQuietHours } from '../audience/refuse-quiet-hours.ts';
import { allRows, putAccountDay } from '../rows.ts';

export interface DayWrites {
  readonly changes: readonly Change[];
  readonly checks: readonly Check[];
}

type Days = ReadonlyMap<string, Row<AccountDay>>;

const NO_TIMES: AccountDay = { times: {} };

/** The rows from one day to another, and one beyond each: a row keeps the day of the zone in which it was written. */
const readDays = async (
  { store }: World,
  tenant: Tenant,
  { id }: Account,
  from: string,
  to: string,
): Promise<Days> => {
  const key = (day: string) => keys.accountDay(tenant, id, day);
  const rows = await allRows((asking) =>
    store.children<AccountDay>(key(from).pk, key('').sk, {
      ...asking,
      from: key(plusDays(from, -1)).sk,
      to: key(plusDays(to, 1)).sk,
    }),
  );
  return new Map(rows.map((row) => [row.key.sk.slice(key('').sk.length), row]));
};

const without = ({ times }: AccountDay, entry: EntryId): AccountDay => ({
  times: Object.fromEntries(Object.entries(times).filter(([id]) => id !== entry)),
});

/** What the account has in these days, in instants. */
export const timesOf = async (
  world: World,
  tenant: Tenant,
  account: Account,
  from: string,
  to: string,
): Promise<readonly string[]> =>
  [...(await readDays(world, tenant, account, from, to)).values()].flatMap(({ value }) =>
    Object.values(value.times),
  );

/** What stands on the account's days around an instant: entries and their times. */
export const entriesNear = async (
  world: World,
  tenant: Tenant,
  account: Account,
  instant: string,
): Promise<readonly (readonly [EntryId, string])[]> => {
  const near = daysInGap(account, instant);
  const today = dayOf(account, instant);
  const days = await readDays(world, tenant, account, near[0] ?? today, near.at(-1) ?? today);
  return [...days.values()].flatMap(({ value }) =>
    Object.entries(value.times).map(([id, time]) => [asId<EntryId>(id), time] as const),
  );
};

/** In wall times of the zone. */
export const clashText = ({ name, gap, cap }: Account, zone: string, clash: Clash): string =>
  clash.is === 'gap'
    ? `${name} keeps ${gap} minutes between posts; one is at ${wallOf(clash.other, zone)} already.`
    : `${name} takes ${cap} posts a day; ${clash.day} is full.`;

/** @throws Refused `gap`, `cap`. */
const refuse = (account: Account, { zone }: Slot, clash: Clash | undefined): void => {
  if (!clash) return;
  const details =
    clash.is === 'gap' ? { gap: account.gap, other: clash.other } : { cap: account.cap, day: clash.day };
  throw new Refused(clash.is, clashText(account, zone, clash), details);
};

const freed = (tenant: Tenant, { id }: Account, entry: EntryId, days: Days): readonly Change[] =>
  [...days]
    .filter(([, { value }]) => entry in value.times)
    .map(([day, row]) => putAccountDay(tenant, id, day, without(row.value, entry), row));

/**
 * Puts the entry's time on its day, and takes the one it had, `was`, off its own.
 * @throws Refused `gap`, `cap`, `quiet-hours`.
 */
export const takeTime = async (
  world: World,
  tenant: Tenant,
  account: Account,
  entry: EntryId,
  slot: Slot,
  was?: Slot,
): Promise<DayWrites> => {
  await refuseQuietHours(world, tenant, account, slot);
  const near = daysInGap(account, slot.instant);
  const today = dayOf(account, slot.instant);
  const old = was && dayOf(account, was.instant);
  const days: Days = new Map([
    ...(old === undefined ? [] : await readDays(world, tenant, account, old, old)),
    ...(await readDays(world, tenant, account, near[0] ?? today, near.at(-1) ?? today)),
  ]);
  const others = [...days.values()].flatMap(({ value }) => Object.values(without(value, entry).times));
  refuse(account, slot, clashesOf(account, others)(slot.instant));
  const row = days.get(today);
  const next: AccountDay = { times: { ...(row?.value ?? NO_TIMES).times, [entry]: slot.instant } };
  const left = new Map([...days].filter(([day]) => day !== today));
  const changes = [
    putAccountDay(tenant, account.id, today, next, row),
    ...freed(tenant, account, entry, left),
  ];
  const written = new Set(changes.map(({ key }) => key.sk));
  const checks = near
    .map((day) => ({ key: keys.accountDay(tenant, account.id, day), rev: days.get(day)?.rev ?? 0 }))
    .filter(({ key }) => !written.has(key.sk));
  return { changes, checks };
};

/** Takes the entry's time off its day again. */
export const freeTime = async (
  world: World,
  tenant: Tenant,
  account: Account,
  entry: EntryId,
  slot: Slot,
): Promise<readonly Change[]> => {
  const day = dayOf(account, slot.instant);
  return freed(tenant, account, entry, await readDays(world, tenant, account, day, day));
};
