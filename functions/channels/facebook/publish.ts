/** Facebook pages: a post of text and link, of one photo, or of several that were uploaded unpublished before. */
import * as z from 'zod';
import type { HttpAnswer } from '../../ports/http.ts';
import type { Connector, Given, Job, Posted, Prepared, ReadBack } from '../../ports/publisher.ts';
import { createOutcome, prepared, readJson } from '../publishing/answers.ts';
import { readCheckpoint } from '../publishing/checkpoint.ts';
import { graphComments } from '../publishing/graph-comments.ts';
import { graphAmend, graphRetract } from '../publishing/graph-corrections.ts';
import { graph, graphHealth, GRAPH_URL, idIn } from '../publishing/graph.ts';
import { foundAmong, madeSince, saysTheSame } from '../publishing/match.ts';
import { idBy, textOf, withFirstComment } from '../publishing/parts.ts';
import { picturesOf, type PictureBytes } from '../publishing/pictures.ts';

const Checkpoint = z.object({ photos: z.array(z.string()) });
/** A photo's post has an id of its own beside the photo's. */
const Created = z.object({ id: z.string(), post_id: z.string().optional() });
const Feed = z.object({ data: z.array(z.object({ id: z.string(), message: z.string().optional() })) });

const pageOf = ({ credentials }: Given): string => encodeURIComponent(credentials['page'] ?? '');

const idOfUrl = idBy(/facebook\.com\/(\d+(?:_\d+)?)\/?$/u);

const photoForm = ({ bytes, type, file, alt }: PictureBytes, more: Readonly<Record<string, string>>) => ({
  form: [
    { name: 'source', value: bytes, type, file },
    ...(alt === '' ? [] : [{ name: 'alt_text_custom', value: alt }]),
    ...Object.entries(more).map(([name, value]) => ({ name, value })),
  ],
});

async function prepare(given: Given, job: Job, known?: string): Promise<Prepared> {
  const before = readCheckpoint(Checkpoint, known);
  if (before) return { is: 'ready', checkpoint: known ?? '' };
  const pictures = await picturesOf(given, job);
  if ('is' in pictures) return pictures;
  const photos: string[] = [];
  // A single photo is posted by the create call itself.
  for (const picture of pictures.length > 1 ? pictures : []) {
    const form = photoForm(picture, { published: 'false' });
    const done = prepared(
      await graph(given, 'POST', `/${pageOf(given)}/photos`, form),
      given.clock.now(),
      idIn,
    );
    if (done.is !== 'done') return done;
    photos.push(done.value);
  }
  return { is: 'ready', checkpoint: JSON.stringify({ photos }) };
}

const postedOf = (json: unknown): Posted | undefined => {
  const { data } = Created.safeParse(json);
  const id = data?.post_id ?? data?.id;
  return id === undefined ? undefined : { externalId: id, url: `https://www.facebook.com/${id}` };
};

function create(
  given: Given,
  job: Job,
  only: PictureBytes | undefined,
  photos: readonly string[],
): Promise<HttpAnswer> {
  const message = textOf(job);
  if (only) return graph(given, 'POST', `/${pageOf(given)}/photos`, photoForm(only, { message }));
  const { link } = job.payload;
  return graph(given, 'POST', `/${pageOf(given)}/feed`, {
    message,
    ...(link !== undefined && photos.length === 0 && { link }),
    ...(photos.length > 0 && { attached_media: photos.map((id) => ({ media_fbid: id })) }),
  });
}

async function send(given: Given, job: Job, known: string) {
  const pictures = await picturesOf(given, job);
  if ('is' in pictures) return pictures;
  const photos = readCheckpoint(Checkpoint, known)?.photos ?? [];
  const only = pictures.length === 1 ? pictures[0] : undefined;
  return createOutcome(await create(given, job, only, photos), given.clock.now(), postedOf);
}

/** The feed is ranked and leaves posts out: finding nothing proves nothing. */
async function readBack(given: Given, job: Job): Promise<ReadBack> {
  const query = `fields=id,message&limit=50&since=${Math.floor(Date.parse(madeSince(job)) / 1000)}`;
  const feed = Feed.safeParse(readJson(await graph(given, 'GET', `/${pageOf(given)}/feed?${query}`))).data;
  const ours = (feed?.data ?? []).filter(({ message = '' }) => saysTheSame(message, textOf(job)));
  return foundAmong(
    ours.map(({ id }) => ({ externalId: id, url: `https://www.facebook.com/${id}` })),
    { is: 'unknown', reason: 'The page does not show the post; its feed leaves some out.' },
  );
}

export const facebook: Connector = {
  channel: 'facebook',
  baseUrl: GRAPH_URL,
  credentials: z.strictObject({
    page: z
      .string()
      .regex(/^\d{1,20}$/u, 'expected the number of the page')
      .meta({ description: 'The number of the page' }),
    token: z.string().min(8).meta({
      description:
        'A page access token with pages_manage_posts, pages_read_engagement and, for first comments, pages_manage_engagement',
    }),
  }),
  connect: (given) =>
    withFirstComment(
      {
        idempotency: 'none',
        prepare: (job, checkpoint) => prepare(given, job, checkpoint),
        send: (job, checkpoint) => send(given, job, checkpoint),
        readBack: (job) => readBack(given, job),
        amend: graphAmend(given),
        amends: 'text',
        retract: graphRetract(given),
      },
      graphComments(given, 'message'),
      idOfUrl,
    ),
  check: (given) => graphHealth(given, `/${pageOf(given)}?fields=id,name`),
};
