/** LinkedIn: pictures are initialised, uploaded and waited for, then one post in little text. */
import * as z from 'zod';
import { plusSeconds } from '../../core/instant.ts';
import type { Connector, Given, Job, Prepared } from '../../ports/publisher.ts';
import { createOutcome, prepared } from '../publishing/answers.ts';
import { readCheckpoint } from '../publishing/checkpoint.ts';
import { idBy, textOf, withFirstComment } from '../publishing/parts.ts';
import { picturesOf, type PictureBytes } from '../publishing/pictures.ts';
import { refreshToken } from '../signing-in/refresh-grant.ts';
import { linkedinCall as call, ownerOf } from './publish-call.ts';
import { linkedinCorrections } from './publish-corrections.ts';
import { linkedinComments } from './publish-comments.ts';
import { check } from './publish-check.ts';
import { duplicateIn } from './publish-duplicate.ts';
import { postedOf, readBack } from './publish-read-back.ts';
import { littleText } from './little-text.ts';
import { refreshLinkedin } from './sign-in.ts';

const ASK_AGAIN_SECONDS = 3;

const Image = z.object({ urn: z.string(), alt: z.string() });
const Checkpoint = z.object({ images: z.array(Image), ready: z.boolean() });
type Checkpoint = z.infer<typeof Checkpoint>;
const Initialized = z.object({ value: z.object({ uploadUrl: z.string(), image: z.string() }) });
const Available = z.object({ status: z.string() });

async function upload(given: Given, { bytes, alt }: PictureBytes) {
  const request = JSON.stringify({ initializeUploadRequest: { owner: ownerOf(given) } });
  const answer = await call(given, 'POST', '/rest/images?action=initializeUpload', request);
  const begun = prepared(answer, given.clock.now(), (json) => Initialized.safeParse(json).data?.value);
  if (begun.is !== 'done') return begun;
  const put = await call(given, 'PUT', begun.value.uploadUrl, bytes);
  return prepared(put, given.clock.now(), () => ({ urn: begun.value.image, alt }));
}

async function uploadAll(given: Given, job: Job): Promise<Checkpoint | Prepared> {
  const pictures = await picturesOf(given, job);
  if ('is' in pictures) return pictures;
  const images: Checkpoint['images'] = [];
  for (const picture of pictures) {
    const done = await upload(given, picture);
    if (done.is !== 'done') return done;
    images.push(done.value);
  }
  return { images, ready: images.length === 0 };
}

async function waiting(given: Given, checkpoint: Checkpoint): Promise<Prepared | undefined> {
  for (const { urn } of checkpoint.ready ? [] : checkpoint.images) {
    const answer = await call(given, 'GET', `/rest/images/${encodeURIComponent(urn)}`);
    const now = given.clock.now();
    const read = prepared(answer, now, (json) => Available.safeParse(json).data?.status);
    if (read.is !== 'done') return read;
    if (read.value === 'PROCESSING_FAILED')
      return { is: 'rejected', reason: 'LinkedIn could not read a picture.' };
    if (read.value !== 'AVAILABLE')
      return {
        is: 'pending',
        checkpoint: JSON.stringify(checkpoint),
        after: plusSeconds(now, ASK_AGAIN_SECONDS),
      };
  }
  return undefined;
}

async function prepare(given: Given, job: Job, known?: string): Promise<Prepared> {
  const checkpoint = readCheckpoint(Checkpoint, known) ?? (await uploadAll(given, job));
  if ('is' in checkpoint) return checkpoint;
  const pending = await waiting(given, checkpoint);
  return pending ?? { is: 'ready', checkpoint: JSON.stringify({ ...checkpoint, ready: true }) };
}

const contentOf = (images: Checkpoint['images']) => {
  const described = images.map(({ urn, alt }) => ({ id: urn, ...(alt !== '' && { altText: alt }) }));
  const [first, ...more] = described;
  if (first === undefined) return {};
  return { content: more.length === 0 ? { media: first } : { multiImage: { images: described } } };
};

const urnOfUrl = idBy(/(urn:li:(?:share|ugcPost|activity):\d+)/u);

async function send(given: Given, job: Job, known: string) {
  const body = JSON.stringify({
    author: ownerOf(given),
    commentary: littleText(textOf(job)),
    visibility: 'PUBLIC',
    distribution: { feedDistribution: 'MAIN_FEED', targetEntities: [], thirdPartyDistributionChannels: [] },
    lifecycleState: 'PUBLISHED',
    isReshareDisabledByAuthor: false,
    ...contentOf(readCheckpoint(Checkpoint, known)?.images ?? []),
  });
  const answer = await call(given, 'POST', '/rest/posts', body);
  // After a deletion it can name a post that is gone, so that a duplicate is looked up before it is believed.
  const duplicate = duplicateIn(answer);
  if (duplicate) return { is: 'unconfirmed' as const, ...duplicate };
  return createOutcome(answer, given.clock.now(), () => {
    const id = answer.is === 'answered' ? answer.headers['x-restli-id'] : undefined;
    return id === undefined ? undefined : postedOf(id);
  });
}

export const linkedin: Connector = {
  channel: 'linkedin',
  baseUrl: 'https://api.linkedin.com',
  credentials: z.strictObject({
    owner: z
      .string()
      .regex(
        /^urn:li:(?:organization:\d+|person:[\w-]+)$/u,
        'expected urn:li:organization:… or urn:li:person:…',
      )
      .meta({ description: 'Who posts: urn:li:organization:… or urn:li:person:…' }),
    token: z
      .string()
      .min(8)
      .meta({ description: 'An OAuth 2.0 token with w_organization_social or w_member_social' }),
    refresh: refreshToken,
  }),
  connect: (given) =>
    withFirstComment(
      {
        idempotency: 'none',
        prepare: (job, checkpoint) => prepare(given, job, checkpoint),
        send: (job, checkpoint) => send(given, job, checkpoint),
        readBack: (job) => readBack(given, job),
        ...linkedinCorrections(given),
      },
      linkedinComments(given),
      urnOfUrl,
    ),
  check,
  refresh: refreshLinkedin,
};
