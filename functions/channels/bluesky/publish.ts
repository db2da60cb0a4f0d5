/** Bluesky: pictures as blobs, then one record under a key made of the entry, which a repeat only writes again. */
import * as z from 'zod';
import type { HttpAnswer } from '../../ports/http.ts';
import type { Connector, Given, Health, Job, Posted, Prepared, ReadBack } from '../../ports/publisher.ts';
import { createOutcome, healthOf, jsonOf, prepared, readJson } from '../publishing/answers.ts';
import { retractOutcome } from '../publishing/corrected.ts';
import { readCheckpoint } from '../publishing/checkpoint.ts';
import { aboveOf, inThread, keyOf, textOf } from '../publishing/parts.ts';
import { picturesOf } from '../publishing/pictures.ts';
import { facetsOf, type Feature } from './facets.ts';
import { get, logIn, postAs } from './publish-call.ts';
import { recordKey } from './publish-record-key.ts';
import { forgetSession, keepSession, Session, sessionEnded, sessionOf } from './publish-session.ts';

const COLLECTION = 'app.bsky.feed.post';

const Json = z.record(z.string(), z.unknown());
/** The record to the byte: what `send` writes again is the same. */
const Checkpoint = z.object({ rkey: z.string(), record: Json });
const Written = z.object({ uri: z.string() });
const Failed = z.object({ error: z.string() });

async function embedOf(given: Given, job: Job, session: Session) {
  const pictures = await picturesOf(given, job);
  if ('is' in pictures) return pictures;
  const images: unknown[] = [];
  for (const { bytes, type, alt } of pictures) {
    const answer = await postAs(given, session, 'com.atproto.repo.uploadBlob', bytes, type);
    const ended = sessionEnded(given, answer);
    if (ended) return ended;
    const done = prepared(answer, given.clock.now(), (json) => z.object({ blob: Json }).safeParse(json).data);
    if (done.is !== 'done') return done;
    images.push({ alt, image: done.value.blob });
  }
  return { images };
}

/** A handle that nobody has stays plain text. */
async function markOf(given: Given, feature: Feature): Promise<object | undefined> {
  if (feature.is === 'link') return { $type: 'app.bsky.richtext.facet#link', uri: feature.uri };
  if (feature.is === 'tag') return { $type: 'app.bsky.richtext.facet#tag', tag: feature.tag };
  const answer = await get(given, 'com.atproto.identity.resolveHandle', { handle: feature.handle });
  const did = z.object({ did: z.string() }).safeParse(readJson(answer)).data?.did;
  return did === undefined ? undefined : { $type: 'app.bsky.richtext.facet#mention', did };
}

async function facetsFor(given: Given, text: string): Promise<readonly object[]> {
  const marked = await Promise.all(
    facetsOf(text).map(async ({ byteStart, byteEnd, feature }) => {
      const mark = await markOf(given, feature);
      return mark ? [{ index: { byteStart, byteEnd }, features: [mark] }] : [];
    }),
  );
  return marked.flat();
}

const Reference = z.object({ uri: z.string(), cid: z.string() });

