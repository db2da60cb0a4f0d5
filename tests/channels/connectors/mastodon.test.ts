import * as z from 'zod';
import { mastodon } from '../../../functions/channels/mastodon/publish.ts';
import { connectorContract, type Provider } from '../../contract/connector/connector.ts';
import { standIn, type LedgerPost, type Request, type Route } from '../../support/stand-in/stand-in.ts';

const TOKEN = 'mastodon-token-of-harbour-tea';

const Body = z.object({ status: z.string() });

interface Posted extends LedgerPost {
  readonly key: string;
}

const isOurs = ({ headers }: Request): boolean => headers.authorization === `Bearer ${TOKEN}`;
const refused = { status: 401, body: { error: 'The access token is invalid' } };

/** An instance: pictures take a moment, a key that was used answers with its first status. */
const routesOf = (posts: Posted[]): readonly Route[] => {
  const looked = new Map<string, number>();
  const statusOf = ({ id, text, at }: Posted) => ({
    id,
    url: `https://harbour.social/@tea/${id}`,
    content: `<p>${text.replaceAll('&', '&amp;')}</p>`,
    created_at: new Date(at).toISOString(),
  });
  const keep = (request: Request) => {
    const key = String(request.headers['idempotency-key']);
    const before = posts.find((post) => post.key === key);
    if (before) return before;
    const { status } = Body.parse(request.json);
    const post = {
      id: `1${posts.length}`,
      key,
      text: status,
      at: Date.parse('2027-05-04T06:00:02Z'),
      request,
    };
    posts.push(post);
    return post;
  };
  return [
    {
      method: 'GET',
      path: /^\/api\/v1\/accounts\/verify_credentials$/u,
      answer: (request) => (isOurs(request) ? { status: 200, body: { id: '7', acct: 'tea' } } : refused),
    },
    {
      method: 'GET',
      path: /^\/api\/v1\/accounts\/7\/statuses$/u,
      answer: () => ({ status: 200, body: posts.map(statusOf).toReversed() }),
    },
    { method: 'POST', path: /^\/api\/v2\/media$/u, answer: () => ({ status: 202, body: { id: '500' } }) },
    {
      method: 'GET',
      path: /^\/api\/v1\/media\/(\d+)$/u,
      answer: (_, [, id = '']) => {
        looked.set(id, (looked.get(id) ?? 0) + 1);
        return { status: (looked.get(id) ?? 0) < 3 ? 206 : 200, body: { id } };
      },
    },
    {
      method: 'POST',
      path: /^\/api\/v1\/statuses$/u,
      creates: true,
      answer: (request) => (isOurs(request) ? { status: 200, body: statusOf(keep(request)) } : refused),
    },
  ];
};

const provider = async (): Promise<Provider> => {
  const posts: Posted[] = [];
  return {
    standIn: await standIn(routesOf(posts)),
    posts: () => posts,
    credentials: { server: 'https://harbour.social', token: TOKEN },
    wrong: { server: 'https://harbour.social', token: 'a-token-of-somebody-else' },
  };
};

connectorContract({ connector: mastodon, provider, pictures: 'described', readBack: 'certain' });
