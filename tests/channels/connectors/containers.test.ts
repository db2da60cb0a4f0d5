/** Instagram and Threads, which take a post as a container that is waited for and then published. */
import { expect, it } from 'vitest';
import * as z from 'zod';
import { nodeHttp } from '../../../functions/adapters/node-http.ts';
import { instagram } from '../../../functions/channels/instagram/publish.ts';
import { threads } from '../../../functions/channels/threads/publish.ts';
import { connectorContract, type Provider } from '../../contract/connector/connector.ts';
import { GRAPH_TOKENS } from '../../contract/connector/tokens.ts';
import { correctionsContract } from '../../contract/connector/corrections.ts';
import { partsContract } from '../../contract/connector/parts.ts';
import { jobFor } from '../../contract/connector/job.ts';
import { media, PICTURE, publicMedia } from '../../contract/connector/picture.ts';
import { testClock } from '../../support/make-world.ts';
import { removeFrom } from '../../support/stand-in/ledger.ts';
import { hasBearer } from '../../support/stand-in/requests.ts';
import { standIn, type LedgerPost, type Route } from '../../support/stand-in/stand-in.ts';

const TOKEN = 'user-token-of-harbour-tea';
const Container = z.looseObject({
  caption: z.string().optional(),
  text: z.string().optional(),
  reply_to_id: z.string().optional(),
});
const Comment = z.object({ message: z.string() });
const Publish = z.object({ creation_id: z.string() });
const invalid = { status: 400, body: { error: { message: 'Invalid OAuth access token', code: 190 } } };

const missing = {
  status: 400,
  body: { error: { message: 'Unsupported delete request', code: 100, error_subcode: 33 } },
};

interface Edges {
  readonly makes: string;
  readonly publishes: string;
  readonly status: string;
  readonly text: 'caption' | 'text';
}
const INSTAGRAM: Edges = {
  makes: 'media',
  publishes: 'media_publish',
  status: 'status_code',
  text: 'caption',
};
const THREADS: Edges = { makes: 'threads', publishes: 'threads_publish', status: 'status', text: 'text' };

/** A container is finished at the third look, and a post has another id than its container. */
const routesOf = (edges: Edges, posts: LedgerPost[]): readonly Route[] => {
  const containers = new Map<string, z.infer<typeof Container>>();
  const listed = (under: string | undefined, text: string) => ({
    status: 200,
    body: {
      data: posts
        .filter((post) => post.under === under)
        .map((post) => ({
          id: post.id,
          [text]: post.text,
          timestamp: '2027-05-04T06:00:02+0000',
          permalink: `https://tea.example/p/${post.id}`,
        })),
    },
  });
  const looks = new Map<string, number>();
  return [
    {
      method: 'GET',
      path: /^\/77$/u,
      answer: (request) =>
        hasBearer(request, TOKEN) ? { status: 200, body: { id: '77', username: 'harbourtea' } } : invalid,
    },
    {
      method: 'GET',
      path: new RegExp(`^/77/${edges.makes}$`, 'u'),
      answer: () => listed(undefined, edges.text),
    },
    {
      method: 'GET',
      path: /^\/(9\d+)\/(?:replies|comments)$/u,
      answer: (_, [, post]) => listed(post, 'text'),
    },
    {
      method: 'POST',
      path: /^\/(9\d+)\/comments$/u,
      creates: true,
      answer: (request, [, under]) => {
        const id = `9${posts.length}`;
        posts.push({ id, text: Comment.parse(request.json).message, at: 0, request, under });
        return { status: 200, body: { id } };
      },
    },
    {
      method: 'POST',
      path: new RegExp(`^/77/${edges.makes}$`, 'u'),
      answer: ({ json }) => {
        const id = `c${containers.size}`;
        containers.set(id, Container.parse(json));
        return { status: 200, body: { id } };
      },
    },
    {
      method: 'GET',
      path: /^\/(c\d+)$/u,
      answer: (_, [, id = '']) => {
        looks.set(id, (looks.get(id) ?? 0) + 1);
        const done = (looks.get(id) ?? 0) > 2;
        return { status: 200, body: { id, [edges.status]: done ? 'FINISHED' : 'IN_PROGRESS' } };
      },
    },
    {
      method: 'GET',
      path: /^\/(9\d+)$/u,
      answer: (_, [, id = '']) =>
        posts.some((post) => post.id === id)
          ? { status: 200, body: { id, permalink: `https://tea.example/p/${id}` } }
          : missing,
    },
    {
      method: 'DELETE',
      path: /^\/(9\d+)$/u,
      creates: true,
      answer: (_, [, id = '']) =>
        removeFrom(posts, id) ? { status: 200, body: { success: true, deleted_id: id } } : missing,
    },
    {
      method: 'POST',
      path: new RegExp(`^/77/${edges.publishes}$`, 'u'),
      creates: true,
      answer: (request) => {
        const id = `9${posts.length}`;
        const { creation_id } = Publish.parse(request.json);
        const made = containers.get(creation_id);
        posts.push({ id, text: made?.[edges.text] ?? '', at: 0, request, under: made?.reply_to_id });
        return { status: 200, body: { id } };
      },
    },
  ];
};

