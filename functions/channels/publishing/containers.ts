/** Containers: how Instagram and Threads take a post, prepared and waited for before the one call that publishes it. */
import * as z from 'zod';
import type { Outcome } from '../../core/entry.ts';
import { isBefore, plusSeconds } from '../../core/instant.ts';
import type { Given, Job, Posted, Prepared, Publisher, ReadBack } from '../../ports/publisher.ts';
import { createOutcome, prepared, readJson, textIn } from './answers.ts';
import { readCheckpoint } from './checkpoint.ts';
import { graph, idIn } from './graph.ts';
import { foundAmong, madeSince, saysTheSame } from './match.ts';
import { textOf } from './parts.ts';
import { pictureAddresses } from './pictures.ts';

/** A container lasts a day; an older one is made anew. */
const LASTS_SECONDS = 23 * 3600;
const ASK_AGAIN_SECONDS = 5;

const Checkpoint = z.object({
  container: z.string(),
  madeAt: z.string(),
  ready: z.boolean(),
  /** The provider says that it is live. */
  live: z.boolean().optional(),
});
type Checkpoint = z.infer<typeof Checkpoint>;

export type ContainerFields = Readonly<Record<string, unknown>>;

/** What differs between the two. */
export interface ContainerApi {
  /** The node that posts, percent-encoded. */
  readonly owner: (given: Given) => string;
  /** Edges below the owner. */
  readonly makes: string;
  readonly publishes: string;
  /** Where the posts that may be this one are listed: a path. */
  readonly lists: (job: Job, given: Given) => string;
  /** The fields of a container that say how far it is, and of a post that say what it says and where it is. */
  readonly statusField: string;
  readonly textField: string;
  /** Of the containers of an album first, then of the post itself, given the album's containers. */
  readonly items: (job: Job, given: Given) => Promise<readonly ContainerFields[] | Rejected>;
  readonly whole: (job: Job, children: readonly string[]) => ContainerFields;
  /** Whether it goes out without its words, by which nobody could find it. */
  readonly isMute?: (job: Job) => boolean;
}

type Rejected = Extract<Outcome, { is: 'rejected' }>;

const make = async (given: Given, api: ContainerApi, fields: ContainerFields) =>
  prepared(await graph(given, 'POST', `/${api.owner(given)}/${api.makes}`, fields), given.clock.now(), idIn);

async function madeAnew(given: Given, api: ContainerApi, job: Job): Promise<Checkpoint | Prepared> {
  const items = await api.items(job, given);
  if ('is' in items) return items;
  const children: string[] = [];
  for (const fields of items) {
    const item = await make(given, api, fields);
    if (item.is !== 'done') return item;
    children.push(item.value);
  }
  const whole = await make(given, api, api.whole(job, children));
  if (whole.is !== 'done') return whole;
  return { container: whole.value, madeAt: given.clock.now(), ready: false };
}

const isFresh = ({ madeAt }: Checkpoint, now: string): boolean =>
  isBefore(now, plusSeconds(madeAt, LASTS_SECONDS));

/** How far a container is; the provider's own word, beside what went wrong. */
const statusOf = async (given: Given, { statusField }: ContainerApi, { container }: Checkpoint) => {
  const path = `/${container}?fields=${statusField},error_message`;
  return prepared(await graph(given, 'GET', path), given.clock.now(), (json) => {
    const { data } = z
      .object({ [statusField]: z.string(), error_message: z.string().optional() })
      .safeParse(json);
    return data && { status: data[statusField] ?? '', error: data.error_message };
  });
};

const ready = (checkpoint: Checkpoint): Prepared => ({
  is: 'ready',
  checkpoint: JSON.stringify({ ...checkpoint, ready: true }),
});

/** Undefined where the container is of no use any more. */
async function stateOf(
  given: Given,
  api: ContainerApi,
  checkpoint: Checkpoint,
): Promise<Prepared | undefined> {
  const now = given.clock.now();
  const read = await statusOf(given, api, checkpoint);
  if (read.is !== 'done') return isFresh(checkpoint, now) ? read : undefined;
  const { status, error } = read.value;
  if (status === 'PUBLISHED') return ready({ ...checkpoint, live: true });
  if (status === 'EXPIRED' || !isFresh(checkpoint, now)) return undefined;
  if (status === 'ERROR')
    return { is: 'rejected', reason: `The post could not be prepared: ${error ?? status}.` };
  if (status === 'FINISHED') return ready(checkpoint);
  const after = plusSeconds(now, ASK_AGAIN_SECONDS);
  return { is: 'pending', checkpoint: JSON.stringify(checkpoint), after };
}

