/** Mastodon: pictures first, then one status under an Idempotency-Key that the server honours for an hour. */
import * as z from 'zod';
import { plusSeconds } from '../../core/instant.ts';
import type { Connector, Given, Health, Job, Posted, Prepared } from '../../ports/publisher.ts';
import { createOutcome, healthOf, prepared, readJson } from '../publishing/answers.ts';
import { readCheckpoint } from '../publishing/checkpoint.ts';
import { aboveOf, idBy, inThread, keyOf, textOf } from '../publishing/parts.ts';
import { picturesOf, type PictureBytes } from '../publishing/pictures.ts';
import { mastodonCall as call } from './publish-call.ts';
import { mastodonCorrections } from './publish-corrections.ts';
import { readBack } from './publish-read-back.ts';
import { postedOf, Status } from './publish-status.ts';

/** How long the server remembers a key. https://docs.joinmastodon.org/methods/statuses/ (2026-07-02) */
const KEY_SECONDS = 3600;
const ASK_AGAIN_SECONDS = 2;

const Checkpoint = z.object({ media: z.array(z.string()), ready: z.number() });
type Checkpoint = z.infer<typeof Checkpoint>;
const Attachment = z.object({ id: z.string() });
const Me = z.object({ id: z.string(), acct: z.string() });

const upload = async (given: Given, { bytes, type, file, alt }: PictureBytes) =>
  prepared(
    await call(given, 'POST', '/api/v2/media', {
      body: {
        form: [
          { name: 'file', value: bytes, type, file },
          ...(alt === '' ? [] : [{ name: 'description', value: alt }]),
        ],
      },
    }),
    given.clock.now(),
    (json) => Attachment.safeParse(json).data?.id,
  );

/** Undefined when every picture is ready; 206 says that the server still works on one. */
async function waiting(given: Given, checkpoint: Checkpoint): Promise<Prepared | undefined> {
  for (const [index, id] of checkpoint.media.entries()) {
    if (index < checkpoint.ready) continue;
    const answer = await call(given, 'GET', `/api/v1/media/${id}`);
    const now = given.clock.now();
    const read = prepared(answer, now, (json) => Attachment.safeParse(json).data?.id);
    if (read.is !== 'done') return read;
    if (answer.is === 'answered' && answer.status === 206)
      return {
        is: 'pending',
        checkpoint: JSON.stringify({ ...checkpoint, ready: index }),
        after: plusSeconds(now, ASK_AGAIN_SECONDS),
      };
  }
  return undefined;
}

async function uploadAll(
  given: Given,
  job: Job,
): Promise<Checkpoint | Exclude<Prepared, { is: 'ready' | 'pending' }>> {
  const pictures = await picturesOf(given, job);
  if ('is' in pictures) return pictures;
  const media: string[] = [];
  for (const picture of pictures) {
    const done = await upload(given, picture);
    if (done.is !== 'done') return done;
    media.push(done.value);
  }
  return { media, ready: 0 };
}

async function prepare(given: Given, job: Job, known?: string): Promise<Prepared> {
  const checkpoint = readCheckpoint(Checkpoint, known) ?? (await uploadAll(given, job));
  if ('is' in checkpoint) return checkpoint;
  const ready = { ...checkpoint, ready: checkpoint.media.length };
  return (await waiting(given, checkpoint)) ?? { is: 'ready', checkpoint: JSON.stringify(ready) };
}

const posted = (json: unknown): Posted | undefined => {
  const { data } = Status.safeParse(json);
  return data && postedOf(data);
};

const idOfUrl = idBy(/\/(\d+)\/?$/u);

/** The same entry, revision and part, the same key: a repeat within the hour answers with the first status. */
const send = async (given: Given, job: Job, known: string) =>
  createOutcome(
    await call(given, 'POST', '/api/v1/statuses', {
      headers: {
        'content-type': 'application/json',
        'idempotency-key': keyOf(job),
      },
      body: JSON.stringify({
        status: textOf(job),
        in_reply_to_id: aboveOf(job, idOfUrl)?.parent,
        media_ids: readCheckpoint(Checkpoint, known)?.media ?? [],
        language: job.payload.locale.split('-')[0],
      }),
    }),
    given.clock.now(),
    posted,
  );

async function check(given: Given): Promise<Health> {
  const answer = await call(given, 'GET', '/api/v1/accounts/verify_credentials');
  const me = Me.safeParse(readJson(answer)).data;
  return healthOf(answer, me && `@${me.acct}`);
}

export const mastodon: Connector = {
  channel: 'mastodon',
  baseUrl: '',
  credentials: z.strictObject({
    server: z
      .url({ protocol: /^https?$/u })
      .meta({ description: 'The address of the instance, such as https://mastodon.social' }),
    token: z.string().min(1).meta({ description: 'An access token with the scopes read and write' }),
  }),
  connect: (given) =>
    inThread(
      {
        idempotency: 'exact',
        exactForSeconds: KEY_SECONDS,
        prepare: (job, checkpoint) => prepare(given, job, checkpoint),
        send: (job, checkpoint) => send(given, job, checkpoint),
        readBack: (job) => readBack(given, job),
        ...mastodonCorrections(given),
      },
      idOfUrl,
    ),
  check,
};
