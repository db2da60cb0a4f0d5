/** Gives every place of a campaign its variant; what a person edited is never overwritten, only proposed to. */
import { adaptPlace, placesOf, type Adapted } from '../../adapt/adapt-place.ts';
import type { Addressed } from '../../adapt/lint-place.ts';
import type { ChannelId } from '../../../brand-guide/engine/channel.ts';
import type { Campaign } from '../../core/campaign.ts';
import { asId, type CampaignId, type VariantId } from '../../core/ids.ts';
import { keys } from '../../core/keys.ts';
import { canonicalJson } from '../../core/payload.ts';
import type { Content, Place, Variant } from '../../core/variant.ts';
import type { World } from '../../ports.ts';
import { limitsAt } from '../account/account-limits.ts';
import { compiledFor, currentGuide, guideFor, type CurrentGuide } from '../guide/current-guide.ts';
import { load, put, putVariant } from '../rows.ts';
import { settled, useCase, type Session } from '../use-case.ts';
import { openVariant } from '../variant/open-variant.ts';
import { commitOf, makeRevision, revisionRow, saveRevision } from '../variant/save-revision.ts';
import { refuseRewriting, rewriteText } from './rewrite-text.ts';
import { unavailableChannels } from './check-messages.ts';

export interface AdaptInput {
  readonly id: CampaignId;
  readonly steps?: readonly string[];
  readonly channels?: readonly ChannelId[];
  readonly locales?: readonly string[];
  readonly format?: string;
  /** Has the texts written anew by the rewriter that is set up. */
  readonly rewrite?: boolean;
}

/** `proposed`: a person edited the variant, and this is what adapting would say now. */
export interface AdaptItem {
  readonly place: Place;
  readonly variant: VariantId;
  readonly is: 'created' | 'changed' | 'unchanged' | 'proposed';
  readonly adapted: Adapted;
}

export interface AdaptAnswer {
  readonly items: readonly AdaptItem[];
  readonly notAvailableYet: readonly string[];
}

const sameContent = (a: Content, b: Content): boolean =>
  canonicalJson([a.parts, a.media, a.link ?? null]) === canonicalJson([b.parts, b.media, b.link ?? null]);

const createVariant = async (
  world: World,
  session: Session,
  guide: CurrentGuide,
  campaign: Campaign,
  { limits, ...place }: Place & Pick<Addressed, 'limits'>,
  adapted: Adapted,
): Promise<AdaptItem> => {
  const { tenant } = session;
  const id = asId<VariantId>(world.ids.next());
  const variant: Variant = {
    id,
    place,
    state: 'draft',
    revision: 1,
    edition: 1,
    inherits: true,
    authors: [],
  };
  const { content, notes } = adapted;
  const revision = makeRevision(world, session, guide, campaign, { ...place, limits }, 1, {
    content,
    notes,
    origin: 'adapted',
  });
  const head = putVariant(tenant, variant, world.clock.now());
  await world.store.commit({
    ...commitOf(session, head, revision),
    changes: [revisionRow(session, variant, revision), put(keys.place(tenant, place), { variant: id })],
  });
  return { place, variant: id, is: 'created', adapted };
};

const adaptAgain = async (
  world: World,
  session: Session,
  campaign: Campaign,
  id: VariantId,
  adapted: Adapted,
): Promise<AdaptItem> => {
  const opened = await openVariant(world, session.tenant, id);
  const { head, revision } = opened;
  const item = { place: head.value.place, variant: id, adapted };
  if (sameContent(revision, adapted.content)) return { ...item, is: 'unchanged' };
  if (!head.value.inherits) return { ...item, is: 'proposed' };
  const { content, notes } = adapted;
  await saveRevision(world, session, opened, { content, notes, origin: 'adapted' });
  return { ...item, is: 'changed' };
};

const adaptOne = async (
  world: World,
  session: Session,
  guide: CurrentGuide,
  campaign: Campaign,
  { place, rewrite }: { readonly place: Place; readonly rewrite: boolean },
): Promise<AdaptItem> => {
  const { tenant } = session;
  const compiled = compiledFor(tenant, guide, place);
  const limits = await limitsAt(world, tenant, place);
  const at = { campaign, place: { ...place, limits }, guide: guideFor(guide.guide, place), compiled };
  const now = world.clock.now();
  const plain = adaptPlace(campaign, at.place, at.guide, compiled, now);
  const adapted = rewrite ? await rewriteText(world, { ...at, now }, plain) : plain;
  const there = await world.store.get(keys.place(tenant, place));
  return there
    ? adaptAgain(world, session, campaign, there.value.variant, adapted)
    : createVariant(world, session, guide, campaign, { ...place, limits }, adapted);
};

/** Each place is one transaction of its own: asking again goes on where a broken asking stopped. */
export const adaptCampaign = useCase(
  'adapt-campaign',
  async (world, session, input: AdaptInput): Promise<AdaptAnswer> => {
    const { value: campaign } = await load(world, keys.campaign(session.tenant, input.id), 'campaign');
    const guide = await currentGuide(world, session.tenant);
    const places = placesOf(campaign, input).map((one) => ({ ...one, campaign: campaign.id }));
    const { rewrite = false } = input;
    if (rewrite) refuseRewriting(world, places.length);
    const adaptAt = (place: Place) =>
      settled(() => adaptOne(world, session, guide, campaign, { place, rewrite }));
    if (rewrite)
      return {
        items: await Promise.all(places.map(adaptAt)),
        notAvailableYet: unavailableChannels(campaign),
      };
    const items: AdaptItem[] = [];
    for (const place of places) items.push(await adaptAt(place));
    return { items, notAvailableYet: unavailableChannels(campaign) };
  },
);
