/** Containers: how Instagram and Threads take a post, prepared and waited for before the one call that publishes it. */
import * as z from 'zod';
import type { Outcome } from '../../core/entry.ts';
import { isBefore, plusSeconds } from '../../core/instant.ts';
import type { Given, Job, Prepared, Publisher, ReadBack } from '../../ports/publisher.ts';
import { createOutcome, prepared, readJson, textIn } from './answers.ts';
import { readCheckpoint } from './checkpoint.ts';
import { graph, idIn } from './graph.ts';
import { saysTheSame } from './match.ts';
import { textOf } from './parts.ts';
import { pictureAddresses } from './pictures.ts';

/** A container lasts a day; an older one is made anew. */
const LASTS_SECONDS = 23 * 3600;
const ASK_AGAIN_SECONDS = 5;
const SKEW_SECONDS = 300;

const Checkpoint = z.object({ container: z.string(), madeAt: z.string(), ready: z.boolean() });
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

const fresh = (checkpoint: Checkpoint | undefined, now: string): Checkpoint | undefined =>
  checkpoint && isBefore(now, plusSeconds(checkpoint.madeAt, LASTS_SECONDS)) ? checkpoint : undefined;

const FINISHED = new Set(['FINISHED', 'PUBLISHED']);
const FAILED = new Set(['ERROR', 'EXPIRED']);

async function waiting(
  given: Given,
  api: ContainerApi,
  checkpoint: Checkpoint,
): Promise<Prepared | undefined> {
  const path = `/${checkpoint.container}?fields=${api.statusField},error_message`;
  const now = given.clock.now();
  const read = prepared(await graph(given, 'GET', path), now, (json) => {
    const { data } = z
      .object({ [api.statusField]: z.string(), error_message: z.string().optional() })
      .safeParse(json);
    return data && { status: data[api.statusField] ?? '', error: data.error_message };
  });
  if (read.is !== 'done') return read;
  const { status, error } = read.value;
  if (FAILED.has(status))
    return { is: 'rejected', reason: `The post could not be prepared: ${error ?? status}.` };
  return FINISHED.has(status)
    ? undefined
    : {
        is: 'pending',
        checkpoint: JSON.stringify(checkpoint),
        after: plusSeconds(now, ASK_AGAIN_SECONDS),
      };
}

async function prepareContainer(
  given: Given,
  api: ContainerApi,
  job: Job,
  known?: string,
): Promise<Prepared> {
  const before = fresh(readCheckpoint(Checkpoint, known), given.clock.now());
  const checkpoint = before ?? (await madeAnew(given, api, job));
  if ('is' in checkpoint) return checkpoint;
  const pending = checkpoint.ready ? undefined : await waiting(given, api, checkpoint);
  return pending ?? { is: 'ready', checkpoint: JSON.stringify({ ...checkpoint, ready: true }) };
}

/** The one call that makes it live. */
async function publishContainer(given: Given, api: ContainerApi, known: string): Promise<Outcome> {
  const creation_id = readCheckpoint(Checkpoint, known)?.container ?? '';
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

/** No edge leads from a container to its post, so the newest posts are compared; none of them proves no absence. */
async function readBackContainer(given: Given, api: ContainerApi, job: Job): Promise<ReadBack> {
  const fields = `fields=id,permalink,timestamp,${api.textField}&limit=25`;
  const read = readJson(await graph(given, 'GET', `${api.lists(job, given)}?${fields}`));
  const since = plusSeconds(job.entry.attempt?.intentAt ?? job.entry.slot.instant, -SKEW_SECONDS);
  const ours = Listed.safeParse(read).data?.data.find(
    (one) =>
      saysTheSame(textIn(one[api.textField]), textOf(job)) &&
      (one.timestamp === undefined || Date.parse(one.timestamp) >= Date.parse(since)),
  );
  if (ours === undefined)
    return { is: 'unknown', reason: 'The newest posts do not show it; look at the profile.' };
  return {
    is: 'found',
    externalId: ours.id,
    ...(ours.permalink !== undefined && { url: ours.permalink }),
  };
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
  readBack: (job) => readBackContainer(given, api([]), job),
});
