/** Publishes a correction by the same path as a post: one call for each part that is live, or a hand-off where there is no such call. */
import { handOffPublisher } from '../../channels/hand-off/publish.ts';
import type { Correction } from '../../core/correction.ts';
import { todoOf } from '../../core/correction-notice.ts';
import type { Outcome } from '../../core/entry.ts';
import type { Payload } from '../../core/payload.ts';
import type { CorrectingCall, Job, Publisher } from '../../ports/publisher.ts';

/** An amendment has as many parts as what is live, by the same names. */
const isOfTheSameParts = (publisher: Publisher, { live }: Correction, payload: Payload): boolean => {
  const all = publisher.partsOf?.(payload) ?? [];
  const parts = all.length > 1 ? all : [];
  const named = live.flatMap(({ part }) => part ?? []);
  return parts.length === named.length && parts.every((part, at) => part === named[at]);
};

/** The call that corrects, or why there is none. */
const callOf = (publisher: Publisher, correction: Correction, payload: Payload): CorrectingCall | string => {
  const { is, live, beyondText } = correction;
  const call = is === 'amend' ? publisher.amend : publisher.retract;
  if (!call) return `The channel lets no program ${is} a post.`;
  if (live.some(({ externalId }) => externalId === undefined))
    return 'Nobody wrote down by which id the channel knows it.';
  if (is === 'retract') return call;
  if (beyondText && publisher.amends === 'text')
    return 'Its pictures or its link changed, and the channel lets programs change only words.';
  return isOfTheSameParts(publisher, correction, payload)
    ? call
    : 'What is approved has other parts than what is live.';
};

const MAIN = 'text';

/** To whoever corrects by hand: why, and where everything is that is live. */
const handedOff = (correction: Correction, why: string): Outcome => {
  const known = correction.live.filter(({ url }) => url !== undefined);
  const url = (known.find(({ part }) => part === MAIN) ?? known[0])?.url;
  return { is: 'handed-off', reason: todoOf(correction, why), ...(url !== undefined && { url }) };
};

const handingOff = (correction: Correction, why: string): Publisher => {
  const { prepare, readBack, idempotency } = handOffPublisher;
  return { prepare, readBack, idempotency, send: async () => handedOff(correction, why) };
};

const NO_CALL = 'The channel lets no program do it.';

/** What is corrected by one call is the only thing that is live, be it a post or what there is of one. */
const liveIdOf = ({ live }: Correction, { part }: Job): string => {
  const id = (part ? live.find((one) => one.part === part.name) : live[0])?.externalId;
  if (id === undefined) throw new Error(`Nothing is live of ${part?.name ?? 'the post'}`);
  return id;
};

/** Whether the publisher has a call for it. */
export const canCorrect = (publisher: Publisher, correction: Correction, payload: Payload): boolean =>
  typeof callOf(publisher, correction, payload) !== 'string';

/** Doing it twice is doing it once, so that what nobody knows of is settled by the same call again. */
export const correctingPublisher = (
  publisher: Publisher,
  correction: Correction,
  payload: Payload,
): Publisher => {
  const call = callOf(publisher, correction, payload);
  if (typeof call === 'string') return handingOff(correction, call);
  return {
    idempotency: 'exact',
    prepare: async () => ({ is: 'ready', checkpoint: correction.is }),
    send: async (job) => {
      const came = await call(job, liveIdOf(correction, job));
      return came.is === 'handed-off' ? handedOff(correction, came.reason ?? NO_CALL) : came;
    },
    readBack: async () => ({ is: 'absent' }),
    partsOf: () => correction.live.flatMap(({ part }) => part ?? []),
  };
};
