/** Changes a fact, rewrites every mention of its old value, and opens the review of what was approved with it. */
import type { Fact } from '../../../brand-guide/facts/types.ts';
import { correctCampaign, correctContent, type Rewritten } from '../../adapt/correct-fact.ts';
import type { Campaign } from '../../core/campaign.ts';
import { invalid, Refused } from '../../core/errors.ts';
import type { CampaignId, VariantId } from '../../core/ids.ts';
import { keys } from '../../core/keys.ts';
import { revalueFact } from '../../core/revalue-fact.ts';
import type { World } from '../../ports.ts';
import { allRows, expectRev, load, putCampaign, saved, type Versioned } from '../rows.ts';
import { settled, useCase, type Session } from '../use-case.ts';
import { entriesOf } from '../variant/entries-of-variant.ts';
import { openVariant } from '../variant/open-variant.ts';
import { saveRevision } from '../variant/save-revision.ts';
import { submitOpened } from '../variant/submit-variant.ts';

export interface CorrectedVariant {
  readonly variant: VariantId;
  readonly rewritten: readonly Rewritten[];
  /** In review again, because its old text was approved or in review. */
  readonly submitted: boolean;
  /** Public already with the old value: a correction to make there. */
  readonly published: readonly string[];
}

export interface CorrectedFact extends Versioned<Campaign> {
  readonly variants: readonly CorrectedVariant[];
}

const corrected = (campaign: Campaign, id: string, value: unknown): Fact => {
  const fact = campaign.facts.find((one) => one.id === id);
  if (!fact) throw new Refused('not-found', `The campaign has no fact "${id}".`);
  const next = revalueFact(fact, value);
  if (!next.ok) throw invalid(`That is not a value of a ${fact.kind}.`, next.problems);
  return next.fact;
};

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
  before: Campaign,
  after: Campaign,
  fact: string,
  id: VariantId,
): Promise<CorrectedVariant | undefined> => {
  const { head, revision, limits } = await openVariant(world, session.tenant, id);
  const { place, state, approval, submission } = head.value;
  const change = correctContent(before, after, fact, place, revision);
  if (!change) return undefined;
  const entries = await entriesOf(world, session.tenant, id);
  await saveRevision(
    world,
    session,
    { campaign: after, head, limits },
    { content: change.content, origin: 'fact-correction' },
  );
  const reviewed = approval !== undefined || state === 'in-review';
  return {
    variant: id,
    rewritten: change.rewritten,
    submitted: reviewed && (await submitAgain(world, session, id, submission?.acknowledged ?? [])),
    published: entries.flatMap(({ value }) => (value.state === 'published' ? [value.id] : [])),
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
    const fact = corrected(was.value, input.fact, input.value);
    const after = correctCampaign(was.value, fact);
    const head = putCampaign(tenant, after, world.clock.now(), was);
    await world.store.commit({
      head,
      by: { user: member.user },
      event: { type: 'fact.corrected', data: { fact: fact.id, value: fact.value } },
    });
    const places = await allRows((asking) =>
      world.store.children<{ variant: VariantId }>(`W#${tenant.workspace}#C#${input.id}`, 'V#', asking),
    );
    const variants: CorrectedVariant[] = [];
    for (const { value } of places) {
      const one = await settled(() =>
        correctVariant(world, session, was.value, after, input.fact, value.variant),
      );
      if (one) variants.push(one);
    }
    return { ...saved(head), variants };
  },
);
