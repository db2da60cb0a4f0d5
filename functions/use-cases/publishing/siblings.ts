/** A campaign's policy for when one of its entries fails: its siblings go on, or wait for a person. */
import type { Campaign } from '../../core/campaign.ts';
import type { Entry, Hold } from '../../core/entry.ts';
import type { EntryId } from '../../core/ids.ts';
import { keys } from '../../core/keys.ts';
import type { Tenant } from '../../core/tenant.ts';
import type { Change, World } from '../../ports.ts';
import { put } from '../rows.ts';

/** For the transaction that makes an entry failed; a correction that fails is no sibling's matter. */
export const failureMark = (
  tenant: Tenant,
  was: Entry,
  { campaign, id, state, attempts, correction }: Entry,
): readonly Change[] =>
  !correction && state === 'failed' && was.state !== 'failed'
    ? [put(keys.campaignFailure(tenant, campaign, id, attempts), { entry: id })]
    : [];

const failedOf = async (world: World, tenant: Tenant, { id }: Campaign): Promise<ReadonlySet<EntryId>> => {
  const { pk } = keys.campaign(tenant, id);
  const { rows } = await world.store.children<{ readonly entry: EntryId }>(pk, 'FAILURE#');
  return new Set(rows.map(({ value }) => value.entry));
};

/** Held while an entry that failed still is: moved, cancelled or published, it holds nobody. */
export const siblingHold = async (
  world: World,
  tenant: Tenant,
  entry: Entry,
  campaign: Campaign,
): Promise<Hold | undefined> => {
  if (campaign.onFailure !== 'hold') return undefined;
  for (const id of await failedOf(world, tenant, campaign)) {
    const sibling = id === entry.id ? undefined : await world.store.get(keys.entry(tenant, id));
    if (sibling?.value.state !== 'failed') continue;
    const { words, channel } = sibling.value;
    return {
      reason: 'sibling-failed',
      says: `“${words}” (${channel}) of the same campaign failed: move or cancel that one first.`,
    };
  }
  return undefined;
};
