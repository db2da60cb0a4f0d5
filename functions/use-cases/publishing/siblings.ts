/** A campaign's policy for when one of its entries fails: its siblings go on, or wait for a person. */
import type { Campaign } from '../../core/campaign.ts';
import type { Entry, Hold } from '../../core/entry.ts';
import { keys } from '../../core/keys.ts';
import type { Tenant } from '../../core/tenant.ts';
import type { Change, World } from '../../ports.ts';
import { put } from '../rows.ts';

/** For the transaction that makes an entry failed. The latest failure is the one that is remembered. */
export const failureMark = async (
  world: World,
  tenant: Tenant,
  { campaign, id, state }: Entry,
): Promise<readonly Change[]> => {
  if (state !== 'failed') return [];
  const key = keys.campaignFailure(tenant, campaign);
  return [put(key, { entry: id }, await world.store.get(key))];
};

/** Held while the entry that failed still is: moved, cancelled or published, it holds nobody. */
export const siblingHold = async (
  world: World,
  tenant: Tenant,
  entry: Entry,
  { id, onFailure }: Campaign,
): Promise<Hold | undefined> => {
  if (onFailure !== 'hold') return undefined;
  const mark = await world.store.get(keys.campaignFailure(tenant, id));
  if (!mark || mark.value.entry === entry.id) return undefined;
  const failed = await world.store.get(keys.entry(tenant, mark.value.entry));
  if (failed?.value.state !== 'failed') return undefined;
  const { words, channel } = failed.value;
  return {
    reason: 'sibling-failed',
    says: `“${words}” (${channel}) of the same campaign failed: move or cancel that one first.`,
  };
};
