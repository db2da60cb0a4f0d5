/** A mail server without a network, which keeps its own ledger, refuses, tires, and loses answers. */
import type { Letter, Mail, MessageAnswer } from '../../functions/ports/mail.ts';
import { fatesOf, type Fate, type Fates } from './ledger-provider.ts';

export interface LedgerMail extends Fates {
  readonly mail: Mail;
  /** By the ids of their messages, one of each entry and addressee. */
  readonly letters: readonly Pick<Letter, 'to' | 'messageId'>[];
}

const ANSWERS: Readonly<Record<Exclude<Fate, 'lost'>, MessageAnswer>> = {
  refused: { is: 'refused', reason: '550 unknown' },
  'rate-limited': { is: 'not-taken', reason: '451 try later', alone: true },
  unauthorised: { is: 'not-taken', reason: '535 authentication failed', unauthorised: true },
  'not-sent': { is: 'not-taken', reason: 'refused' },
  broken: { is: 'unanswered', reason: 'reset' },
};

/** `onLetter` is asked at the very moment of a delivery. */
export const ledgerMail = (onLetter: (letter: Letter) => void): LedgerMail => {
  const letters: Letter[] = [];
  const fates = fatesOf();
  return {
    ...fates,
    letters,
    mail: {
      check: () => Promise.resolve({ is: 'taken', id: '' }),
      send: async (_server, letter) => {
        const fate = fates.next();
        if (fate !== undefined && fate !== 'lost') return ANSWERS[fate];
        letters.push(letter);
        onLetter(letter);
        return fate === 'lost'
          ? { is: 'unanswered', reason: 'timed out' }
          : { is: 'taken', id: letter.messageId };
      },
    },
  };
};
