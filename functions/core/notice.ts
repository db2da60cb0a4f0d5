/** What a person should know without looking: something of theirs did not go out as planned, or waits for them. */
import { correctionNotice } from './correction-notice.ts';
import type { Entry } from './entry.ts';
import type { AccountId, EntryId, UserId } from './ids.ts';
import { isPartlyLive, partsText } from './entry-parts.ts';
import { countsText } from './sending.ts';
import type { Telling } from './telling.ts';

export const NOTICE_KINDS = [
  'failed',
  'held',
  'missed',
  'unconfirmed',
  'handed-off',
  'disconnected',
  'expiring',
  'moved',
  'drafted',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

export interface Notice {
  /** ULID; consumers drop duplicates by it. */
  readonly id: string;
  readonly kind: NoticeKind;
  readonly to: UserId;
  /** One sentence: what, why, and what to do. */
  readonly says: string;
  readonly entry?: EntryId;
  readonly account?: AccountId;
  readonly at: string;
  readonly read?: true;
  /** While somebody may still have to be told outside the app. */
  readonly telling?: Telling;
  /** Why it was not told outside, a sentence for each way that was given up. */
  readonly untold?: readonly string[];
}

/** What of one's notices comes by e-mail. */
export interface NoticeSettings {
  readonly mail: readonly NoticeKind[];
}

/** What does not wait until somebody looks. */
export const URGENT_KINDS: readonly NoticeKind[] = [
  'failed',
  'held',
  'missed',
  'unconfirmed',
  'handed-off',
  'disconnected',
  'expiring',
];

/** A notice before it has its id and time. */
export type NewNotice = Pick<Notice, 'kind' | 'to' | 'says' | 'entry' | 'account'>;

const shown = ({ words, channel, slot }: Entry): string =>
  `“${words}” (${channel}, ${slot.wall} ${slot.zone})`;

/** What of it can be seen already, where that is not all. */
const inPart = (entry: Entry): string => (isPartlyLive(entry) ? ` ${partsText(entry)};` : '');

/** Which part of it nobody knows of. */
const unknownPart = ({ parts = [] }: Entry): string => {
  const unknown = parts.find(({ outcome }) => outcome?.is === 'unconfirmed');
  return unknown ? `the part “${unknown.part}” of ` : '';
};

/** Of a send to people, what a person may do something about. */
function partlyTold(entry: Entry): Pick<Notice, 'kind' | 'says'> | undefined {
  const { outcome } = entry;
  if (outcome?.is !== 'sent' || outcome.counts.rejected + outcome.counts.unconfirmed === 0) return undefined;
  return {
    kind: 'failed',
    says: `${shown(entry)} did not reach everybody: ${countsText(outcome.counts)}. Retry it to reach those who rejected it.`,
  };
}

/** `: The provider answered 429`; nothing where nobody knows. */
const why = (outcome: Entry['outcome']): string =>
  outcome?.is === 'rejected' || outcome?.is === 'retry' ? `: ${outcome.reason.replace(/\.$/u, '')}` : '';

/** What is missing of it, and what can be done about that. */
function failure(entry: Entry): string {
  const { outcome } = entry;
  switch (outcome?.is) {
    case 'sent':
      return `${countsText(outcome.counts)}.${outcome.reason === undefined ? '' : ` ${outcome.reason}`} Retry it to reach the rest.`;
    case 'rejected':
      return `${outcome.reason}${isPartlyLive(entry) ? ' Retry it to post the rest.' : ''}`;
    default:
      return 'it was not published.';
  }
}

function told(entry: Entry): Pick<Notice, 'kind' | 'says'> | undefined {
  const { state, outcome, hold } = entry;
  switch (state) {
    case 'failed':
      return {
        kind: 'failed',
        says: `${shown(entry)} failed:${inPart(entry)} ${failure(entry)}`,
      };
    case 'unconfirmed':
      return {
        kind: 'unconfirmed',
        says: `Nobody knows yet whether ${unknownPart(entry)}${shown(entry)} is live; do not post it again.`,
      };
    case 'held':
      return {
        kind: 'held',
        says: `${shown(entry)} is held:${inPart(entry)} ${hold?.says ?? 'a check failed.'}`,
      };
    case 'missed':
      return {
        kind: 'missed',
        says: `${shown(entry)} was missed${why(outcome)}; give it another time or cancel it.`,
      };
    case 'handed-off':
      return {
        kind: 'handed-off',
        says: `${shown(entry)} is yours to post now; confirm it when it is live.`,
      };
    case 'published':
      return partlyTold(entry);
    case 'planned':
    case 'scheduled':
    case 'publishing':
    case 'cancelled':
      return undefined;
  }
}

/** What the owner is told when an entry came into its state. */
export const noticeOf = (entry: Entry): NewNotice | undefined => {
  const { correction } = entry;
  const notice = correction ? correctionNotice(entry, correction) : told(entry);
  return notice && { ...notice, to: entry.owner, entry: entry.id, account: entry.account };
};
