/** Reads variants with their findings, comments and waivers under the guide that judges now. */
import type { Finding } from '../../../brand-guide/engine/types.ts';
import type { Count } from '../../../brand-guide/engine/channel.ts';
import { hashAt } from '../../adapt/payload-of.ts';
import { postOf } from '../../adapt/lint-place.ts';
import { channelAt } from '../../channels/channel-at.ts';
import type { CampaignId, VariantId } from '../../core/ids.ts';
import { keys } from '../../core/keys.ts';
import type { Comment } from '../../core/review.ts';
import { covers } from '../../core/transition-variant.ts';
import type { Revision, Variant, Waiver } from '../../core/variant.ts';
import type { World } from '../../ports.ts';
import { currentGuide } from '../guide/current-guide.ts';
import { allRows, edition, load } from '../rows.ts';
import { useCase, type Session } from '../use-case.ts';
import { waitingSlots } from './entries-of-variant.ts';
import { judge } from './judge.ts';
import { openVariant, waiversOf } from './open-variant.ts';

export interface VariantView {
  readonly value: Variant;
  readonly rev: number;
  readonly revision: Revision;
  readonly count: Count | null;
  readonly hash: string;
  /** Whether the approval, if any, covers what the variant says now. */
  readonly approved: boolean;
  readonly findings: readonly Finding[];
  readonly blocking: number;
  readonly waivers: readonly Waiver[];
  readonly comments: readonly Comment[];
}

const commentsOf = async (world: World, { tenant }: Session, id: VariantId): Promise<readonly Comment[]> => {
  const { rows } = await world.store.children<Comment>(`W#${tenant.workspace}#V#${id}`, 'COMMENT#');
  return rows.map((row) => row.value);
};

export const getVariant = useCase(
  'get-variant',
  async (world, session, id: VariantId): Promise<VariantView> => {
    const { tenant } = session;
    const opened = await openVariant(world, tenant, id);
    const { head, revision, campaign, limits } = opened;
    const [guide, waivers, comments, slots] = await Promise.all([
      currentGuide(world, tenant),
      waiversOf(world, tenant, head.value),
      commentsOf(world, session, id),
      waitingSlots(world, tenant, id),
    ]);
    const when = { now: world.clock.now(), slots };
    const { findings, blocking } = judge(tenant, guide, opened, revision, waivers, when);
    const { place } = head.value;
    const channel = channelAt(place.channel, postOf(place, revision), limits);
    const main = revision.parts[0];
    const hash = hashAt(campaign, place, revision);
    return {
      ...edition(head.value),
      revision,
      count: (main && channel?.count(main.text, main.field)) ?? null,
      hash,
      approved: covers(head.value, hash),
      findings,
      blocking: blocking.length,
      waivers,
      comments,
    };
  },
);

/** Every variant of a campaign, by step, channel, format, locale. */
export const listVariants = useCase(
  'list-variants',
  async (world, session, campaign: CampaignId): Promise<readonly VariantView[]> => {
    await load(world, keys.campaign(session.tenant, campaign), 'campaign');
    const pk = `W#${session.tenant.workspace}#C#${campaign}`;
    const rows = await allRows((asking) => world.store.children<{ variant: VariantId }>(pk, 'V#', asking));
    return Promise.all(rows.map((row) => getVariant(world, session, row.value.variant)));
  },
);
