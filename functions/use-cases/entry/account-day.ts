/** Keeps an account's gaps and caps, under races too: every schedule and move writes the day's row. */
import type { Account, AccountDay } from '../../core/account.ts';
import type { Slot } from '../../core/entry.ts';
import { Refused } from '../../core/errors.ts';
import type { EntryId } from '../../core/ids.ts';
import { millisOf, plusMinutes } from '../../core/instant.ts';
import { keys } from '../../core/keys.ts';
import type { Tenant } from '../../core/tenant.ts';
import { wallOf } from '../../core/zone.ts';
import type { Change, Check, Row, World } from '../../ports.ts';
import { putAccountDay } from '../rows.ts';

export interface DayWrites {
  readonly changes: readonly Change[];
  readonly checks: readonly Check[];
}

const DAY_MINUTES = 24 * 60;
const NO_TIMES: AccountDay = { times: {} };

/** The calendar day of an instant where the account lives. */
export const dayOf = (account: Account, instant: string): string =>
  wallOf(instant, account.zone).slice(0, 10);

const without = ({ times }: AccountDay, entry: EntryId): AccountDay => ({
  times: Object.fromEntries(Object.entries(times).filter(([id]) => id !== entry)),
});

const refuseGap = (account: Account, slot: Slot, taken: readonly string[]): void => {
  const gap = account.gap ?? 0;
  const near = taken.find((other) => Math.abs(millisOf(other) - millisOf(slot.instant)) < gap * 60_000);
  if (near)
    throw new Refused(
      'gap',
      `${account.name} keeps ${gap} minutes between posts; one is at ${wallOf(near, slot.zone)} already.`,
      { gap, other: near },
    );
};

const refuseCap = (account: Account, day: string, count: number): void => {
  if (account.cap !== undefined && count >= account.cap)
    throw new Refused('cap', `${account.name} takes ${account.cap} posts a day; ${day} is full.`, {
      cap: account.cap,
      day,
    });
};

const checkOf = (key: Check['key'], row: Row<unknown> | undefined): Check => ({ key, rev: row?.rev ?? 0 });

/** Puts the entry's time on its day. @throws Refused `gap`, `cap`. */
export const takeTime = async (
  world: World,
  tenant: Tenant,
  account: Account,
  entry: EntryId,
  slot: Slot,
): Promise<DayWrites> => {
  const days = [-DAY_MINUTES, 0, DAY_MINUTES].map((minutes) =>
    dayOf(account, plusMinutes(slot.instant, minutes)),
  );
  const [before, day, after] = await Promise.all(
    days.map((one) => world.store.get(keys.accountDay(tenant, account.id, one))),
  );
  const others = [before, day, after].map((row) => without(row?.value ?? NO_TIMES, entry));
  refuseGap(
    account,
    slot,
    others.flatMap(({ times }) => Object.values(times)),
  );
  const today = others[1] ?? NO_TIMES;
  const [yesterdayName = '', todayName = '', tomorrowName = ''] = days;
  refuseCap(account, todayName, Object.keys(today.times).length);
  const next: AccountDay = { times: { ...today.times, [entry]: slot.instant } };
  return {
    changes: [putAccountDay(tenant, account.id, todayName, next, day)],
    checks: account.gap
      ? [
          checkOf(keys.accountDay(tenant, account.id, yesterdayName), before),
          checkOf(keys.accountDay(tenant, account.id, tomorrowName), after),
        ]
      : [],
  };
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
  const row = await world.store.get(keys.accountDay(tenant, account.id, day));
  return row ? [putAccountDay(tenant, account.id, day, without(row.value, entry), row)] : [];
};