const providerOf = (edges: Edges) => async (): Promise<Provider> => {
  const posts: LedgerPost[] = [];
  return {
    standIn: await standIn(routesOf(edges, posts)),
    posts: () => posts,
    credentials: { user: '77', token: TOKEN },
    wrong: { user: '77', token: 'a-token-of-somebody-else' },
  };
};

const payload = { media: [{ file: 'mint.png', alt: 'An iced mint coffee', rendition: PICTURE }] };
const tokens = GRAPH_TOKENS;
connectorContract({
  connector: instagram,
  provider: providerOf(INSTAGRAM),
  payload,
  tokens,
  readBack: 'finds',
});
connectorContract({ connector: threads, provider: providerOf(THREADS), tokens, readBack: 'finds' });
correctionsContract({ connector: threads, provider: providerOf(THREADS), kinds: ['retract'] });
const loose = { readBack: 'finds', idInUrl: false } as const;
partsContract({
  connector: instagram,
  provider: providerOf(INSTAGRAM),
  payload,
  kind: 'comment',
  ...loose,
  corrects: [],
});
partsContract({
  connector: threads,
  provider: providerOf(THREADS),
  payload,
  kind: 'thread',
  ...loose,
  corrects: ['retract'],
});

const made = async (connector: typeof instagram, edges: Edges, more: Parameters<typeof jobFor>[1]) => {
  const provider = await providerOf(edges)();
  const publisher = connector.connect({
    http: nodeHttp(),
    clock: testClock('2027-05-04T06:00:01Z'),
    media,
    publicMedia,
    credentials: provider.credentials,
    baseUrl: provider.standIn.url,
  });
  const answer = await publisher.prepare(jobFor(connector.channel, more));
  const bodies = provider.standIn.requests.filter(({ method }) => method === 'POST').map(({ json }) => json);
  await provider.standIn.close();
  return { answer, bodies };
};
const url = `https://tea.example/media/${PICTURE}`;

it('gives Instagram the address and the alternative of its picture', async () => {
  const { bodies } = await made(instagram, INSTAGRAM, payload);
  expect(bodies).toEqual([
    { image_url: url, caption: 'Cold brew is back.', alt_text: 'An iced mint coffee' },
  ]);
});

it('makes an album of several pictures', async () => {
  const two = { media: [...payload.media, { file: 'fig.png', rendition: PICTURE }] };
  const { bodies } = await made(instagram, INSTAGRAM, two);
  expect(bodies).toEqual([
    { image_url: url, is_carousel_item: true, alt_text: 'An iced mint coffee' },
    { image_url: url, is_carousel_item: true },
    { media_type: 'CAROUSEL', children: ['c0', 'c1'], caption: 'Cold brew is back.' },
  ]);
});

it('makes a story without a caption', async () => {
  const { bodies } = await made(instagram, INSTAGRAM, { ...payload, format: 'story' });
  expect(bodies).toEqual([{ media_type: 'STORIES', image_url: url }]);
});

it('takes no post without a picture on Instagram', async () => {
  const { answer } = await made(instagram, INSTAGRAM, {});
  expect(answer).toMatchObject({ is: 'rejected', reason: expect.stringContaining('picture') });
});

it('posts text alone on Threads', async () => {
  const { bodies } = await made(threads, THREADS, {});
  expect(bodies).toEqual([{ media_type: 'TEXT', text: 'Cold brew is back.' }]);
});
