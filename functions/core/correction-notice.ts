/** What the owner of a correction is told: what did not happen, and what is theirs to do by hand. */
import type { Correction, LivePart } from './correction.ts';
import type { Entry } from './entry.ts';
import { partsText } from './entry-parts.ts';
import type { NoticeKind } from './notice.ts';

const NOUN = { amend: 'amendment', retract: 'retraction' } as const;
const TODO = {
  amend: 'Change it by hand to what was approved, and confirm it when that is done',
  retract: 'Delete it by hand, and confirm it when that is done',
} as const;

const FURTHER = /^thread\[(\d{1,3})\]$/u;

/** What a person calls a part: the third post of a thread is `thread[1]`. */
const nameOf = ({ part = 'text' }: LivePart): string => {
  if (part === 'firstComment') return 'the first comment';
  const further = FURTHER.exec(part)?.[1];
  return further === undefined ? 'the post' : `post ${Number(further) + 2} of the thread`;
};

/** Every part that is live: by its address, or by what it is where nobody knows that. */
const placesOf = (live: readonly LivePart[]): string => {
  const urls = live.flatMap(({ url }) => url ?? []);
  if (urls.length === 0) return '';
  const others = live.flatMap((one) => (one.url === undefined ? [nameOf(one)] : []));
  return `: ${urls.join(' ')}${others.length > 0 ? ` and ${others.join(', ')}` : ''}`;
};

/** Where the post is, in all its parts, and what is to be done there; one line. */
export const todoOf = ({ is, live }: Pick<Correction, 'is' | 'live'>, why: string): string =>
  `${why} ${TODO[is]}${placesOf(live) || '.'}`;

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
