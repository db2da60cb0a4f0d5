/** A receiver of webhooks: it takes whatever comes, keeps it, and cannot be read back. */
import * as z from 'zod';
import type { Provider } from '../../contract/connector/connector.ts';
import { removeFrom, reword } from './ledger.ts';
import { standIn, type LedgerPost, type Request, type Route } from './stand-in.ts';

const parts = z.record(z.string(), z.string());
const Body = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('post.due'),
    data: z.object({ entry: z.string(), revision: z.number(), parts }),
  }),
  z.object({ type: z.literal('post.amended'), data: z.object({ post: z.string(), parts }) }),
  z.object({ type: z.literal('post.retracted'), data: z.object({ post: z.string() }) }),
]);
export const WEBHOOK_SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;

/** `msg_<entry>_<revision>` */
const idOf = (post: string): string => post.replace(/^msg_/u, '').replace('_', '-');

const keep = (posts: LedgerPost[], request: Request): boolean => {
  const { type, data } = Body.parse(request.json);
  switch (type) {
    case 'post.due': {
      const id = `${data.entry}-${data.revision}`;
      posts.push({ id, text: data.parts['text'] ?? '', at: Date.now(), request });
      return true;
    }
    case 'post.amended':
      return reword(posts, idOf(data.post), data.parts['text'] ?? '');
    case 'post.retracted':
      removeFrom(posts, idOf(data.post));
      return true;
  }
};

/** A post's id is its entry's and revision's, as the signature's headers carry it. */
export const webhookRoutes = (posts: LedgerPost[]): readonly Route[] => [
  { method: 'GET', path: /^\/hook$/u, answer: () => ({ status: 405 }) },
  {
    method: 'POST',
    path: /^\/hook$/u,
    creates: true,
    answer: (request) => ({ status: keep(posts, request) ? 204 : 404 }),
  },
];

export const webhookProvider = async (): Promise<Provider> => {
  const posts: LedgerPost[] = [];
  const stand = await standIn(webhookRoutes(posts));
  return {
    standIn: stand,
    posts: () => posts,
    credentials: { url: `${stand.url}/hook`, secret: WEBHOOK_SECRET },
  };
};
