import { Webhook } from 'standardwebhooks';
import { expect, it } from 'vitest';
import * as z from 'zod';
import { nodeHttp } from '../../../functions/adapters/node-http.ts';
import { instantOf } from '../../../functions/core/instant.ts';
import { webhook } from '../../../functions/channels/webhook/publish.ts';
import { connectorContract, type Provider } from '../../contract/connector/connector.ts';
import { jobFor } from '../../contract/connector/job.ts';
import { media, publicMedia } from '../../contract/connector/picture.ts';
import { standIn, type LedgerPost, type Route } from '../../support/stand-in/stand-in.ts';

const SECRET = `whsec_${Buffer.from('a secret of harbour tea, 32 bytes').toString('base64')}`;
const Body = z.object({ data: z.object({ parts: z.record(z.string(), z.string()) }) });

/** A receiver that takes only what the standard's own library verifies. */
const receiver = (posts: LedgerPost[]): readonly Route[] => [
  { method: 'GET', path: /^\/hook$/u, answer: () => ({ status: 405 }) },
  {
    method: 'POST',
    path: /^\/hook$/u,
    creates: true,
    answer: (request) => {
      const headers = Object.fromEntries(
        Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
      );
      try {
        new Webhook(SECRET).verify(request.body.toString('utf8'), headers);
      } catch {
        return { status: 400, body: { error: 'The signature does not fit' } };
      }
      const { data } = Body.parse(request.json);
      const id = headers['webhook-id'] ?? '';
      posts.push({ id, text: data.parts['text'] ?? '', at: 0, request });
      return { status: 204 };
    },
  },
];

const provider = async (secret = SECRET): Promise<Provider> => {
  const posts: LedgerPost[] = [];
  const stand = await standIn(receiver(posts));
  return { standIn: stand, posts: () => posts, credentials: { url: `${stand.url}/hook`, secret } };
};

connectorContract({ connector: webhook, provider, readBack: 'none', now: instantOf(Date.now()) });

it('is refused by a receiver that signs with another secret', async () => {
  const {
    standIn: stand,
    posts,
    credentials,
  } = await provider(`whsec_${Buffer.alloc(32).toString('base64')}`);
  const clock = { now: () => new Date().toISOString() };
  const publisher = webhook.connect({
    http: nodeHttp(),
    clock,
    media,
    publicMedia,
    credentials,
    baseUrl: '',
  });
  const job = jobFor('webhook', {});
  expect(await publisher.send(job, 'x')).toMatchObject({
    is: 'rejected',
    reason: expect.stringContaining('signature'),
  });
  expect(posts()).toEqual([]);
  await stand.close();
});

it.each([
  [{ url: 'https://tea.example/hook', secret: 'short' }, 'secret'],
  [{ url: 'ftp://tea.example/hook', secret: SECRET }, 'url'],
  [{ url: 'https://tea.example/hook' }, 'secret'],
])('does not take %j', (given, field) => {
  expect(webhook.credentials.safeParse(given).error?.issues.map(({ path }) => path[0])).toEqual([field]);
});
