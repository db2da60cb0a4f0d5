/** Everything that must still hold right before the intent is written, read consistently. */
import { hashAt } from '../../adapt/payload-of.ts';
import type { Account } from '../../core/account.ts';
import type { Campaign } from '../../core/campaign.ts';
import type { Entry, Hold } from '../../core/entry.ts';
import { keys } from '../../core/keys.ts';
import type { Tenant } from '../../core/tenant.ts';
import { covers } from '../../core/transition-variant.ts';
import type { Revision, Variant } from '../../core/variant.ts';
import type { Row, World } from '../../ports.ts';
import type { Publisher } from '../../ports/publisher.ts';
import { overLimit } from '../account/account-limits.ts';
import { publisherFor } from '../account/publisher-for.ts';
import { campaignHold } from '../entry/refuse-slot.ts';
import { currentGuide } from '../guide/current-guide.ts';
import { load } from '../rows.ts';
import { judge } from '../variant/judge.ts';
import { siblingHold } from './siblings.ts';
import { loadRevision, waiversOf } from '../variant/open-variant.ts';

export interface Ready {
  readonly account: Account;
  readonly publisher: Publisher;
  readonly campaign: Campaign;
  readonly variant: Row<Variant>;
  readonly revision: Revision;
}

const pauseHold = (paused: boolean | undefined, what: string): Hold | undefined =>
  paused ? { reason: 'paused', says: `${what} is paused; resuming sends nothing by itself.` } : undefined;

/** A guide version released with `scheduled` after the approval also judges what already waits. */
export const guideHold = async (world: World, tenant: Tenant, ready: Ready): Promise<Hold | undefined> => {
  const { account, variant, revision, campaign } = ready;
  const guide = await currentGuide(world, tenant);
  if (guide.applies !== 'scheduled' || guide.number <= (variant.value.approval?.guideVersion ?? 0))
    return undefined;
  const waivers = await waiversOf(world, tenant, variant.value);
  const opened = { head: variant, campaign, limits: account.limits };
  const { blocking } = judge(tenant, guide, opened, revision, waivers, { now: world.clock.now() });
  const [first] = blocking;
  return first
    ? { reason: 'blocking-findings', says: `Guide version ${guide.number} blocks it: ${first.message}` }
    : undefined;
};

const waiverHold = async (world: World, tenant: Tenant, { variant }: Ready): Promise<Hold | undefined> => {
  const relied = variant.value.approval?.waivers ?? [];
  if (relied.length === 0) return undefined;
  const valid = new Set((await waiversOf(world, tenant, variant.value)).map((one) => one.fingerprint));
  return relied.every((fingerprint) => valid.has(fingerprint))
    ? undefined
    : { reason: 'waiver-expired', says: 'A waiver that the approval relied on has expired.' };
};

/** The account's own figures may have changed since, or be another account's than the text was judged by. */
const limitHold = ({ account, variant, revision }: Ready): Hold | undefined => {
  const says = overLimit(account, variant.value.place, revision);
  return says === undefined ? undefined : { reason: 'blocking-findings', says };
};

const approvalHold = (entry: Entry, { variant, revision, campaign }: Ready): Hold | undefined => {
  const hash = hashAt(campaign, variant.value.place, revision);
  return hash === entry.hash && covers(variant.value, entry.hash)
    ? undefined
    : {
        reason: 'approval-does-not-cover',
        says: 'What would be published, or a fact that it states, is not what was approved.',
      };
};

/** What the publisher works with, or the reason to hold. */
export const makeReady = async (world: World, tenant: Tenant, entry: Entry): Promise<Ready | Hold> => {
  const [account, campaign, variant, revision] = await Promise.all([
    load(world, keys.account(tenant, entry.account), 'account'),
    load(world, keys.campaign(tenant, entry.campaign), 'campaign'),
    load(world, keys.variant(tenant, entry.variant), 'variant'),
    loadRevision(world, tenant, entry.variant, entry.revision),
  ]);
  const publisher = await publisherFor(world, tenant, account.value);
  if (!publisher) return { reason: 'disconnected', says: `${account.value.name} is not connected.` };
  return { account: account.value, publisher, campaign: campaign.value, variant, revision };
};

/** The first reason to hold the entry now, if there is one. */
export const holdNow = async (
  world: World,
  tenant: Tenant,
  entry: Entry,
  ready: Ready,
): Promise<Hold | undefined> => {
  const { account, campaign, variant, revision } = ready;
  const workspace = await load(world, keys.workspace(tenant), 'workspace');
  return (
    pauseHold(workspace.value.paused, 'The workspace') ??
    pauseHold(account.paused, account.name) ??
    pauseHold(campaign.paused, 'The campaign') ??
    approvalHold(entry, ready) ??
    limitHold(ready) ??
    campaignHold(campaign, variant.value.place, revision, world.clock.now()) ??
    (await siblingHold(world, tenant, entry, campaign)) ??
    (await waiverHold(world, tenant, ready)) ??
    guideHold(world, tenant, ready)
  );
};
