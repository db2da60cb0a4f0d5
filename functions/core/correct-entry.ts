/** The part of the entry's state machine that corrects: what may be corrected, the entry that does it, and what is done by then. Pure. */
import type { Entry } from './entry.ts';
import { became, notNow, type EntryTransition, type Of } from './entry-became.ts';
import { isPartlyLive } from './entry-parts.ts';
import type { Corrected, Correction, CorrectionKind, LivePart } from './correction.ts';
import type { EventType } from './events.ts';
import type { EntryId, UserId } from './ids.ts';
import type { ContentHash } from './payload.ts';
import { wallOf, zoneDataVersion } from './zone.ts';

/** A correction that a provider keeps waiting is still wanted the next day. */
const GRACE_MINUTES = 24 * 60;

const DONE = { amend: 'entry.amended', retract: 'entry.retracted' } as const satisfies Record<
  CorrectionKind,
  EventType
>;

/** What is said of an entry that is done. */
export const doneEvent = ({ correction }: Entry): EventType =>
  correction ? DONE[correction.is] : 'entry.published';

/** The revision that readers see. */
export const liveRevision = ({ revision, corrected }: Entry): number => corrected?.revision ?? revision;

/** What is live of a published entry: the whole, or its parts in order. */
export const liveOf = ({ outcome, parts = [], corrected: since }: Entry): readonly LivePart[] => {
  if (parts.length > 0)
    return parts.flatMap(({ part, outcome: came }) =>
      came?.is === 'published' ? [{ part, ...placeOf(came) }] : [],
    );
  if (outcome?.is !== 'published') return [];
  return [placeOf({ ...outcome, ...(since?.externalId !== undefined && { externalId: since.externalId }) })];
};

const placeOf = ({ externalId, url }: LivePart): LivePart => ({
  ...(externalId !== undefined && { externalId }),
  ...(url !== undefined && { url }),
});

/** Why it cannot be corrected so, if it cannot. */
const refusal = (entry: Entry, is: CorrectionKind): string | undefined => {
  if (entry.correction) return 'This is a correction itself: correct the post that it corrects';
  if (entry.corrected?.is === 'retract') return 'It is retracted already';
  if (entry.outcome?.is === 'sent')
    return 'What reached people cannot be changed or taken back: send them a correction';
  if (entry.state === 'published') return undefined;
  if (!isPartlyLive(entry)) return 'Nothing of it is live';
  return is === 'amend'
    ? 'Only a part of it is live: retry the rest first, or retract what is live'
    : undefined;
};

/** The entry while its correction is under way. @throws Refused `not-in-this-state`. */
export const correct = (entry: Entry, { is, by }: Of<'correct'>): EntryTransition => {
  const why = refusal(entry, is);
  if (why !== undefined) throw notNow(entry, is, `${why}.`);
  return { state: { ...entry, correcting: by }, events: [] };
};

/** The entry once its correction is done; nothing but the correction that was asked for last does it. */
export const corrected = (
  entry: Entry,
  { is, by, at, revision, externalId }: Of<'corrected'>,
): EntryTransition => {
  if (entry.correcting !== by) throw notNow(entry, 'corrected', 'Another correction was asked for since');
  const { correcting: _done, ...rest } = entry;
  const since = { revision, ...(externalId !== undefined && { externalId }) };
  const done: Corrected = { by, is, at, ...(is === 'amend' && since) };
  return { state: { ...rest, corrected: done }, events: [] };
};

export interface CorrectionPlan {
  readonly id: EntryId;
  readonly is: CorrectionKind;
  readonly owner: UserId;
  readonly reason?: string;
  /** What an amendment says. */
  readonly amended?: { readonly revision: number; readonly hash: ContentHash; readonly beyondText: boolean };
}

/** From the last to the first, so that no comment is left below nothing. */
const inOrder = (is: CorrectionKind, live: readonly LivePart[]): readonly LivePart[] =>
  is === 'retract' ? live.toReversed() : live;

/** The entry that corrects another: scheduled for now, outside the account's gaps and caps. */
export const planCorrection = (
  of: Entry,
  { id, is, owner, reason, amended }: CorrectionPlan,
  now: string,
): EntryTransition => {
  const correction: Correction = {
    corrects: of.id,
    is,
    live: inOrder(is, liveOf(of)),
    ...(reason !== undefined && { reason }),
    ...(amended?.beyondText && { beyondText: true }),
  };
  const { campaign, variant, account, channel, locale, words, slot } = of;
  const { revision, hash } = amended ?? { revision: liveRevision(of), hash: of.hash };
  const entry: Entry = {
    id,
    campaign,
    variant,
    account,
    channel,
    locale,
    words,
    owner,
    revision,
    hash,
    correction,
    slot: { wall: wallOf(now, slot.zone), zone: slot.zone, instant: now },
    zoneData: zoneDataVersion,
    state: 'scheduled',
    whenApproved: false,
    graceMinutes: GRACE_MINUTES,
    attempts: 0,
  };
  const { live: _ids, ...data } = correction;
  return became(entry, 'scheduled', 'entry.correction-asked', { ...data, revision }, { wakeAt: now });
};