/** What is there already is looked at before anything is made: it may be live. */
async function prepareContainer(
  given: Given,
  api: ContainerApi,
  job: Job,
  known?: string,
): Promise<Prepared> {
  const before = readCheckpoint(Checkpoint, known);
  const state = before && (await stateOf(given, api, before));
  if (state) return state;
  const made = await madeAnew(given, api, job);
  if ('is' in made) return made;
  const first = await stateOf(given, api, made);
  return first ?? { is: 'rejected', reason: 'The post could not be prepared: EXPIRED.' };
}

const LIVE_ALREADY = {
  is: 'unconfirmed',
  reason: 'The provider says that this post is live already.',
} as const;

/** The one call that makes it live. */
async function publishContainer(given: Given, api: ContainerApi, known: string): Promise<Outcome> {
  const { container: creation_id = '', live = false } = readCheckpoint(Checkpoint, known) ?? {};
  if (live) return LIVE_ALREADY;
  const answer = await graph(given, 'POST', `/${api.owner(given)}/${api.publishes}`, { creation_id });
  const outcome = createOutcome(answer, given.clock.now(), (json) => {
    const id = idIn(json);
    return id === undefined ? undefined : { externalId: id };
  });
  if (outcome.is !== 'published' || outcome.externalId === undefined) return outcome;
  const url = await permalink(given, outcome.externalId);
  return url === undefined ? outcome : { ...outcome, url };
}

/** Only a convenience: without it the post is live all the same. */
async function permalink(given: Given, id: string): Promise<string | undefined> {
  const read = readJson(await graph(given, 'GET', `/${id}?fields=permalink`));
  return z.object({ permalink: z.url() }).safeParse(read).data?.permalink;
}

const Listed = z.object({
  data: z.array(
    z.looseObject({ id: z.string(), timestamp: z.string().optional(), permalink: z.string().optional() }),
  ),
});

type Listing = z.infer<typeof Listed>['data'];

const ours = (api: ContainerApi, job: Job, listing: Listing): Listing =>
  listing.filter(
    ({ timestamp, ...one }) =>
      timestamp !== undefined &&
      Date.parse(timestamp) >= Date.parse(madeSince(job)) &&
      saysTheSame(textIn(one[api.textField]), textOf(job)),
  );

const posted = ({ id, permalink: url }: Listing[number]): Posted => ({
  externalId: id,
  ...(url !== undefined && { url }),
});

const NOT_SHOWN = {
  is: 'unknown',
  reason: 'The newest posts do not show it; look at the profile.',
} as const;

/** No edge leads from a container to its post, so the newest posts are compared; none of them proves no absence. */
async function listed(given: Given, api: ContainerApi, job: Job): Promise<ReadBack> {
  const fields = `fields=id,permalink,timestamp,${api.textField}&limit=25`;
  const read = readJson(await graph(given, 'GET', `${api.lists(job, given)}?${fields}`));
  return foundAmong(ours(api, job, Listed.safeParse(read).data?.data ?? []).map(posted), NOT_SHOWN);
}

/** The container itself says whether it is live, if not where: that it is only finished proves no absence. */
async function readBackContainer(
  given: Given,
  api: ContainerApi,
  job: Job,
  known: string,
): Promise<ReadBack> {
  const checkpoint = readCheckpoint(Checkpoint, known);
  const read = checkpoint && (await statusOf(given, api, checkpoint));
  const isLive = read?.is === 'done' && read.value.status === 'PUBLISHED';
  const back = api.isMute?.(job) ? NOT_SHOWN : await listed(given, api, job);
  if (!isLive) return back;
  return back.is === 'found' ? { ...back, isLive } : { is: 'settled', outcome: { is: 'published' } };
}

/** Publishes by containers of the pictures' addresses; `refuses` says why a post cannot be made at all. */
export const containerPublisher = (
  given: Given,
  api: (urls: readonly string[]) => ContainerApi,
  refuses: (job: Job) => string | undefined = () => undefined,
): Publisher => ({
  idempotency: 'none',
  prepare: async (job, known) => {
    const reason = refuses(job);
    if (reason !== undefined) return { is: 'rejected', reason };
    const pictures = await pictureAddresses(given, job);
    return 'is' in pictures
      ? pictures
      : prepareContainer(given, api(pictures.map(({ url }) => url)), job, known);
  },
  send: (_, checkpoint) => publishContainer(given, api([]), checkpoint),
  readBack: (job, checkpoint) => readBackContainer(given, api([]), job, checkpoint),
});
