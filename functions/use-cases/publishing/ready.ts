/** What the publisher works with, read consistently; what may change meanwhile is read again right before the intent. */
import type { Account } from '../../core/account.ts';
import type { Campaign } from '../../core/campaign.ts';
import type { Entry, Hold } from '../../core/entry.ts';
import { keys } from '../../core/keys.ts';
import type { Tenant } from '../../core/tenant.ts';
import type { Revision, Variant } from '../../core/variant.ts';
import type { Row, World } from '../../ports.ts';
import { publisherFor, type PublishesWith } from '../account/publisher-for.ts';
import { load } from '../rows.ts';
import { payloadAt } from '../../adapt/payload-of.ts';
import { correctingPublisher } from './correcting-publisher.ts';
import { loadRevision } from '../variant/open-variant.ts';

export interface Ready extends PublishesWith {
  readonly account: Account;
  readonly variant: Row<Variant>;
  readonly revision: Revision;
}

/** The same with everything that the checks ask for. */
export interface Standing extends Ready {
  readonly campaign: Campaign;
  readonly workspacePaused: boolean;
}

export const disconnectedHold = ({ name }: Account): Hold => ({
  reason: 'disconnected',
  says: `${name} is not connected.`,
});

/** What the publisher works with, or the reason to hold. */
export const makeReady = async (world: World, tenant: Tenant, entry: Entry): Promise<Ready | Hold> => {
  const [account, variant, revision] = await Promise.all([
    load(world, keys.account(tenant, entry.account), 'account'),
    load(world, keys.variant(tenant, entry.variant), 'variant'),
    loadRevision(world, tenant, entry.variant, entry.revision),
  ]);
  const by = await publisherFor(world, tenant, account.value);
  if (!by) return disconnectedHold(account.value);
  const { correction } = entry;
  const publisher = correction
    ? correctingPublisher(by.publisher, correction, payloadAt(variant.value.place, revision))
    : by.publisher;
  return { ...by, account: account.value, publisher, variant, revision };
};

/** Preparing may have taken long: a pause, an edit or a disconnection meanwhile must be seen. */
export const readAgain = async (
  world: World,
  tenant: Tenant,
  entry: Entry,
  ready: Ready,
): Promise<Standing> => {
  const [account, variant, campaign, workspace] = await Promise.all([
    load(world, keys.account(tenant, entry.account), 'account'),
    load(world, keys.variant(tenant, entry.variant), 'variant'),
    load(world, keys.campaign(tenant, entry.campaign), 'campaign'),
    load(world, keys.workspace(tenant), 'workspace'),
  ]);
  return {
    ...ready,
    account: account.value,
    variant,
    campaign: campaign.value,
    workspacePaused: workspace.value.paused ?? false,
  };
};
