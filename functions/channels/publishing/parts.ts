/** Posts that go out by several calls: a thread's further posts, which reply to each other, and a first comment. */
import type { PartDelivery } from '../../core/entry.ts';
import type { EntryId } from '../../core/ids.ts';
import type { Payload } from '../../core/payload.ts';
import type { Job, Publisher, ReadBack } from '../../ports/publisher.ts';
import type { CallOutcome } from './answers.ts';

const MAIN = 'text';
const COMMENT = 'firstComment';
const FURTHER = /^thread\[(\d{1,3})\]$/u;

const said = ({ parts }: Payload): readonly string[] =>
  parts.filter(({ text }) => text.trim() !== '').map(({ field }) => field);

const place = (field: string): number => Number(FURTHER.exec(field)?.[1]);

/** The main post and the further ones, in the order of their numbers. */
export const threadParts = (payload: Payload): readonly string[] => [
  MAIN,
  ...said(payload)
    .filter((field) => FURTHER.test(field))
    .toSorted((a, b) => place(a) - place(b)),
];

/** The post, and the comment under it; nobody comments on a story. */
export const commentParts = (payload: Payload): readonly string[] => [
  MAIN,
  ...said(payload).filter((field) => field === COMMENT && payload.format !== 'story'),
];

/** Whether it is the post itself, which carries pictures and link. */
export const isMain = ({ part }: Job): boolean => part === undefined || part.name === MAIN;

/** The text of a part; empty where the payload has none of that name. */
export const partOf = ({ payload }: Job, field: string): string =>
  payload.parts.find((part) => part.field === field)?.text ?? '';

/** The text of the part in question. */
export const textOf = (job: Job): string => partOf(job, job.part?.name ?? MAIN);

/** The entry that readers' post is of: of a correction, the one that it corrects. */
export const postOf = ({ entry }: Job): EntryId => entry.correction?.corrects ?? entry.id;

/** The same entry and revision, another part: another name. */
export const keyOf = (job: Job): string => {
  const { entry, part } = job;
  return `${entry.id}-${entry.revision}${isMain(job) ? '' : `-${part?.name ?? ''}`}`;
};

/** An address of a post to its id, where the one tells the other: what a person settles has an address alone. */
export type IdOfUrl = (url: string) => string | undefined;

/** By the first group of the pattern. */
export const idBy =
  (pattern: RegExp): IdOfUrl =>
  (url) =>
    pattern.exec(url)?.[1];

const idOf = (delivery: PartDelivery | undefined, ofUrl: IdOfUrl): string | undefined => {
  const came = delivery?.outcome;
  if (came?.is !== 'published') return undefined;
  return came.externalId ?? (came.url === undefined ? undefined : ofUrl(came.url));
};

/** What a part belongs to: the post that began it, and the one right before it. */
export interface Above {
  readonly root: string;
  readonly parent: string;
}

/** Undefined for the main post, and where nobody knows the ids. */
export const aboveOf = ({ part }: Job, ofUrl: IdOfUrl): Above | undefined => {
  const [root, parent] = [idOf(part?.before[0], ofUrl), idOf(part?.before.at(-1), ofUrl)];
  return root === undefined || parent === undefined ? undefined : { root, parent };
};

const NO_ID = {
  is: 'rejected',
  reason:
    'Nobody knows the id of the post that this part belongs to, since a person settled it: post the rest by hand.',
} as const;

/** A publisher of threads; each part is prepared, sent and read back as a post that replies to the one before. */
export const inThread = (publisher: Publisher, ofUrl: IdOfUrl): Publisher => ({
  ...publisher,
  partsOf: threadParts,
  prepare: (job, checkpoint) =>
    isMain(job) || aboveOf(job, ofUrl) ? publisher.prepare(job, checkpoint) : Promise.resolve(NO_ID),
});

/** How a channel takes a comment under a post. */
export interface Comments {
  readonly send: (job: Job, post: string) => Promise<CallOutcome>;
  readonly readBack: (job: Job, post: string) => Promise<ReadBack>;
}

const UNKNOWN: ReadBack = { is: 'unknown', reason: NO_ID.reason };

/** A publisher of posts with a first comment, which is a call of its own once the post is live. */
export const withFirstComment = (publisher: Publisher, comments: Comments, ofUrl: IdOfUrl): Publisher => {
  const post = (job: Job): string | undefined => aboveOf(job, ofUrl)?.root;
  return {
    ...publisher,
    partsOf: commentParts,
    prepare: async (job, checkpoint) => {
      if (isMain(job)) return publisher.prepare(job, checkpoint);
      const under = post(job);
      return under === undefined ? NO_ID : { is: 'ready', checkpoint: under };
    },
    send: (job, checkpoint) =>
      isMain(job) ? publisher.send(job, checkpoint) : comments.send(job, checkpoint),
    readBack: async (job, checkpoint) => {
      if (isMain(job)) return publisher.readBack(job, checkpoint);
      const under = post(job);
      return under === undefined ? UNKNOWN : comments.readBack(job, under);
    },
  };
};
