/** A brand member's reasoned, expiring acceptance of one finding. */
import { Refused } from '../../core/errors.ts';
import { isAtOrBefore } from '../../core/instant.ts';
import type { VariantId } from '../../core/ids.ts';
import { keys, type WaiverCover } from '../../core/keys.ts';
import type { Variant, Waiver } from '../../core/variant.ts';
import { currentGuide } from '../guide/current-guide.ts';
import { put, putVariant } from '../rows.ts';
import { useCase } from '../use-case.ts';
import { waitingSlots } from './entries-of-variant.ts';
import { judge } from './judge.ts';
import { openVariant } from './open-variant.ts';

export interface WaiverInput {
  readonly id: VariantId;
  readonly fingerprint: string;
  readonly reason: string;
  readonly until: string;
  readonly scope: Waiver['scope'];
}

const coverOf = ({ id, place }: Variant, scope: Waiver['scope']): WaiverCover => {
  switch (scope) {
    case 'variant':
      return { variant: id };
    case 'campaign':
      return { campaign: place.campaign };
    case 'workspace':
      return { workspace: true };
  }
};

/** @throws Refused `not-found` when no such finding stands, `not-waivable`, `in-the-past`. */
export const waiveFinding = useCase(
  'waive-finding',
  async (world, { tenant, member, once }, input: WaiverInput): Promise<Waiver> => {
    const opened = await openVariant(world, tenant, input.id);
    const guide = await currentGuide(world, tenant);
    const now = world.clock.now();
    const when = { now, slots: await waitingSlots(world, tenant, input.id) };
    const finding = judge(tenant, guide, opened, opened.revision, [], when).findings.find(
      ({ fingerprint }) => fingerprint === input.fingerprint,
    );
    if (!finding) throw new Refused('not-found', 'The variant has no finding with this fingerprint.');
    if (!finding.waivable)
      throw new Refused('not-waivable', `${finding.rule} may not be waived: ${finding.message}`);
    if (isAtOrBefore(input.until, now)) throw new Refused('in-the-past', 'A waiver must end later than now.');
    const { fingerprint, reason, until, scope } = input;
    const waiver: Waiver = { fingerprint, reason, until, scope, by: member.user, at: now };
    const key = keys.waiver(tenant, coverOf(opened.head.value, scope), fingerprint);
    await world.store.commit({
      head: putVariant(tenant, opened.head.value, now, opened.head),
      changes: [put(key, waiver, await world.store.get(key))],
      by: { user: member.user },
      event: { type: 'finding.waived', data: { rule: finding.rule, fingerprint, reason, until, scope } },
      once,
      answer: waiver,
    });
    return waiver;
  },
);
