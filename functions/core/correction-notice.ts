/** What the owner of a correction is told: what did not happen, and what is theirs to do by hand. */
import type { Correction } from './correction.ts';
import type { Entry } from './entry.ts';
import { partsText } from './entry-parts.ts';
import type { NoticeKind } from './notice.ts';

const NOUN = { amend: 'amendment', retract: 'retraction' } as const;
const TODO = {
  amend: 'Change it by hand to what was approved, and confirm it when that is done',
  retract: 'Delete it by hand, and confirm it when that is done',
} as const;

/** Where the post is, and what is to be done there; one line. */
export const todoOf = ({ is, live }: Pick<Correction, 'is' | 'live'>, why: string): string => {
  const urls = live.flatMap(({ url }) => url ?? []);
  return `${why} ${TODO[is]}${urls.length > 0 ? `: ${urls.join(' ')}` : '.'}`;
};

/** Nothing while it is under way, and nothing once it is done. */
export const correctionNotice = (
  entry: Entry,
  { is }: Correction,
): { readonly kind: NoticeKind; readonly says: string } | undefined => {
  const { state, outcome, hold, words, channel, parts } = entry;
  const what = `The ${NOUN[is]} of “${words}” (${channel})`;
  const inPart = parts?.some((one) => one.outcome?.is === 'published') ? ` ${partsText(entry)};` : '';
  switch (state) {
    case 'failed':
      return {
        kind: 'failed',
        says: `${what} failed:${inPart} ${outcome?.is === 'rejected' ? outcome.reason : 'the post is as it was.'}`,
      };
    case 'unconfirmed':
      return {
        kind: 'unconfirmed',
        says: `${what} may have been done or not: look at the post, and settle it.`,
      };
    case 'held':
      return { kind: 'held', says: `${what} is held:${inPart} ${hold?.says ?? 'a check failed.'}` };
    case 'missed':
      return { kind: 'missed', says: `${what} was not done in a day: ask for it again.` };
    case 'handed-off':
      return {
        kind: 'handed-off',
        says: `${what} is yours. ${outcome?.is === 'handed-off' ? (outcome.reason ?? '') : ''}`.trim(),
      };
    case 'planned':
    case 'scheduled':
    case 'publishing':
    case 'published':
    case 'cancelled':
      return undefined;
  }
};
