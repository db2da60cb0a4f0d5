import * as z from 'zod';
import { x } from '../../../functions/channels/x/publish.ts';
import { connectorContract, type Provider } from '../../contract/connector/connector.ts';
import { correctionsContract } from '../../contract/connector/corrections.ts';
import { partsContract } from '../../contract/connector/parts.ts';
import { removeFrom } from '../../support/stand-in/ledger.ts';
import { hasBearer } from '../../support/stand-in/requests.ts';
import { standIn, type LedgerPost, type Route } from '../../support/stand-in/stand-in.ts';

const TOKEN = 'x-user-token-of-harbour-tea';
const Body = z.object({
  text: z.string(),
  reply: z.object({ in_reply_to_tweet_id: z.string() }).optional(),
});
const Metadata = z.object({
  id: z.string(),
  metadata: z.object({ alt_text: z.object({ text: z.string() }) }),
});
const refused = { status: 401, body: { title: 'Unauthorized', detail: 'Unauthorized' } };

/** It refuses the same text twice, and shows links shortened. */
const routesOf = (posts: LedgerPost[]): readonly Route[] => [
  {
    method: 'GET',
    path: /^\/2\/users\/me$/u,
    answer: (request) =>
      hasBearer(request, TOKEN)
        ? { status: 200, body: { data: { id: '7', username: 'harbourtea' } } }
        : refused,
  },
  {
    method: 'GET',
    path: /^\/2\/users\/7\/tweets$/u,
    answer: () => ({
      status: 200,
      body: {
        data: posts.map(({ id, text }) => ({ id, text: text.replace(/https:\S+/u, 'https://t.co/abc') })),
      },
    }),
  },
  {
    method: 'POST',
    path: /^\/2\/media\/upload$/u,
    answer: () => ({ status: 200, body: { data: { id: '500' } } }),
  },
  {
    method: 'POST',
    path: /^\/2\/media\/metadata$/u,
    answer: (request) =>
      Metadata.safeParse(request.json).success
        ? { status: 200, body: { data: { id: '500' } } }
        : { status: 400 },
  },
  {
    method: 'DELETE',
    path: /^\/2\/tweets\/(\d+)$/u,
    creates: true,
    answer: (_, [, id = '']) =>
      removeFrom(posts, id) ? { status: 200, body: { data: { deleted: true } } } : { status: 404 },
  },
  {
    method: 'POST',
    path: /^\/2\/tweets$/u,
    creates: true,
    answer: (request) => {
      const { text, reply } = Body.parse(request.json);
      if (posts.some((post) => post.text === text))
        return {
          status: 403,
          body: { detail: 'You are not allowed to create a Tweet with duplicate content.' },
        };
      const id = String(1_900_000 + posts.length);
      posts.push({ id, text, at: 0, request, under: reply?.in_reply_to_tweet_id });
      return { status: 201, body: { data: { id, text } } };
    },
  },
];

const provider = async (): Promise<Provider> => {
  const posts: LedgerPost[] = [];
  return {
    standIn: await standIn(routesOf(posts)),
    posts: () => posts,
    credentials: { token: TOKEN },
    wrong: { token: 'a-token-of-somebody-else' },
  };
};

connectorContract({ connector: x, provider, pictures: 'described', readBack: 'finds' });
partsContract({
  connector: x,
  provider,
  kind: 'thread',
  readBack: 'finds',
  idInUrl: true,
  corrects: ['retract'],
});
correctionsContract({ connector: x, provider, kinds: ['retract'] });
