/** What an answer about one message to one person means, and the name that it always has. */
import { plusSeconds } from '../../core/instant.ts';
import { sha256Hex } from '../../core/payload.ts';
import type { MessageAnswer } from '../../ports/mail.ts';
import type { MessageOutcome, Recipient } from '../../ports/people-publisher.ts';
import type { Health, Job } from '../../ports/publisher.ts';

const PATIENCE_SECONDS = 60;
/** A token that was not taken is renewed at once. */
const UNAUTHORISED_SECONDS = 1;

/** The same entry and addressee, the same id, whatever the attempt. */
export const messageIdOf = ({ workspace, entry }: Job, { hash }: Recipient): string =>
  sha256Hex([workspace, entry.id, hash].join('\n')).slice(0, 40);

export function messageOutcome(answer: MessageAnswer, now: string): MessageOutcome {
  switch (answer.is) {
    case 'taken':
      return { is: 'published', externalId: answer.id };
    case 'refused':
      return { is: 'rejected', reason: answer.reason, ...(answer.gone && { gone: answer.gone }) };
    case 'not-taken':
      return {
        is: 'retry',
        after: plusSeconds(now, answer.unauthorised ? UNAUTHORISED_SECONDS : PATIENCE_SECONDS),
        reason: answer.reason,
        ...(answer.unauthorised && { unauthorised: true }),
        ...(answer.rateLimited && { rateLimited: true }),
        ...(answer.alone && { alone: true }),
      };
    case 'unanswered':
      return { is: 'unconfirmed', reason: answer.reason };
  }
}

/** What a check of the credentials, which sends nothing, says of them. */
export function messageHealth(answer: MessageAnswer): Health {
  if (answer.is === 'taken') return { is: 'well', as: answer.id };
  const isRefused = answer.is === 'refused' || (answer.is === 'not-taken' && answer.unauthorised === true);
  return { is: isRefused ? 'refused' : 'unknown', reason: answer.reason };
}
