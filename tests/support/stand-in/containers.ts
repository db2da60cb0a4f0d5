/** Instagram and Threads on loopback: a container is finished at the third look, published once, and a story is listed nowhere. */
import * as z from 'zod';
import type { Provider } from '../../contract/connector/connector.ts';
import { removeFrom } from './ledger.ts';
import { hasBearer } from './requests.ts';
import { standIn, type LedgerPost, type Route } from './stand-in.ts';

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

export interface Edges {
  readonly makes: string;
  readonly publishes: string;
  readonly status: string;
  readonly text: 'caption' | 'text';
}
export const INSTAGRAM: Edges = {
  makes: 'media',
  publishes: 'media_publish',
  status: 'status_code',
  text: 'caption',
};
export const THREADS: Edges = {
  makes: 'threads',
  publishes: 'threads_publish',
  status: 'status',
  text: 'text',
};

/** A container is finished at the third look, and a post has another id than its container. */
const routesOf = (edges: Edges, posts: LedgerPost[]): readonly Route[] => {
  const containers = new Map<string, z.infer<typeof Container>>();
  const listed = (under: string | undefined, text: string) => ({
    status: 200,
    body: {
      data: posts
        .filter((post) => post.under === under && post.text !== '')
        .map((post) => ({
          id: post.id,
          [text]: post.text,
          timestamp: '2027-05-04T06:00:02+0000',
          permalink: `https://tea.example/p/${post.id}`,
        })),
    },
  });
  const looks = new Map<string, number>();
  const live = new Set<string>();
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
        const status = live.has(id) ? 'PUBLISHED' : done ? 'FINISHED' : 'IN_PROGRESS';
        return { status: 200, body: { id, [edges.status]: status } };
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
        if (live.has(creation_id))
          return { status: 400, body: { error: { message: 'Media published', code: 9007 } } };
        live.add(creation_id);
        const made = containers.get(creation_id);
        posts.push({ id, text: made?.[edges.text] ?? '', at: 0, request, under: made?.reply_to_id });
        return { status: 200, body: { id } };
      },
    },
  ];
};

export const containersProvider = (edges: Edges) => async (): Promise<Provider> => {
  const posts: LedgerPost[] = [];
  return {
    standIn: await standIn(routesOf(edges, posts)),
    posts: () => posts,
    credentials: { user: '77', token: TOKEN },
    wrong: { user: '77', token: 'a-token-of-somebody-else' },
  };
};
