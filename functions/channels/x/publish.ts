/** X: pictures first, their text alternatives beside them, then one post. */
import * as z from 'zod';
import type { HttpAnswer, HttpCall } from '../../ports/http.ts';
import type { Connector, Given, Health, Job, Posted, Prepared, ReadBack } from '../../ports/publisher.ts';
import { createOutcome, healthOf, jsonOf, prepared, readJson, reasonOf } from '../publishing/answers.ts';
import { retractOutcome } from '../publishing/corrected.ts';
import { readCheckpoint } from '../publishing/checkpoint.ts';
import { foundAmong, madeSince, saysTheSame } from '../publishing/match.ts';
import { aboveOf, idBy, inThread, textOf } from '../publishing/parts.ts';
import { picturesOf, type PictureBytes } from '../publishing/pictures.ts';
import { refreshToken } from '../signing-in/refresh-grant.ts';
import { refreshX } from './sign-in.ts';

const PAGE = 100;

const Checkpoint = z.object({ media: z.array(z.string()) });
const Data = z.object({ data: z.object({ id: z.string() }) });
const Me = z.object({ data: z.object({ id: z.string(), username: z.string() }) });
const Posts = z.object({
  data: z.array(z.object({ id: z.string(), text: z.string() })).default([]),
});

const idIn = (json: unknown): string | undefined => Data.safeParse(json).data?.data.id;

const call = (
  given: Given,
  method: HttpCall['method'],
  path: string,
  body?: HttpCall['body'],
): Promise<HttpAnswer> =>
  given.http.call({
    method,
    url: given.baseUrl + path,
    headers: {
      authorization: `Bearer ${given.credentials['token'] ?? ''}`,
      ...(typeof body === 'string' && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body }),
  });

async function upload(given: Given, { bytes, type, file, alt }: PictureBytes) {
  const form = [
    { name: 'media', value: bytes, type, file },
    { name: 'media_category', value: 'tweet_image' },
  ];
  const done = prepared(await call(given, 'POST', '/2/media/upload', { form }), given.clock.now(), idIn);
  if (done.is !== 'done' || alt === '') return done;
  const metadata = JSON.stringify({ id: done.value, metadata: { alt_text: { text: alt } } });
  const described = await call(given, 'POST', '/2/media/metadata', metadata);
  return prepared(described, given.clock.now(), () => done.value);
}

async function prepare(given: Given, job: Job, known?: string): Promise<Prepared> {
  if (readCheckpoint(Checkpoint, known)) return { is: 'ready', checkpoint: known ?? '' };
  const pictures = await picturesOf(given, job);
  if ('is' in pictures) return pictures;
  const media: string[] = [];
  for (const picture of pictures) {
    const done = await upload(given, picture);
    if (done.is !== 'done') return done;
    media.push(done.value);
  }
  return { is: 'ready', checkpoint: JSON.stringify({ media }) };
}

const idOfUrl = idBy(/\/status\/(\d+)/u);

const postedOf = (id: string): Posted => ({ externalId: id, url: `https://x.com/i/web/status/${id}` });

/** The same text again is refused as a duplicate: what an earlier call did, then, is what the account shows. */
const isDuplicate = (answer: HttpAnswer): boolean =>
  answer.is === 'answered' &&
  answer.status === 403 &&
  /duplicate/iu.test(JSON.stringify(jsonOf(answer.text)) ?? '');

/** Replies: https://docs.x.com/x-api/posts/creation-of-a-post (stored copy, 2026-11-27) */
async function send(given: Given, job: Job, known: string) {
  const media = readCheckpoint(Checkpoint, known)?.media ?? [];
  const above = aboveOf(job, idOfUrl);
  const body = JSON.stringify({
    text: textOf(job),
    ...(above && { reply: { in_reply_to_tweet_id: above.parent } }),
    ...(media.length > 0 && { media: { media_ids: media } }),
  });
  const answer = await call(given, 'POST', '/2/tweets', body);
  if (answer.is === 'answered' && isDuplicate(answer))
    return { is: 'unconfirmed' as const, reason: reasonOf(answer) };
  return createOutcome(answer, given.clock.now(), (json) => {
    const id = idIn(json);
    return id === undefined ? undefined : postedOf(id);
  });
}

const whoAmI = (given: Given): Promise<HttpAnswer> => call(given, 'GET', '/2/users/me');

async function readBack(given: Given, job: Job): Promise<ReadBack> {
  const me = Me.safeParse(readJson(await whoAmI(given))).data?.data;
  const query = `max_results=${PAGE}&start_time=${encodeURIComponent(madeSince(job))}`;
  const page =
    me && Posts.safeParse(readJson(await call(given, 'GET', `/2/users/${me.id}/tweets?${query}`))).data;
  const ours = (page?.data ?? []).filter(({ text }) =>
    saysTheSame(withoutLinks(text), withoutLinks(textOf(job))),
  );
  return foundAmong(
    ours.map(({ id }) => postedOf(id)),
    { is: 'unknown', reason: 'X does not show the post; a timeline may lag behind.' },
  );
}

/** Links come back shortened. */
const withoutLinks = (text: string): string => text.replace(/https?:\/\/\S+/gu, '');

const Deleted = z.object({ data: z.object({ deleted: z.literal(true) }) });

/** https://docs.x.com/x-api/posts/delete-post (stored copy, 2026-11-27) */
const retract = async (given: Given, id: string) =>
  retractOutcome(await call(given, 'DELETE', `/2/tweets/${encodeURIComponent(id)}`), given.clock.now(), id, {
    says: (json) => Deleted.safeParse(json).success,
  });

async function check(given: Given): Promise<Health> {
  const answer = await whoAmI(given);
  const me = Me.safeParse(readJson(answer)).data?.data;
  return healthOf(answer, me && `@${me.username}`);
}

export const x: Connector = {
  channel: 'x',
  baseUrl: 'https://api.x.com',
  credentials: z.strictObject({
    token: z.string().min(8).meta({
      description:
        'An OAuth 2.0 user token with tweet.read, tweet.write, media.write, users.read and offline.access',
    }),
    refresh: refreshToken,
  }),
  connect: (given) =>
    inThread(
      {
        idempotency: 'none',
        prepare: (job, checkpoint) => prepare(given, job, checkpoint),
        send: (job, checkpoint) => send(given, job, checkpoint),
        readBack: (job) => readBack(given, job),
        retract: (_job, id) => retract(given, id),
      },
      idOfUrl,
    ),
  check,
  refresh: refreshX,
};
