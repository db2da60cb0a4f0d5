/** Everything that must still hold right before the intent is written, read consistently. */
import { hashAt } from '../../adapt/payload-of.ts';
import type { Campaign } from '../../core/campaign.ts';
import type { Entry, Hold } from '../../core/entry.ts';
import { keys } from '../../core/keys.ts';
import type { Tenant } from '../../core/tenant.ts';
import { covers } from '../../core/transition-variant.ts';
import type { World } from '../../ports.ts';
import { campaignHold } from '../entry/refuse-slot.ts';
import { guideVersion } from '../guide/current-guide.ts';
import { judge } from '../variant/judge.ts';
import { waiversOf } from '../variant/open-variant.ts';
import { accountHold, limitHold } from './account-checks.ts';
import { disconnectedHold, type Ready, type Standing } from './ready.ts';
import { siblingHold } from './siblings.ts';

const pauseHold = (paused: boolean | undefined, what: string): Hold | undefined =>
  paused ? { reason: 'paused', says: `${what} is paused; resuming sends nothing by itself.` } : undefined;

const pausesHold = ({ workspacePaused, account, campaign }: Standing): Hold | undefined =>
  pauseHold(workspacePaused, 'The workspace') ??
  pauseHold(account.paused, account.name) ??
  pauseHold(campaign.paused, 'The campaign');

/** A guide version released with `scheduled` after the approval also judges what already waits. */
export const guideHold = async (
  world: World,
  tenant: Tenant,
  { account, variant, revision, campaign }: Ready & { readonly campaign: Campaign },
): Promise<Hold | undefined> => {
  const head = await world.store.get(keys.guideHead(tenant));
  const number = head?.value.appliesToScheduled ?? 0;
  if (number <= (variant.value.approval?.guideVersion ?? 0)) return undefined;
  const guide = await guideVersion(world, tenant, number);
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

const approvalHold = (entry: Entry, { variant, revision, campaign }: Standing): Hold | undefined => {
  const hash = hashAt(campaign, variant.value.place, revision);
  return hash === entry.hash && covers(variant.value, entry.hash)
    ? undefined
    : {
        reason: 'approval-does-not-cover',
        says: 'What would be published, or a fact that it states, is not what was approved.',
      };
};

/** What the text itself may forbid, wherever it is to stand. */
const textHold = (world: World, entry: Entry, standing: Standing): Hold | undefined => {
  const { account, campaign, variant, revision } = standing;
  const posted = { campaign, place: variant.value.place, content: revision, account: account.id };
  return pausesHold(standing) ?? approvalHold(entry, standing) ?? campaignHold(posted, world.clock.now());
};

/** A retraction only needs the account: no pause, night or gap keeps live what is to go. An amendment takes no new place. */
const correctionHold = async (
  world: World,
  tenant: Tenant,
  entry: Entry,
  standing: Standing,
): Promise<Hold | undefined> => {
  const { account } = standing;
  if (account.state !== 'connected') return disconnectedHold(account);
  if (entry.correction?.is === 'retract') return undefined;
  return (
    textHold(world, entry, standing) ??
    limitHold(standing) ??
    (await waiverHold(world, tenant, standing)) ??
    guideHold(world, tenant, standing)
  );
};

/** The first reason to hold the entry now, if there is one. */
export const holdNow = async (
  world: World,
  tenant: Tenant,
  entry: Entry,
  standing: Standing,
): Promise<Hold | undefined> => {
  if (entry.correction) return correctionHold(world, tenant, entry, standing);
  return (
    textHold(world, entry, standing) ??
    (await accountHold(world, tenant, entry, standing)) ??
    (await siblingHold(world, tenant, entry, standing.campaign)) ??
    (await waiverHold(world, tenant, standing)) ??
    guideHold(world, tenant, standing)
  );
};
