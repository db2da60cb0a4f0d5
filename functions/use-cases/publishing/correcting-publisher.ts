/** Publishes a correction by the same path as a post: one call for each part that is live, or a hand-off where there is no such call. */
import { handOffPublisher } from '../../channels/hand-off/publish.ts';
import type { Correction } from '../../core/correction.ts';
import { todoOf } from '../../core/correction-notice.ts';
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

const handingOff = (correction: Correction, why: string): Publisher => {
  const url = correction.live.find((one) => one.url !== undefined)?.url;
  const reason = todoOf(correction, why);
  const { prepare, readBack, idempotency } = handOffPublisher;
  const outcome = { is: 'handed-off', reason, ...(url !== undefined && { url }) } as const;
  return { prepare, readBack, idempotency, send: async () => outcome };
};

const liveIdOf = ({ live }: Correction, { part }: Job): string => {
  const id = live.find((one) => one.part === part?.name)?.externalId;
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
    send: (job) => call(job, liveIdOf(correction, job)),
    readBack: async () => ({ is: 'absent' }),
    partsOf: () => correction.live.flatMap(({ part }) => part ?? []),
  };
};
