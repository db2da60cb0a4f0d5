/** Counts what Cantus says of its entries against what the providers keep of them. */
import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { Ended, Stated } from './round.ts';

export const CHANNELS = ['webhook', 'mastodon', 'email'] as const;
export type Channel = (typeof CHANNELS)[number];

/** One line for each post; `id` is an entry and its revision, or the message to one addressee. */
/** `at`: when the provider took it, in milliseconds since the epoch, where it notes that. */
const LedgerLine = z.object({ channel: z.enum(CHANNELS), id: z.string(), at: z.number().optional() });
export type LedgerLine = z.infer<typeof LedgerLine>;
export const Ledger = z.array(LedgerLine);

export interface Tally {
  kills: number;
  posts: number;
  /** One more for each post of an entry and revision, or of an entry to an addressee, after its first. */
  duplicates: number;
  /** Answered with 2xx and gone, never ended, said to be published and not posted, or unconfirmed though it can be read back. */
  losses: number;
  /** Said to be failed, missed or held, and live; to people, more letters than are said to be sent or unconfirmed. */
  misreported: number;
  unconfirmed: number;
  /** How many steps an undisturbed life of one folder takes. */
  steps: number;
  /** `published on mastodon`: how many entries ended so. */
  readonly ends: Map<string, number>;
  /** What must never be seen, as it was seen. */
  readonly broken: string[];
}

export const emptyTally = (): Tally => ({
  kills: 0,
  posts: 0,
  duplicates: 0,
  losses: 0,
  misreported: 0,
  unconfirmed: 0,
  steps: 0,
  ends: new Map(),
  broken: [],
});

export const tallyText = (tally: Tally): string => {
  const { kills, posts, duplicates, losses, misreported, unconfirmed } = tally;
  return `kills ${kills}, posts ${posts}, duplicates ${duplicates}, losses ${losses}, misreported ${misreported}, unconfirmed ${unconfirmed}`;
};

const NOT_LIVE = ['failed', 'missed', 'held'];

/** What is wrong with how a post ended, if anything is. */
const wrongPost = ({ channel, state }: Stated, isLive: boolean): 'losses' | 'misreported' | undefined => {
  if (state === 'unconfirmed') return channel === 'webhook' ? undefined : 'losses';
  if (state === 'published') return isLive ? undefined : 'losses';
  if (!NOT_LIVE.includes(state)) return 'losses';
  return isLive ? 'misreported' : undefined;
};

/** The same of an entry to people, so many of whom have it. */
const wrongLetter = ({ state, counts }: Stated, delivered: number): 'losses' | 'misreported' | undefined => {
  const { sent = 0, unconfirmed = 0 } = counts;
  if (sent > delivered || ![...NOT_LIVE, 'published', 'unconfirmed'].includes(state)) return 'losses';
  return delivered > sent + unconfirmed ? 'misreported' : undefined;
};

/** As Cantus names the message of an entry to an addressee. */
const messageIdOf = (entry: string, reader: string): string =>
  createHash('sha256').update(['tea', entry, reader].join('\n')).digest('hex').slice(0, 40);

const countEnd = (
  tally: Tally,
  id: string,
  stated: Stated,
  live: ReadonlySet<string>,
  readers: readonly string[],
): void => {
  const { channel, state } = stated;
  const end = `${state || 'gone'} on ${channel}`;
  tally.ends.set(end, (tally.ends.get(end) ?? 0) + 1);
  if (state === 'unconfirmed') tally.unconfirmed += 1;
  const reached = readers.filter((reader) => live.has(messageIdOf(id, reader))).length;
  const posts = channel === 'email' ? reached : Number(live.has(id));
  const wrong = channel === 'email' ? wrongLetter(stated, reached) : wrongPost(stated, posts > 0);
  if (wrong === undefined) return;
  tally[wrong] += 1;
  tally.broken.push(`${id} is ${end}, of which ${posts} are live: ${stated.why}`);
};

/** `readers`: the ids of the addressees. */
export const compare = (
  tally: Tally,
  ledger: readonly LedgerLine[],
  ends: readonly Ended[],
  readers: readonly string[],
): void => {
  const seen = new Set<string>();
  const live = new Set<string>();
  for (const { channel, id } of ledger) {
    tally.posts += 1;
    if (seen.has(id)) {
      tally.duplicates += 1;
      tally.broken.push(`${id} is live twice on ${channel}`);
    }
    seen.add(id);
    live.add(channel === 'email' ? id : id.replace(/-\d+$/u, ''));
  }
  for (const { states } of ends)
    for (const [id, stated] of states) countEnd(tally, id, stated, live, readers);
};