/** What was settled by its address is found by it; a handle in it stands for the account as well as its DID. */
const uriOfUrl = (url: string): string | undefined => {
  const [, repo, rkey] = /\/profile\/([^/]+)\/post\/([^/?#]+)/u.exec(url) ?? [];
  return repo === undefined || rkey === undefined ? undefined : `at://${repo}/${COLLECTION}/${rkey}`;
};

const recordAt = (given: Given, uri: string): Promise<HttpAnswer> => {
  const [, , repo = '', collection = '', rkey = ''] = uri.split('/');
  return get(given, 'com.atproto.repo.getRecord', { repo, collection, rkey });
};

/** A reply names the records above it by address and content. */
async function replyOf(given: Given, job: Job) {
  const above = aboveOf(job, uriOfUrl);
  if (!above) return undefined;
  const references: z.infer<typeof Reference>[] = [];
  for (const uri of [above.root, above.parent]) {
    const answer = await recordAt(given, uri);
    const read = prepared(answer, given.clock.now(), (json) => Reference.safeParse(json).data);
    if (read.is !== 'done') return read;
    references.push(read.value);
  }
  const [root, parent] = references;
  return { reply: { root, parent } };
}

async function prepare(given: Given, job: Job, known?: string): Promise<Prepared> {
  if (readCheckpoint(Checkpoint, known)) return { is: 'ready', checkpoint: known ?? '' };
  const session = await sessionOf(given);
  if (session.is !== 'done') return session;
  const embed = await embedOf(given, job, session.value);
  if ('is' in embed) return embed;
  const reply = await replyOf(given, job);
  if (reply && 'is' in reply) return reply;
  const text = textOf(job);
  const { entry, payload } = job;
  const record = {
    $type: COLLECTION,
    text,
    facets: await facetsFor(given, text),
    langs: [payload.locale],
    createdAt: new Date(given.clock.now()).toISOString(),
    ...reply,
    ...(embed.images.length > 0 && { embed: { $type: 'app.bsky.embed.images', images: embed.images } }),
  };
  const rkey = recordKey(entry.slot.instant, keyOf(job));
  return { is: 'ready', checkpoint: JSON.stringify({ rkey, record }) };
}

const postedOf = (uri: string): Posted => {
  const [, , did = '', , rkey = ''] = uri.split('/');
  return { externalId: uri, url: `https://bsky.app/profile/${did}/post/${rkey}` };
};

async function send(given: Given, known: string) {
  const checkpoint = readCheckpoint(Checkpoint, known);
  const session = await sessionOf(given);
  if (session.is !== 'done') return session;
  const body = JSON.stringify({
    repo: session.value.did,
    collection: COLLECTION,
    validate: true,
    ...checkpoint,
  });
  const answer = await postAs(given, session.value, 'com.atproto.repo.putRecord', body);
  return (
    sessionEnded(given, answer) ??
    createOutcome(answer, given.clock.now(), (json) => {
      const uri = Written.safeParse(json).data?.uri;
      return uri === undefined ? undefined : postedOf(uri);
    })
  );
}

/** A record is there under its key, or it is not: the repository says so for certain. */
async function readBack(given: Given, known: string): Promise<ReadBack> {
  const rkey = readCheckpoint(Checkpoint, known)?.rkey;
  const session = await sessionOf(given);
  if (session.is !== 'done' || rkey === undefined)
    return { is: 'unknown', reason: 'The server does not let us look.' };
  const { did } = session.value;
  const answer = await get(given, 'com.atproto.repo.getRecord', { repo: did, collection: COLLECTION, rkey });
  const uri = Written.safeParse(readJson(answer)).data?.uri;
  if (uri !== undefined) return { is: 'found', ...postedOf(uri) };
  const said = answer.is === 'answered' ? Failed.safeParse(jsonOf(answer.text)).data?.error : undefined;
  return said === 'RecordNotFound'
    ? { is: 'absent' }
    : { is: 'unknown', reason: 'The server does not say whether the record is there.' };
}

/** A record that is not there is as good as deleted. https://docs.bsky.app/docs/api/com-atproto-repo-delete-record (stored copy, 2026-11) */
async function retract(given: Given, uri: string) {
  const session = await sessionOf(given);
  if (session.is !== 'done') return session;
  const rkey = uri.split('/').at(-1);
  const body = JSON.stringify({ repo: session.value.did, collection: COLLECTION, rkey });
  const answer = await postAs(given, session.value, 'com.atproto.repo.deleteRecord', body);
  return sessionEnded(given, answer) ?? retractOutcome(answer, given.clock.now(), uri);
}

/** Whether the password is still taken only a log-in tells: one a day. */
async function check(given: Given): Promise<Health> {
  const answer = await logIn(given);
  const session = Session.safeParse(readJson(answer)).data;
  if (session) keepSession(given, session);
  const health = healthOf(answer, session && `@${session.handle}`, [400, 401]);
  if (health.is === 'refused') forgetSession(given);
  return health;
}

export const bluesky: Connector = {
  channel: 'bluesky',
  baseUrl: '',
  credentials: z.strictObject({
    server: z
      .url({ protocol: /^https?$/u })
      .default('https://bsky.social')
      .meta({ description: 'The address of the account’s server' }),
    handle: z.string().min(3).max(253).meta({ description: 'The handle, such as tea.example' }),
    password: z.string().min(8).meta({ description: 'An app password, not the account’s own' }),
  }),
  connect: (given) =>
    inThread(
      {
        idempotency: 'exact',
        prepare: (job, checkpoint) => prepare(given, job, checkpoint),
        send: (_, checkpoint) => send(given, checkpoint),
        readBack: (_, checkpoint) => readBack(given, checkpoint),
        retract: (_, uri) => retract(given, uri),
      },
      uriOfUrl,
    ),
  check,
};
