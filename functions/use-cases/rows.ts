/** How each noun is written: its key, and where the indexes list it. */
import type { AccountHealth } from '../core/account-health.ts';
import type { Account, AccountDay } from '../core/account.ts';
import type { Campaign } from '../core/campaign.ts';
import type { Entry } from '../core/entry.ts';
import { Refused } from '../core/errors.ts';
import type { AccountId, EntryId, SeriesId } from '../core/ids.ts';
import { sortable } from '../core/instant.ts';
import {
  ACCOUNTS_TO_LOOK_AFTER,
  keys,
  WAKE_SHARDS,
  type IndexKey,
  type IndexKeys,
  type Key,
} from '../core/keys.ts';
import type { Member } from '../core/member.ts';
import type { Series } from '../core/series.ts';
import type { Tenant } from '../core/tenant.ts';
import type { Variant } from '../core/variant.ts';
import type { Commit, Page, Row, World } from '../ports.ts';

type Put<T> = Commit['head'] & { readonly value: T };

/** What a mutable resource answers: its value, and the revision that its ETag shows. */
export interface Versioned<T> {
  readonly value: T;
  readonly rev: number;
}

/** What the row is once the commit went through. */
export const saved = <T>({ value, rev }: Put<T>): Versioned<T> => ({ value, rev: rev + 1 });

/** What a variant answers: its row also changes with each comment, which nobody's edit can lose. */
export const edition = (value: Variant): Versioned<Variant> => ({ value, rev: value.edition });

/** Writes `value` over the row as it was read; a row that was not there must still not be. */
export const put = <T>(key: Key<T>, value: T, was?: Row<T>, index?: IndexKeys): Put<T> => ({
  op: 'put',
  key,
  value,
  rev: was?.rev ?? 0,
  ...(was?.chain !== undefined && { chain: was.chain }),
  ...(index && { index }),
});

export const listPk = (
  t: Tenant,
  list: 'CAMPAIGNS' | 'REVIEW' | 'TRAY' | 'ACCOUNTS' | 'SERIES' | 'UNCONFIRMED',
): string => `W#${t.workspace}#${list}`;

export const putCampaign = (t: Tenant, campaign: Campaign, now: string, was?: Row<Campaign>): Put<Campaign> =>
  put(keys.campaign(t, campaign.id), campaign, was, {
    lists: { pk: listPk(t, 'CAMPAIGNS'), sk: `${sortable(now)}#${campaign.id}` },
  });

export const putAccount = (t: Tenant, account: Account, was?: Row<Account>): Put<Account> =>
  put(keys.account(t, account.id), account, was, {
    lists: { pk: listPk(t, 'ACCOUNTS'), sk: account.id },
  });

export const putAccountHealth = (
  t: Tenant,
  id: AccountId,
  health: AccountHealth,
  was?: Row<AccountHealth>,
): Put<AccountHealth> =>
  put(keys.accountHealth(t, id), health, was, {
    wake: { pk: ACCOUNTS_TO_LOOK_AFTER, sk: `${sortable(health.lookAt)}#${t.workspace}#${id}` },
  });

export const putMember = (t: Tenant, member: Member, was?: Row<Member>): Put<Member> =>
  put(keys.member(t, member.user), member, was, {
    people: { pk: `U#${member.user}`, sk: member.workspace },
  });

/** The review queue lists what waits for a reviewer, by the time it is due. */
export const putVariant = (t: Tenant, variant: Variant, now: string, was?: Row<Variant>): Put<Variant> =>
  put(
    keys.variant(t, variant.id),
    variant,
    was,
    variant.state === 'in-review'
      ? { lists: { pk: listPk(t, 'REVIEW'), sk: `${sortable(now)}#${variant.id}` } }
      : undefined,
  );

export const calendarPk = (t: Tenant, month: string): string => `W#${t.workspace}#CAL#${month}`;

/** The same entry or series always wakes on the same shard, whatever its time. */
export const wakeShard = (id: EntryId | SeriesId): string => {
  let sum = 0;
  for (const letter of id) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 65_521;
  return `WAKE#${sum % WAKE_SHARDS}`;
};

const wakeIndex = (t: Tenant, { id, wakeAt }: Pick<Entry | Series, 'id' | 'wakeAt'>): IndexKey | undefined =>
  wakeAt === undefined ? undefined : { pk: wakeShard(id), sk: `${sortable(wakeAt)}#${t.workspace}#${id}` };

/** What nobody knows of is found however old it is. */
const unconfirmedIndex = (t: Tenant, { id, state, slot }: Entry): IndexKey | undefined =>
  state === 'unconfirmed'
    ? { pk: listPk(t, 'UNCONFIRMED'), sk: `${sortable(slot.instant)}#${id}` }
    : undefined;

export const putEntry = (t: Tenant, entry: Entry, was?: Row<Entry>): Put<Entry> => {
  const instant = sortable(entry.slot.instant);
  const wake = wakeIndex(t, entry);
  const lists = unconfirmedIndex(t, entry);
  return put(keys.entry(t, entry.id), entry, was, {
    calendar: { pk: calendarPk(t, instant.slice(0, 7)), sk: `${instant}#${entry.channel}#${entry.id}` },
    ...(wake && { wake }),
    ...(lists && { lists }),
  });
};

export const putSeries = (t: Tenant, series: Series, was?: Row<Series>): Put<Series> => {
  const wake = wakeIndex(t, series);
  return put(keys.series(t, series.id), series, was, {
    lists: { pk: listPk(t, 'SERIES'), sk: series.id },
    ...(wake && { wake }),
  });
};

export const putAccountDay = (
  t: Tenant,
  account: AccountId,
  day: string,
  value: AccountDay,
  was?: Row<AccountDay>,
): Put<AccountDay> => put(keys.accountDay(t, account, day), value, was);

/** The row, or a refusal that names what was looked for and nothing else. */
export const load = async <T>(world: World, key: Key<T>, noun: string): Promise<Row<T>> => {
  const row = await world.store.get(key);
  if (!row) throw new Refused('not-found', `There is no such ${noun} in this workspace.`);
  return row;
};

/** For a stale save: the revision that the person saw must be the one in the store. */
export const expectRev = (row: Row<unknown> | undefined, seen: number): void => {
  const now = row?.rev ?? 0;
  if (now !== seen)
    throw new Refused('stale', `This changed since you read it: you saw ${seen}, it is ${now} now.`, {
      seen,
      now,
    });
};

/** As `expectRev`: a lease or a checkpoint since then took nothing from what the person saw. */
export const expectEntryRev = (row: Row<Entry>, seen: number): void => {
  const since = row.rev - seen;
  if (since < 0 || since > (row.value.unaudited ?? 0)) expectRev(row, seen);
};

/** Every row behind a paged asking, for what a workspace has few of. */
export const allRows = async <T>(
  page: (asking: { readonly cursor?: string }) => Promise<Page<T>>,
): Promise<readonly Row<T>[]> => {
  const rows: Row<T>[] = [];
  let cursor: string | undefined;
  do {
    const next: Page<T> = await page(cursor === undefined ? {} : { cursor });
    rows.push(...next.rows);
    cursor = next.cursor;
  } while (cursor !== undefined);
  return rows;
};
