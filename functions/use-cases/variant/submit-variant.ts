/** Fixes what is to be approved: refused while something blocks, or waits for the submitter's tick. */
import { hashAt } from '../../adapt/payload-of.ts';
import { Refused } from '../../core/errors.ts';
import type { VariantId } from '../../core/ids.ts';
import { eventOf } from '../../core/transition.ts';
import { transitionVariant } from '../../core/transition-variant.ts';
import type { Variant } from '../../core/variant.ts';
import type { World } from '../../ports.ts';
import { currentGuide } from '../guide/current-guide.ts';
import { edition, putVariant, type Versioned } from '../rows.ts';
import { useCase, type Session } from '../use-case.ts';
import { waitingSlots } from './entries-of-variant.ts';
import { judge, type Judgement } from './judge.ts';
import { openSeen, waiversOf, type OpenVariant } from './open-variant.ts';

/** Says of each finding what a person needs to mend it. */
const shown = (findings: Judgement['findings']) =>
  findings.map(({ rule, field, message, start, end, fix, fingerprint }) => ({
    rule,
    field,
    message,
    start,
    end,
    fingerprint,
    ...(fix && { fix }),
  }));

const refuseWhatStands = (judgement: Judgement, acknowledged: readonly string[]): void => {
  const { blocking, toAcknowledge } = judgement;
  if (blocking.length > 0)
    throw new Refused(
      'blocking-findings',
      `${blocking.length} blocking findings stand: mend or waive them.`,
      {
        findings: shown(blocking),
      },
    );
  const unticked = toAcknowledge.filter((finding) => !acknowledged.includes(finding.fingerprint));
  if (unticked.length > 0)
    throw new Refused(
      'acknowledgement-needed',
      `${unticked.length} findings need your tick: send their fingerprints in "acknowledge".`,
      { findings: shown(unticked) },
    );
};

/** Submits what was opened. @throws Refused `blocking-findings`, `acknowledgement-needed`, `not-in-this-state`. */
export const submitOpened = async (
  world: World,
  { tenant, member }: Session,
  opened: OpenVariant,
  acknowledged: readonly string[],
): Promise<Versioned<Variant>> => {
  const { head, revision, campaign } = opened;
  const [guide, waivers, slots] = await Promise.all([
    currentGuide(world, tenant),
    waiversOf(world, tenant, head.value),
    waitingSlots(world, tenant, head.value.id),
  ]);
  const now = world.clock.now();
  refuseWhatStands(judge(tenant, guide, opened, revision, waivers, { now, slots }), acknowledged);
  const submission = {
    hash: hashAt(campaign, head.value.place, revision),
    revision: revision.number,
    by: member.user,
    at: now,
    acknowledged,
  };
  const became = transitionVariant(head.value, { do: 'submit', submission }, now);
  const row = putVariant(tenant, became.state, now, head);
  await world.store.commit({ head: row, by: { user: member.user }, event: eventOf(became) });
  return edition(row.value);
};

/** @throws Refused as submitting does, and `stale`. */
export const submitVariant = useCase(
  'submit-variant',
  async (
    world,
    session,
    input: { id: VariantId; ifRev: number; acknowledge?: readonly string[] },
  ): Promise<Versioned<Variant>> =>
    submitOpened(world, session, await openSeen(world, session.tenant, input), input.acknowledge ?? []),
);
