/** What releasing the draft would do to everything scheduled and to everything published in the last 90 days. */
import { impact } from '../../../brand-guide/engine/impact.ts';
import type { Impact, ImpactContent } from '../../../brand-guide/engine/impact.ts';
import { runnableGuide } from '../../../brand-guide/engine/runnable-guide.ts';
import type { Guide } from '../../../brand-guide/schema/guide.ts';
import { subjectAt } from '../../adapt/lint-place.ts';
import type { Campaign } from '../../core/campaign.ts';
import { liveRevision } from '../../core/correct-entry.ts';
import type { Entry } from '../../core/entry.ts';
import { invalid } from '../../core/errors.ts';
import type { CampaignId } from '../../core/ids.ts';
import { isBefore, plusSeconds } from '../../core/instant.ts';
import { keys } from '../../core/keys.ts';
import type { Tenant } from '../../core/tenant.ts';
import type { World } from '../../ports.ts';
import { limitsAt } from '../account/account-limits.ts';
import { load } from '../rows.ts';
import { useCase } from '../use-case.ts';
import { loadRevision, waiversOf } from '../variant/open-variant.ts';
import { currentGuide } from './current-guide.ts';
import { entriesAround } from './entries-around.ts';

/** What was looked at is as much as this; `notLookedAt` counts the rest. */
export interface DraftImpact extends Impact {
  readonly notLookedAt: number;
}

const MOST = 2000;
const DAYS = 90;
const MONTHS = 4;
const AT_ONCE = 20;

/** What will go out by itself, and what waits for a person to let it. */
const waits = ({ state }: Entry): boolean => state === 'scheduled' || state === 'held';
const sentAt = ({ publishedAt, slot }: Entry): string => publishedAt ?? slot.instant;

const judgedEntries = async (world: World, tenant: Tenant): Promise<readonly Entry[]> => {
  const since = plusSeconds(world.clock.now(), -DAYS * 24 * 3600);
  const rows = await entriesAround(world, tenant, { monthsBefore: MONTHS });
  // What only corrects another, and what readers see no more, is nobody's to mend.
  const entries = rows
    .map(({ value }) => value)
    .filter(({ correction, corrected }) => !correction && corrected?.is !== 'retract');
  const published = entries.filter((entry) => entry.state === 'published' && !isBefore(sentAt(entry), since));
  return [...entries.filter(waits), ...published.toReversed()];
};

type Campaigns = Map<CampaignId, Promise<Campaign>>;

const campaignOf = (
  world: World,
  tenant: Tenant,
  campaigns: Campaigns,
  id: CampaignId,
): Promise<Campaign> => {
  const known = campaigns.get(id);
  if (known) return known;
  const read = load(world, keys.campaign(tenant, id), 'campaign').then(({ value }) => value);
  campaigns.set(id, read);
  return read;
};

/** The revision that the entry pins, as the publisher would send it. */
const contentOf = async (
  world: World,
  tenant: Tenant,
  campaigns: Campaigns,
  entry: Entry,
): Promise<ImpactContent> => {
  const [variant, revision, campaign] = await Promise.all([
    load(world, keys.variant(tenant, entry.variant), 'variant'),
    loadRevision(world, tenant, entry.variant, liveRevision(entry)),
    campaignOf(world, tenant, campaigns, entry.campaign),
  ]);
  const { place } = variant.value;
  const [waivers, limits] = await Promise.all([
    waiversOf(world, tenant, variant.value),
    limitsAt(world, tenant, { channel: place.channel, account: entry.account }),
  ]);
  const at = waits(entry) ? entry.slot.instant : sentAt(entry);
  return {
    id: entry.id,
    when: { is: waits(entry) ? 'scheduled' : 'published', at },
    subject: subjectAt(campaign, { ...place, limits }, revision, { slots: [at] }),
    waived: waivers.map(({ fingerprint }) => fingerprint),
    ...(place.account !== undefined && { account: place.account }),
  };
};

const contentsOf = async (
  world: World,
  tenant: Tenant,
  entries: readonly Entry[],
): Promise<readonly ImpactContent[]> => {
  const campaigns: Campaigns = new Map();
  const contents: ImpactContent[] = [];
  for (let from = 0; from < entries.length; from += AT_ONCE) {
    const some = entries.slice(from, from + AT_ONCE);
    contents.push(...(await Promise.all(some.map((entry) => contentOf(world, tenant, campaigns, entry)))));
  }
  return contents;
};

/** Against the guide that judges now; the draft is one that `runnableGuide` took. */
export const impactOf = async (world: World, tenant: Tenant, draft: Guide): Promise<DraftImpact> => {
  const [{ guide }, entries] = await Promise.all([currentGuide(world, tenant), judgedEntries(world, tenant)]);
  const looked = entries.slice(0, MOST);
  const found = impact(guide, draft, await contentsOf(world, tenant, looked));
  return { ...found, notLookedAt: entries.length - looked.length };
};

/** @throws Refused `not-found` without a draft, `invalid-input` with the problems of one that is no guide. */
export const impactOfDraft = useCase('impact-of-draft', async (world, { tenant }): Promise<DraftImpact> => {
  const draft = await load(world, keys.guideDraft(tenant), 'guide draft');
  const loaded = await runnableGuide(draft.value.source);
  if (!loaded.ok) throw invalid('The draft is not a valid guide.', loaded.problems);
  return impactOf(world, tenant, loaded.guide);
});
