import { expect, it } from 'vitest';
import * as z from 'zod';
import { nodeHttp } from '../../../functions/adapters/node-http.ts';
import { facebook } from '../../../functions/channels/facebook/publish.ts';
import { connectorContract, type Provider } from '../../contract/connector/connector.ts';
import { GRAPH_TOKENS } from '../../contract/connector/tokens.ts';
import { correctionsContract } from '../../contract/connector/corrections.ts';
import { partsContract } from '../../contract/connector/parts.ts';
import { jobFor } from '../../contract/connector/job.ts';
import { media, publicMedia } from '../../contract/connector/picture.ts';
import { testClock } from '../../support/make-world.ts';
import { removeFrom, reword } from '../../support/stand-in/ledger.ts';
import { formField, hasBearer } from '../../support/stand-in/requests.ts';
import { standIn, type LedgerPost, type Request, type Route } from '../../support/stand-in/stand-in.ts';

const TOKEN = 'page-token-of-harbour-tea';
const Comment = z.object({ message: z.string() });
const Body = z.object({ message: z.string(), attached_media: z.array(z.unknown()).optional() });
const invalid = { status: 400, body: { error: { message: 'Invalid OAuth access token', code: 190 } } };

const missing = {
  status: 400,
  body: { error: { message: 'Unsupported delete request', code: 100, error_subcode: 33 } },
};

/** A page on the Graph API; errors come as 400 with a code of its own. */
const routesOf = (posts: LedgerPost[]): readonly Route[] => {
  const keep = (request: Request, text: string, under?: string) => {
    const post = { id: `77_${posts.length}`, text, at: 0, request, under };
    posts.push(post);
    return post;
  };
  const listed = (of?: string) => ({
    status: 200,
    body: {
      data: posts.filter(({ under }) => under === of).map(({ id, text }) => ({ id, message: text })),
    },
  });
  return [
    {
      method: 'GET',
      path: /^\/77$/u,
      answer: (request) =>
        hasBearer(request, TOKEN) ? { status: 200, body: { id: '77', name: 'Harbour Tea' } } : invalid,
    },
    {
      method: 'GET',
      path: /^\/77\/feed$/u,
      answer: () => listed(),
    },
    {
      method: 'GET',
      path: /^\/(77_\d+)$/u,
      answer: (_, [, id]) => (posts.some((one) => one.id === id) ? { status: 200, body: { id } } : missing),
    },
    {
      method: 'POST',
      path: /^\/(77_\d+)$/u,
      creates: true,
      answer: ({ json }, [, id = '']) =>
        reword(posts, id, Comment.parse(json).message) ? { status: 200, body: { success: true } } : missing,
    },
    {
      method: 'DELETE',
      path: /^\/(77_\d+)$/u,
      creates: true,
      answer: (_, [, id = '']) =>
        removeFrom(posts, id) ? { status: 200, body: { success: true } } : missing,
    },
    { method: 'GET', path: /^\/(77_\d+)\/comments$/u, answer: (_, [, post]) => listed(post) },
    {
      method: 'POST',
      path: /^\/(77_\d+)\/comments$/u,
      creates: true,
      answer: (request, [, post]) => ({
        status: 200,
        body: { id: keep(request, Comment.parse(request.json).message, post).id },
      }),
    },
    {
      method: 'POST',
      path: /^\/77\/photos$/u,
      answer: (request) => {
        if (formField(request, 'published') === 'false') return { status: 200, body: { id: '500' } };
        return { status: 200, body: { id: '501', post_id: keep(request, formField(request, 'message')).id } };
      },
    },
    {
      method: 'POST',
      path: /^\/77\/feed$/u,
      creates: true,
      answer: (request) => ({
        status: 200,
        body: { id: keep(request, Body.parse(request.json).message).id },
      }),
    },
  ];
};

const provider = async (): Promise<Provider> => {
  const posts: LedgerPost[] = [];
  return {
    standIn: await standIn(routesOf(posts)),
    posts: () => posts,
    credentials: { page: '77', token: TOKEN },
    wrong: { page: '77', token: 'a-token-of-somebody-else' },
  };
};

connectorContract({
  connector: facebook,
  provider,
  pictures: 'described',
  tokens: GRAPH_TOKENS,
  readBack: 'finds',
});
correctionsContract({ connector: facebook, provider, kinds: ['amend', 'retract'] });

partsContract({
  connector: facebook,
  provider,
  kind: 'comment',
  readBack: 'finds',
  idInUrl: true,
  corrects: ['amend', 'retract'],
});

const send = async (error: object) => {
  const stand = await standIn([
    { method: 'POST', path: /feed$/u, answer: () => ({ status: 400, body: { error } }) },
  ]);
  const publisher = facebook.connect({
    http: nodeHttp(),
    clock: testClock('2027-05-04T06:00:01Z'),
    media,
    publicMedia,
    credentials: { page: '77', token: TOKEN },
    baseUrl: stand.url,
  });
  const outcome = await publisher.send(jobFor('facebook', {}), '{"photos":[]}');
  await stand.close();
  return outcome;
};

it.each([
  ['an invalid token', { code: 190 }, { is: 'retry', unauthorised: true }],
  ['a rate limit', { code: 32 }, { is: 'retry', after: '2027-05-04T06:01:01Z' }],
  ['a trouble that may pass', { code: 2, is_transient: true }, { is: 'unconfirmed' }],
  ['a text that it refuses', { code: 100, message: 'Invalid parameter' }, { is: 'rejected' }],
])('reads %s out of a 400', async (_, error, outcome) => {
  expect(await send(error)).toMatchObject(outcome);
});
