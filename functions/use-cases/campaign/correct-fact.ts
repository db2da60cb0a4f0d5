/** Changes a fact, rewrites every mention of its old value, and opens the review of what was approved with it. */
import { correctCampaign, type CorrectedMessage, type Rewritten } from '../../adapt/correct-fact.ts';
import type { Campaign } from '../../core/campaign.ts';
import { Refused } from '../../core/errors.ts';
import type { CampaignId, VariantId } from '../../core/ids.ts';
import { keys } from '../../core/keys.ts';
import type { Place } from '../../core/variant.ts';
import type { World } from '../../ports.ts';
import { expectRev, load, putCampaign, saved, type Versioned } from '../rows.ts';
import { settled, useCase, type Session } from '../use-case.ts';
import { openVariant } from '../variant/open-variant.ts';
import { saveRevision } from '../variant/save-revision.ts';
import { submitOpened } from '../variant/submit-variant.ts';
import { openTask } from './correction-tasks.ts';
import { outdateVariants, variantsOf } from './outdate-variants.ts';
import { mentionsIn, revalued, type Difference, type EntryMentions } from './mentions-of-fact.ts';

export interface CorrectedVariant {
  readonly variant: VariantId;
  readonly place: Place;
  readonly rewritten: readonly Rewritten[];
  /** Calendar entries whose pinned text says the old value. */
  readonly entries: readonly EntryMentions[];
  /** In review again, because its old text was approved or in review. */
  readonly submitted: boolean;
  /** Public already with the old value: each is a task now. */
  readonly published: readonly string[];
}

export interface CorrectedFact extends Versioned<Campaign> {
  readonly messages: readonly CorrectedMessage[];
  readonly variants: readonly CorrectedVariant[];
}

/** Blocking findings leave the text as a draft, for a person to mend. */
const submitAgain = async (
  world: World,
  session: Session,
  id: VariantId,
  acknowledged: readonly string[],
): Promise<boolean> => {
  try {
    await settled(async () =>
      submitOpened(world, session, await openVariant(world, session.tenant, id), acknowledged),
    );
    return true;
  } catch (error) {
    if (error instanceof Refused) return false;
    throw error;
  }
};

const correctVariant = async (
  world: World,
  session: Session,
  difference: Difference,
  id: VariantId,
): Promise<CorrectedVariant | undefined> => {
  const opened = await openVariant(world, session.tenant, id);
  const { state, approval, submission, place } = opened.head.value;
  const mentions = await mentionsIn(world, session.tenant, difference, opened);
  if (!mentions) return undefined;
  const { change, entries } = mentions;
  const isRewritten = change?.rewritten.some(({ is }) => is !== undefined) ?? false;
  if (change && isRewritten)
    await saveRevision(
      world,
      session,
      { ...opened, campaign: difference.after },
      { content: change.content, origin: 'fact-correction' },
    );
  const published = entries.filter(({ state: was }) => was === 'published');
  for (const { entry, rewritten } of published) {
    const says = rewritten.map(({ was }) => was);
    const task = { entry, fact: difference.fact, says, at: world.clock.now() };
    await openTask(world, session.tenant, place.campaign, task);
  }
  const reviewed = isRewritten && (approval !== undefined || state === 'in-review');
  return {
    variant: id,
    place,
    rewritten: change?.rewritten ?? [],
    entries,
    submitted: reviewed && (await submitAgain(world, session, id, submission?.acknowledged ?? [])),
    published: published.map(({ entry }) => entry),
  };
};

/** Asking again after a break goes on: what states the new value already is left alone. */
export const correctFact = useCase(
  'correct-fact',
  async (
    world,
    session,
    input: { id: CampaignId; fact: string; value: unknown; ifRev: number },
  ): Promise<CorrectedFact> => {
    const { tenant, member } = session;
    const was = await load(world, keys.campaign(tenant, input.id), 'campaign');
    expectRev(was, input.ifRev);
    const fact = revalued(was.value, input.fact, input.value);
    const { campaign: after, messages } = correctCampaign(was.value, fact);
    const difference = { before: was.value, after, fact: fact.id };
    const head = putCampaign(tenant, after, world.clock.now(), was);
    await world.store.commit({
      head,
      by: { user: member.user },
      event: { type: 'fact.corrected', data: { fact: fact.id, value: fact.value } },
    });
    const variants: CorrectedVariant[] = [];
    for (const variant of await variantsOf(world, tenant, input.id)) {
      const one = await settled(() => correctVariant(world, session, difference, variant));
      if (one) variants.push(one);
    }
    // What states it in words that nobody can rewrite, or must state it and does not.
    await outdateVariants(world, session, input.id);
    return { ...saved(head), messages, variants };
  },
);
