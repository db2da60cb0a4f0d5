/** Looks over the publisher's shoulder: whatever forbade a post before its turn began, and still does, forbids its intent. */
import type { AccountId, CampaignId, EntryId } from '../../functions/core/ids.ts';
import type { Entry } from '../../functions/core/entry.ts';
import { keys } from '../../functions/core/keys.ts';
import type { Tenant } from '../../functions/core/tenant.ts';
import type { Commit, World } from '../../functions/ports.ts';

/** As it was when the turn began. */
interface Before {
  readonly paused: ReadonlySet<AccountId>;
  /** Of which campaign each is. */
  readonly failed: ReadonlyMap<EntryId, CampaignId>;
}

export interface Shoulder {
  readonly store: World['store'];
  /** Around each turn; one within another began, for this, with the outer one. */
  readonly turn: (does: () => Promise<void>) => Promise<void>;
}

interface Watched {
  readonly tenant: Tenant;
  readonly accounts: readonly AccountId[];
  readonly entries: readonly EntryId[];
  readonly approved: ReadonlySet<string>;
  readonly policy: () => 'continue' | 'hold';
  readonly broken: string[];
}

const isEntry = (value: unknown): value is Entry =>
  typeof value === 'object' && value !== null && 'slot' in value && 'account' in value;

export const overTheShoulder = (store: World['store'], watched: Watched): Shoulder => {
  const { tenant, accounts, entries, approved, policy, broken } = watched;
  let turns = 0;
  let before: Before = { paused: new Set(), failed: new Map() };
  const paused = async (): Promise<ReadonlySet<AccountId>> => {
    const rows = await Promise.all(accounts.map((id) => store.get(keys.account(tenant, id))));
    return new Set(rows.flatMap((row) => (row?.value.paused ? [row.value.id] : [])));
  };
  const failed = async (): Promise<ReadonlyMap<EntryId, CampaignId>> => {
    const rows = await Promise.all(entries.map((id) => store.get(keys.entry(tenant, id))));
    return new Map(
      rows.flatMap((row) => (row?.value.state === 'failed' ? [[row.value.id, row.value.campaign]] : [])),
    );
  };
  const look = async ({ head: { value } }: Commit): Promise<void> => {
    if (!isEntry(value)) return;
    const { id, hash, account, campaign } = value;
    if (!approved.has(hash)) broken.push(`${id}: intends ${hash}, which nobody approved`);
    if (before.paused.has(account) && (await paused()).has(account))
      broken.push(`${id}: intends a post on ${account}, which is paused`);
    if (policy() === 'continue') return;
    const still = [...(await failed())].find(
      ([one, its]) => one !== id && its === campaign && before.failed.has(one),
    );
    if (still) broken.push(`${id}: intends a post although ${still[0]} failed`);
  };
  return {
    turn: async (does) => {
      if (turns === 0) before = { paused: await paused(), failed: await failed() };
      turns += 1;
      try {
        await does();
      } finally {
        turns -= 1;
      }
    },
    store: {
      ...store,
      commit: async (asked) => {
        if (asked.event.type === 'entry.intended') await look(asked);
        return store.commit(asked);
      },
    },
  };
};
