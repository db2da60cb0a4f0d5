/** Approves exactly one hash, and lets the entries that waited for it go on. */
import { hashAt } from '../../adapt/payload-of.ts';
import { Refused } from '../../core/errors.ts';
import type { VariantId } from '../../core/ids.ts';
import { keys } from '../../core/keys.ts';
import type { ContentHash } from '../../core/payload.ts';
import { eventOf } from '../../core/transition.ts';
import { transitionVariant } from '../../core/transition-variant.ts';
import type { Approval, Variant } from '../../core/variant.ts';
import type { World } from '../../ports.ts';
import { currentGuide } from '../guide/current-guide.ts';
import { edition, load, putVariant, type Versioned } from '../rows.ts';
import { useCase, type Session } from '../use-case.ts';
import { entriesAfterApproval } from './entries-of-variant.ts';
import { openVariant, waiversOf, type OpenVariant } from './open-variant.ts';

/** `hash` is the payload that the reviewer read: approving anything else is refused. */
export interface Verdict {
  readonly id: VariantId;
  readonly hash: string;
}

const refuseOtherLocale = ({ member }: Session, { place }: Variant): void => {
  const language = place.locale.split('-')[0] ?? place.locale;
  const mine = member.locales.some((one) => one === '*' || one === place.locale || one === language);
  if (!mine)
    throw new Refused(
      'locale-not-yours',
      `You may approve ${member.locales.join(', ') || 'no locale'}; this variant is in ${place.locale}.`,
    );
};

/** The variant still says what was read, and its facts still have the values they had. */
const refuseOtherHash = ({ head, revision, campaign }: OpenVariant, hash: string): ContentHash => {
  const now = hashAt(campaign, head.value.place, revision);
  if (now !== hash)
    throw new Refused('stale', 'The variant, or a fact that it states, changed since you read it.', {
      read: hash,
      now,
    });
  return now;
};

const approvalOf = async (
  world: World,
  { tenant, member }: Session,
  { head, revision }: OpenVariant,
  hash: ContentHash,
): Promise<Approval> => {
  const [guide, waivers] = await Promise.all([
    currentGuide(world, tenant),
    waiversOf(world, tenant, head.value),
  ]);
  return {
    hash,
    revision: revision.number,
    by: member.user,
    at: world.clock.now(),
    guideVersion: guide.number,
    waivers: waivers.map((waiver) => waiver.fingerprint),
  };
};

/** @throws Refused `own-work`, `locale-not-yours`, `stale`, `not-in-this-state`. */
export const approveVariant = useCase(
  'approve-variant',
  async (world, session, input: Verdict): Promise<Versioned<Variant>> => {
    const { tenant, member } = session;
    const opened = await openVariant(world, tenant, input.id);
    refuseOtherLocale(session, opened.head.value);
    const hash = refuseOtherHash(opened, input.hash);
    const { selfApproval } = (await load(world, keys.workspace(tenant), 'workspace')).value;
    const approval = await approvalOf(world, session, opened, hash);
    const became = transitionVariant(
      opened.head.value,
      { do: 'approve', approval, selfApproval },
      approval.at,
    );
    const head = putVariant(tenant, became.state, approval.at, opened.head);
    await world.store.commit({
      head,
      changes: await entriesAfterApproval(world, tenant, became.state, approval),
      by: { user: member.user },
      event: eventOf(became),
    });
    return edition(head.value);
  },
);
