/** What correcting a fact would rewrite, everywhere it is said. Changes nothing. */
import { correctCampaign, type CorrectedMessage, type Rewritten } from '../../adapt/correct-fact.ts';
import type { CampaignId, VariantId } from '../../core/ids.ts';
import { keys } from '../../core/keys.ts';
import type { Place } from '../../core/variant.ts';
import { load } from '../rows.ts';
import { useCase } from '../use-case.ts';
import { openVariant } from '../variant/open-variant.ts';
import { variantsOf } from './outdate-variants.ts';
import { mentionsIn, revalued, type EntryMentions } from './mentions-of-fact.ts';

export interface PreviewedVariant {
  readonly variant: VariantId;
  readonly place: Place;
  readonly rewritten: readonly Rewritten[];
  readonly entries: readonly EntryMentions[];
}

export interface CorrectionPreview {
  readonly messages: readonly CorrectedMessage[];
  readonly variants: readonly PreviewedVariant[];
}

/** @throws Refused `not-found`, `invalid-input`. */
export const previewCorrection = useCase(
  'preview-correction',
  async (
    world,
    { tenant },
    input: { id: CampaignId; fact: string; value: unknown },
  ): Promise<CorrectionPreview> => {
    const { value: before } = await load(world, keys.campaign(tenant, input.id), 'campaign');
    const { campaign: after, messages } = correctCampaign(before, revalued(before, input.fact, input.value));
    const found = await Promise.all(
      (await variantsOf(world, tenant, input.id)).map(async (variant) => {
        const opened = await openVariant(world, tenant, variant);
        const mentions = await mentionsIn(world, tenant, { before, after, fact: input.fact }, opened);
        if (!mentions) return [];
        const { change, entries } = mentions;
        return [{ variant, place: opened.head.value.place, rewritten: change?.rewritten ?? [], entries }];
      }),
    );
    return { messages, variants: found.flat() };
  },
);
