/** LinkedIn: pictures are initialised, uploaded and waited for, then one post in little text. */
import * as z from 'zod';
import { plusSeconds } from '../../core/instant.ts';
import type { HttpAnswer } from '../../ports/http.ts';
import type { Connector, Given, Health, Job, Prepared, ReadBack } from '../../ports/publisher.ts';
import { createOutcome, healthOf, type Posted, prepared, readJson, reasonOf } from '../publishing/answers.ts';
import { readCheckpoint } from '../publishing/checkpoint.ts';
import { saysTheSame } from '../publishing/match.ts';
import { idBy, textOf, withFirstComment } from '../publishing/parts.ts';
import { picturesOf, type PictureBytes } from '../publishing/pictures.ts';
import { refreshToken } from '../signing-in/refresh-grant.ts';
import { linkedinCall as call, ownerOf } from './publish-call.ts';
import { linkedinCorrections } from './publish-corrections.ts';
import { linkedinComments } from './publish-comments.ts';
import { littleText, shownText } from './little-text.ts';
import { refreshLinkedin } from './sign-in.ts';

const ASK_AGAIN_SECONDS = 3;
const PAGE = 50;

const Image = z.object({ urn: z.string(), alt: z.string() });
const Checkpoint = z.object({ images: z.array(Image), ready: z.boolean() });
type Checkpoint = z.infer<typeof Checkpoint>;
const Initialized = z.object({ value: z.object({ uploadUrl: z.string(), image: z.string() }) });
const Available = z.object({ status: z.string() });
const Posts = z.object({
  elements: z.array(z.object({ id: z.string(), commentary: z.string().default('') })),
});
const Me = z.object({ name: z.string() });
const DUPLICATE = /DUPLICATE_POST[\s\S]*?(urn:li:(?:share|ugcPost):\d+)/u;

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

const postedOf = (urn: string): Posted => ({
  externalId: urn,
  url: `https://www.linkedin.com/feed/update/${urn}/`,
});

const urnOfUrl = idBy(/(urn:li:(?:share|ugcPost|activity):\d+)/u);

/** The id stands in a header; a duplicate names the post that is there. */
function idIn(answer: HttpAnswer): string | undefined {
  if (answer.is !== 'answered') return undefined;
  if (answer.status === 422) return DUPLICATE.exec(answer.text)?.[1];
  return answer.headers['x-restli-id'];
}

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
  const id = idIn(answer);
  // After a deletion the error can name a post that is gone, so a duplicate is looked up before it is believed.
  if (answer.is === 'answered' && answer.status === 422 && id !== undefined)
    return { is: 'unconfirmed' as const, reason: reasonOf(answer) };
  return createOutcome(answer, given.clock.now(), () => (id === undefined ? undefined : postedOf(id)));
}

async function readBack(given: Given, job: Job): Promise<ReadBack> {
  const query = `author=${encodeURIComponent(ownerOf(given))}&q=author&count=${PAGE}&sortBy=LAST_MODIFIED`;
  const page = Posts.safeParse(readJson(await call(given, 'GET', `/rest/posts?${query}`))).data;
  const ours = page?.elements.find(({ commentary }) => saysTheSame(shownText(commentary), textOf(job)));
  return ours
    ? { is: 'found', ...postedOf(ours.id) }
    : { is: 'unknown', reason: 'LinkedIn does not show the post; its list may lag behind.' };
}

async function check(given: Given): Promise<Health> {
  const answer = await call(given, 'GET', '/v2/userinfo');
  const me = Me.safeParse(readJson(answer)).data;
  return healthOf(answer, me?.name);
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
