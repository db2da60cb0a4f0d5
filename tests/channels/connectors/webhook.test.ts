import { Webhook } from 'standardwebhooks';
import { expect, it } from 'vitest';
import * as z from 'zod';
import { nodeHttp } from '../../../functions/adapters/node-http.ts';
import { asId, type EntryId } from '../../../functions/core/ids.ts';
import { instantOf } from '../../../functions/core/instant.ts';
import { webhook } from '../../../functions/channels/webhook/publish.ts';
import { connectorContract, type Provider } from '../../contract/connector/connector.ts';
import { jobFor } from '../../contract/connector/job.ts';
import { media, publicMedia } from '../../contract/connector/picture.ts';
import { correctionsContract } from '../../contract/connector/corrections.ts';
import { removeFrom, reword } from '../../support/stand-in/ledger.ts';
import { standIn, type LedgerPost, type Request, type Route } from '../../support/stand-in/stand-in.ts';

const SECRET = `whsec_${Buffer.from('a secret of harbour tea, 32 bytes').toString('base64')}`;
const Parts = z.record(z.string(), z.string());
const Body = z.discriminatedUnion('type', [
  z.object({ type: z.literal('post.due'), data: z.object({ parts: Parts }) }),
  z.object({ type: z.literal('post.amended'), data: z.object({ parts: Parts, post: z.string() }) }),
  z.object({ type: z.literal('post.retracted'), data: z.object({ post: z.string() }) }),
]);
type Said = z.infer<typeof Body>;

/** As a receiver does that shows posts by the ids of the messages which brought them. */
const done = (posts: LedgerPost[], said: Said, id: string, request: Request): boolean => {
  switch (said.type) {
    case 'post.due':
      posts.push({ id, text: said.data.parts['text'] ?? '', at: 0, request });
      return true;
    case 'post.amended':
      return reword(posts, said.data.post, said.data.parts['text'] ?? '');
    case 'post.retracted':
      removeFrom(posts, said.data.post);
      return true;
  }
};

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
      const id = headers['webhook-id'] ?? '';
      return { status: done(posts, Body.parse(request.json), id, request) ? 204 : 404 };
    },
  },
];

const provider = async (secret = SECRET): Promise<Provider> => {
  const posts: LedgerPost[] = [];
  const stand = await standIn(receiver(posts));
  return { standIn: stand, posts: () => posts, credentials: { url: `${stand.url}/hook`, secret } };
};

const now = instantOf(Date.now());
connectorContract({ connector: webhook, provider, readBack: 'none', now });
correctionsContract({ connector: webhook, provider, kinds: ['amend', 'retract'], now });

it('tells of a correction by a message of its own, about the post as its receiver knows it', async () => {
  const { standIn: stand, credentials } = await provider();
  const given = { http: nodeHttp(), clock: { now: () => now }, media, publicMedia, credentials, baseUrl: '' };
  const job = jobFor('webhook', {}, 2);
  const corrects = asId<EntryId>('01JXENTRY00000000000000000');
  const correction = { corrects, is: 'retract', live: [], reason: 'The price was wrong' } as const;
  const correcting = { ...job, entry: { ...job.entry, correction } };
  for (let times = 0; times < 2; times += 1)
    expect(await webhook.connect(given).retract?.(correcting, 'msg_1')).toEqual({
      is: 'published',
      externalId: 'msg_1',
    });
  const told = stand.requests.map(({ headers, json }) => [headers['webhook-id'], json]);
  expect(told[0]).toEqual(told[1]);
  expect(told[0]).toEqual([
    `msg_${job.entry.id}_2`,
    {
      type: 'post.retracted',
      timestamp: job.entry.slot.instant,
      data: expect.objectContaining({ entry: corrects, post: 'msg_1', reason: 'The price was wrong' }),
    },
  ]);
  await stand.close();
});

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
