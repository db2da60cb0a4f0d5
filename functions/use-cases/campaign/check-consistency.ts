/** One truth across every voice: each fact of a campaign against each of its variants. */
import type { ConsistencyReport } from '../../../brand-guide/engine/consistency.ts';
import { consistencyOf } from '../../adapt/consistency-of.ts';
import type { CampaignId, VariantId } from '../../core/ids.ts';
import { keys } from '../../core/keys.ts';
import { compiledFor, currentGuide } from '../guide/current-guide.ts';
import { allRows, load } from '../rows.ts';
import { useCase } from '../use-case.ts';
import { openVariant } from '../variant/open-variant.ts';

export const checkConsistency = useCase(
  'check-consistency',
  async (world, { tenant }, id: CampaignId): Promise<ConsistencyReport> => {
    const { value: campaign } = await load(world, keys.campaign(tenant, id), 'campaign');
    const guide = await currentGuide(world, tenant);
    const places = await allRows((asking) =>
      world.store.children<{ variant: VariantId }>(`W#${tenant.workspace}#C#${id}`, 'V#', asking),
    );
    const variants = await Promise.all(
      places.map(async ({ value }) => {
        const { head, revision, limits } = await openVariant(world, tenant, value.variant);
        return {
          place: { ...head.value.place, limits },
          content: { ...revision, notFacts: head.value.notFacts ?? [] },
        };
      }),
    );
    return consistencyOf(campaign, variants, (place) => compiledFor(tenant, guide, place), world.clock.now());
  },
);
