/** The one way a variant gets a new revision: linted, its approvals and calendar entries minded, in one transaction. */
import type { NotFact } from '../../../brand-guide/facts/comparison.ts';
import { lintPlace } from '../../adapt/lint-place.ts';
import type { Campaign } from '../../core/campaign.ts';
import type { Hold } from '../../core/entry.ts';
import type { EventType } from '../../core/events.ts';
import { keys } from '../../core/keys.ts';
import { transitionVariant } from '../../core/transition-variant.ts';
import type { Content, Notes, Origin, Place, Revision, Variant } from '../../core/variant.ts';
import type { Change, Commit, World } from '../../ports.ts';
import { compiledFor, currentGuide, type CurrentGuide } from '../guide/current-guide.ts';
import { edition, put, putVariant } from '../rows.ts';
import type { Session } from '../use-case.ts';
import type { OpenVariant } from './open-variant.ts';
import { entriesHeld } from './entries-of-variant.ts';

const KEPT_FINDINGS = 200;

export interface NewContent {
  readonly content: Content;
  readonly origin: Origin;
  readonly notes?: Notes;
  /** What people marked in earlier revisions. */
  readonly notFacts?: readonly NotFact[];
}

export interface VariantAnswer {
  readonly value: Variant;
  readonly rev: number;
  readonly revision: Revision;
}

const EVENT_OF: Readonly<Record<Origin, EventType>> = {
  adapted: 'variant.adapted',
  typed: 'variant.edited',
  'quick-fix': 'variant.edited',
  'fact-correction': 'variant.edited',
};

const NO_NOTES: Notes = { kept: [], leftOut: [], changed: [], problems: [] };

/** A revision with its findings under the guide that judges now. */
export const makeRevision = (
  world: World,
  session: Session,
  guide: CurrentGuide,
  campaign: Campaign,
  place: Place & Pick<OpenVariant, 'limits'>,
  number: number,
  { content, origin, notes = NO_NOTES, notFacts = [] }: NewContent,
): Revision => {
  const compiled = compiledFor(session.tenant, guide, place);
  const findings = lintPlace(compiled, campaign, place, { ...content, notFacts }, { now: world.clock.now() });
  const counts: Record<string, number> = {};
  for (const { rule } of findings) counts[rule] = (counts[rule] ?? 0) + 1;
  return {
    ...content,
    ...notes,
    number,
    origin,
    by: session.member.user,
    at: world.clock.now(),
    guideVersion: guide.number,
    findings: findings.slice(0, KEPT_FINDINGS),
    counts,
  };
};

/** An edit leaves waiting entries two ways out: approve it, or publish what was approved. */
const EDITED: Hold = {
  reason: 'approval-does-not-cover',
  says: 'The text was edited after it was approved: approve the edit, or publish the approved revision.',
};

/** Writes the next revision of an existing variant. */
export const saveRevision = async (
  world: World,
  session: Session,
  { campaign, head, limits }: Pick<OpenVariant, 'campaign' | 'head' | 'limits'>,
  change: NewContent,
): Promise<VariantAnswer> => {
  const { tenant, member } = session;
  const now = world.clock.now();
  const { state } = transitionVariant(
    head.value,
    { do: 'edit', by: member.user, origin: change.origin },
    now,
  );
  const guide = await currentGuide(world, tenant);
  const place = { ...state.place, limits };
  const revision = makeRevision(world, session, guide, campaign, place, state.revision, {
    ...change,
    notFacts: state.notFacts ?? [],
  });
  const row = putVariant(tenant, state, now, head);
  await world.store.commit({
    ...commitOf(session, row, revision),
    changes: [revisionRow(session, state, revision), ...(await entriesHeld(world, tenant, state.id, EDITED))],
  });
  return { ...edition(state), revision };
};

export const revisionRow = (
  { tenant }: Pick<Session, 'tenant'>,
  variant: Variant,
  revision: Revision,
): Change => put(keys.revision(tenant, variant.id, revision.number), revision);

export const commitOf = (session: Session, head: Commit['head'], revision: Revision): Commit => ({
  head,
  by: { user: session.member.user },
  event: {
    type: EVENT_OF[revision.origin],
    data: { revision: revision.number, origin: revision.origin, counts: revision.counts },
  },
});
