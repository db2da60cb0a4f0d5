/** Channels that show a file: it goes to the media store, and by a signed PUT under its own hash to whoever shows it. */
import * as z from 'zod';
import type { ChannelId } from '../../../brand-guide/engine/channel.ts';
import { canonicalJson, sha256Hex } from '../../core/payload.ts';
import type { Outcome } from '../../core/entry.ts';
import type { HttpAnswer, HttpCall } from '../../ports/http.ts';
import type { Connector, Given, Health, Job, Prepared, ReadBack } from '../../ports/publisher.ts';
import { secret, signedHeaders } from '../webhook/publish.ts';
import { createOutcome, reasonOf } from './answers.ts';
import { retractOutcome } from './corrected.ts';
import { postOf } from './parts.ts';
import { pictureAddresses, picturesOf } from './pictures.ts';

/** What is shown, and nothing that another moment or place would change: its hash is its name. */
const manifestOf = (job: Job): string => {
  const { payload, entry } = job;
  return canonicalJson({
    channel: payload.channel,
    entry: postOf(job),
    format: payload.format,
    locale: payload.locale,
    hash: entry.hash,
    parts: Object.fromEntries(payload.parts.map(({ field, text }) => [field, text])),
    ...(payload.link !== undefined && { link: payload.link }),
    media: payload.media.map(({ file, alt, rendition }) => ({ file, alt, sha256: rendition })),
  });
};

const addressOf = ({ credentials, baseUrl }: Given, sha256: string): string => {
  const url = baseUrl === '' ? (credentials['url'] ?? '') : baseUrl;
  return `${url.replace(/\/+$/u, '')}/${sha256}`;
};

/** The signature covers the method's own words: what has no body signs an empty one. */
function call(
  given: Given,
  method: 'GET' | 'PUT' | 'DELETE',
  sha256: string,
  body = '',
): Promise<HttpAnswer> {
  const key = given.credentials['secret'] ?? '';
  const signed = signedHeaders(key, `${method.toLowerCase()}_${sha256}`, given.clock.now(), body);
  const request: HttpCall = {
    method,
    url: addressOf(given, sha256),
    headers: { ...(method === 'PUT' && { 'content-type': 'application/json' }), ...signed },
    ...(method === 'PUT' && { body }),
  };
  return given.http.call(request);
}

async function prepare(given: Given, job: Job): Promise<Prepared> {
  const pictures = await picturesOf(given, job);
  if ('is' in pictures) return pictures;
  const manifest = manifestOf(job);
  await given.media.put(new TextEncoder().encode(manifest));
  return { is: 'ready', checkpoint: sha256Hex(manifest) };
}

/** The one PUT; of an amendment with the name of the file in whose place it is shown. */
async function put(given: Given, job: Job, sha256: string, replaces?: string): Promise<Outcome> {
  const files = await pictureAddresses(given, job);
  if ('is' in files) return files;
  const shown: unknown = JSON.parse(manifestOf(job));
  const type = replaces === undefined ? 'file.due' : 'file.amended';
  const { instant: timestamp } = job.entry.slot;
  const body = JSON.stringify({ type, timestamp, data: shown, files, replaces });
  const answer = await call(given, 'PUT', sha256, body);
  return createOutcome(answer, given.clock.now(), () => ({ externalId: sha256 }));
}

/** A new file under its own name; the same words once more are the same file. */
async function amend(given: Given, job: Job, replaces: string): Promise<Outcome> {
  const prepared = await prepare(given, job);
  if (prepared.is === 'pending') throw new TypeError('A file waits for nobody');
  return prepared.is === 'ready' ? put(given, job, prepared.checkpoint, replaces) : prepared;
}

/** Whoever shows no such file has nothing to take back. */
async function retract(given: Given, sha256: string): Promise<Outcome> {
  return retractOutcome(await call(given, 'DELETE', sha256), given.clock.now(), sha256);
}

async function readBack(given: Given, sha256: string): Promise<ReadBack> {
  const answer = await call(given, 'GET', sha256);
  if (answer.is !== 'answered') return { is: 'unknown', reason: answer.reason };
  if (answer.status === 200) return { is: 'found', externalId: sha256 };
  return answer.status === 404 ? { is: 'absent' } : { is: 'unknown', reason: reasonOf(answer) };
}

/** No file has this name, and whoever shows files says so. */
const NO_FILE = '0'.repeat(64);

async function check(given: Given): Promise<Health> {
  const answer = await call(given, 'GET', NO_FILE);
  if (answer.is !== 'answered') return { is: 'unknown', reason: answer.reason };
  if (answer.status === 401 || answer.status === 403) return { is: 'refused', reason: reasonOf(answer) };
  return { is: 'well', as: new URL(addressOf(given, NO_FILE)).host };
}

export const fileConnector = (channel: ChannelId, shownBy: string): Connector => ({
  channel,
  baseUrl: '',
  fetchesPictures: true,
  credentials: z.strictObject({
    url: z
      .url({ protocol: /^https?$/u })
      .max(2000)
      .meta({ description: `Where ${shownBy} takes files: each is PUT under its SHA-256` }),
    secret,
  }),
  connect: (given) => ({
    idempotency: 'exact',
    prepare: (job) => prepare(given, job),
    send: (job, sha256) => put(given, job, sha256),
    readBack: (_job, sha256) => readBack(given, sha256),
    amend: (job, sha256) => amend(given, job, sha256),
    amends: 'everything',
    retract: (_job, sha256) => retract(given, sha256),
  }),
  check,
});
