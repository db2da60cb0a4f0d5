/** Webhook: one POST of the payload, signed by the Standard Webhooks specification. */
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import * as z from 'zod';
import type { Connector, Given, Health, Job } from '../../ports/publisher.ts';
import { createOutcome } from '../publishing/answers.ts';
import { postOf } from '../publishing/parts.ts';

const SECRET = /^whsec_(?:[A-Za-z0-9+/]{4}){6,21}(?:[A-Za-z0-9+/]{2,3}={1,2}|[A-Za-z0-9+/]{4})?$/u;
const PREFIX = 'whsec_';

const bytesOf = (base64: string): Uint8Array =>
  Uint8Array.from(atob(base64), (character) => character.codePointAt(0) ?? 0);
const base64Of = (bytes: Uint8Array): string => btoa(String.fromCodePoint(...bytes));

/** The same entry and revision, the same id: a receiver drops a repeat by it. */
const idOf = ({ entry }: Job): string => `msg_${entry.id}_${entry.revision}`;

/** Over id, time in seconds and body. https://www.standardwebhooks.com (1.0.0) */
export function signedHeaders(
  secret: string,
  id: string,
  now: string,
  body: string,
): Readonly<Record<string, string>> {
  const timestamp = String(Math.floor(Date.parse(now) / 1000));
  const key = bytesOf(secret.slice(PREFIX.length));
  const signature = hmac(sha256, key, utf8ToBytes(`${id}.${timestamp}.${body}`));
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${base64Of(signature)}`,
  };
}

const named = (job: Job) => ({
  workspace: job.workspace,
  account: job.account.id,
  entry: postOf(job),
  campaign: job.entry.campaign,
  locale: job.payload.locale,
});

/** `post` is the id of the message that brought what is amended. */
const bodyOf = (job: Job, post?: string): string =>
  JSON.stringify({
    type: post === undefined ? 'post.due' : 'post.amended',
    timestamp: job.entry.slot.instant,
    data: {
      ...named(job),
      post,
      revision: job.entry.revision,
      hash: job.entry.hash,
      format: job.payload.format,
      parts: Object.fromEntries(job.payload.parts.map(({ field, text }) => [field, text])),
      link: job.payload.link,
      media: job.payload.media.map(({ file, alt, rendition }) => ({ file, alt, sha256: rendition })),
    },
  });

const retractedBodyOf = (job: Job, post: string): string => {
  const { slot, correction } = job.entry;
  const data = { ...named(job), post, reason: correction?.reason };
  return JSON.stringify({ type: 'post.retracted', timestamp: slot.instant, data });
};

/** One message; `post` is what it is about, where it is not itself the post. */
async function tell(given: Given, job: Job, body: string, post = idOf(job)) {
  const { url = '', secret = '' } = given.credentials;
  const now = given.clock.now();
  const answer = await given.http.call({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/json', ...signedHeaders(secret, idOf(job), now, body) },
    body,
  });
  return createOutcome(answer, now, () => ({ externalId: post }));
}

/** A receiver need not answer anything but a post, so only its address can be looked at. */
async function check(given: Given): Promise<Health> {
  const { url = '' } = given.credentials;
  const answer = await given.http.call({ method: 'GET', url });
  return answer.is === 'answered'
    ? { is: 'well', as: new URL(url).host }
    : { is: 'unknown', reason: answer.reason };
}

export const secret = z.string().regex(SECRET, 'expected whsec_ and 24 to 64 bytes in base64').meta({
  description: 'The secret that both sides sign with: whsec_ and 24 to 64 random bytes in base64',
});

export const webhook: Connector = {
  channel: 'webhook',
  baseUrl: '',
  credentials: z.strictObject({
    url: z
      .url({ protocol: /^https?$/u })
      .max(2000)
      .meta({ description: 'Where posts are sent, an https address' }),
    secret,
  }),
  connect: (given) => ({
    idempotency: 'none',
    prepare: (job) => Promise.resolve({ is: 'ready', checkpoint: idOf(job) }),
    send: (job) => tell(given, job, bodyOf(job)),
    readBack: () => Promise.resolve({ is: 'unknown', reason: 'A webhook cannot be read back.' }),
    // The same correction has the same id, by which a receiver drops a repeat.
    amend: (job, post) => tell(given, job, bodyOf(job, post), post),
    amends: 'everything',
    retract: (job, post) => tell(given, job, retractedBodyOf(job, post), post),
  }),
  check,
};
