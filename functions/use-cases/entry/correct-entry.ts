/** Corrects what is published: amends it to what is approved now, or takes it back. A correction is an entry of its own. */
import { hashAt, payloadAt } from '../../adapt/payload-of.ts';
import { liveRevision, planCorrection, type CorrectionPlan } from '../../core/correct-entry.ts';
import type { Entry, EntryState } from '../../core/entry.ts';
import { Refused } from '../../core/errors.ts';
import { asId, type EntryId } from '../../core/ids.ts';
import { keys } from '../../core/keys.ts';
import { canonicalJson } from '../../core/payload.ts';
import type { Tenant } from '../../core/tenant.ts';
import { eventOf } from '../../core/transition.ts';
import { transitionEntry } from '../../core/transition-entry.ts';
import type { Content } from '../../core/variant.ts';
import type { Row, World } from '../../ports.ts';
import { load, putEntry, saved, type Versioned } from '../rows.ts';
import { useCase, type Session } from '../use-case.ts';
import { loadRevision, openVariant } from '../variant/open-variant.ts';
import { refuseUnapproved } from './refuse-unapproved.ts';

/** What a correction that was asked for before may still do; one that was handed to a person is theirs to leave. */
const UNDER_WAY: readonly EntryState[] = ['planned', 'scheduled', 'publishing', 'unconfirmed', 'held'];

const refuseSecond = async (world: World, tenant: Tenant, { correcting }: Entry): Promise<void> => {
  const other = correcting && (await world.store.get(keys.entry(tenant, correcting)));
  if (other && UNDER_WAY.includes(other.value.state))
    throw new Refused(
      'not-in-this-state',
      `It is being corrected already, and that is ${other.value.state}: settle or cancel that one first.`,
      { correcting, state: other.value.state },
    );
};

const save = async (
  world: World,
  { tenant, member, once }: Session,
  of: Row<Entry>,
  plan: Omit<CorrectionPlan, 'id' | 'owner'>,
): Promise<Versioned<Entry>> => {
  await refuseSecond(world, tenant, of.value);
  const now = world.clock.now();
  const id = asId<EntryId>(world.ids.next());
  const { state: correcting } = transitionEntry(of.value, { do: 'correct', is: plan.is, by: id }, now);
  const planned = planCorrection(of.value, { ...plan, id, owner: member.user }, now);
  const head = putEntry(tenant, planned.state);
  await world.store.commit({
    head,
    changes: [putEntry(tenant, correcting, of)],
    by: { user: member.user },
    event: eventOf(planned),
    once,
    answer: saved(head),
  });
  await world.wakeUps.set(tenant.workspace, id, now);
  return saved(head);
};

export interface RetractInput {
  readonly id: EntryId;
  readonly reason: string;
}

/** @throws Refused `not-found`; `not-in-this-state` where nothing is live, it went to people, or it is being corrected already. */
export const retractEntry = useCase(
  'retract-entry',
  async (world, session, { id, reason }: RetractInput): Promise<Versioned<Entry>> => {
    const of = await load(world, keys.entry(session.tenant, id), 'entry');
    return save(world, session, of, { is: 'retract', reason });
  },
);

export interface AmendInput {
  readonly id: EntryId;
  readonly reason?: string;
}

const differ = (some: unknown, others: unknown): boolean => canonicalJson(some) !== canonicalJson(others);

const isBeyondText = (live: Content, next: Content): boolean =>
  differ([live.media, live.link ?? null], [next.media, next.link ?? null]);

/**
 * @throws Refused as retracting does; `not-approved` or `approval-does-not-cover` where the variant's newest revision is not
 * approved; `same-as-live` where readers see it already.
 */
export const amendEntry = useCase(
  'amend-entry',
  async (world, session, { id, reason }: AmendInput): Promise<Versioned<Entry>> => {
    const { tenant } = session;
    const of = await load(world, keys.entry(tenant, id), 'entry');
    // What can never be amended is said before what is wrong with its text.
    transitionEntry(of.value, { do: 'correct', is: 'amend', by: id }, world.clock.now());
    const opened = await openVariant(world, tenant, of.value.variant);
    const { head, revision, campaign } = opened;
    const { place } = head.value;
    const hash = hashAt(campaign, place, revision);
    refuseUnapproved(head.value, hash, 'amends what is live');
    const live = await loadRevision(world, tenant, head.value.id, liveRevision(of.value));
    if (!differ(payloadAt(place, live), payloadAt(place, revision)))
      throw new Refused(
        'same-as-live',
        `What is approved, revision ${revision.number}, is what is live already: edit the variant and have it approved first.`,
        { live: live.number, approved: revision.number },
      );
    const amended = { revision: revision.number, hash, beyondText: isBeyondText(live, revision) };
    return save(world, session, of, { is: 'amend', amended, ...(reason !== undefined && { reason }) });
  },
);
