/** A receiver of webhooks: it takes whatever comes, keeps it, and cannot be read back. */
import * as z from 'zod';
import type { Provider } from '../../contract/connector/connector.ts';
import { standIn, type LedgerPost, type Route } from './stand-in.ts';

const Body = z.object({
  data: z.object({ entry: z.string(), revision: z.number(), parts: z.record(z.string(), z.string()) }),
});
export const WEBHOOK_SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;

/** A post's id is its entry's and revision's, as the signature's headers carry it. */
export const webhookRoutes = (posts: LedgerPost[]): readonly Route[] => [
  { method: 'GET', path: /^\/hook$/u, answer: () => ({ status: 405 }) },
  {
    method: 'POST',
    path: /^\/hook$/u,
    creates: true,
    answer: (request) => {
      const { data } = Body.parse(request.json);
      const id = `${data.entry}-${data.revision}`;
      posts.push({ id, text: data.parts['text'] ?? '', at: Date.now(), request });
      return { status: 204 };
    },
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
