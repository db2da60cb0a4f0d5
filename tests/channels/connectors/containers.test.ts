/** Instagram and Threads, which take a post as a container that is waited for and then published. */
import { afterEach, describe, expect, it } from 'vitest';
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
import { containersProvider, INSTAGRAM, THREADS, type Edges } from '../../support/stand-in/containers.ts';

const payload = { media: [{ file: 'mint.png', alt: 'An iced mint coffee', rendition: PICTURE }] };
const tokens = GRAPH_TOKENS;
connectorContract({
  connector: instagram,
  provider: containersProvider(INSTAGRAM),
  payload,
  tokens,
  readBack: 'finds',
});
connectorContract({ connector: threads, provider: containersProvider(THREADS), tokens, readBack: 'finds' });
correctionsContract({ connector: threads, provider: containersProvider(THREADS), kinds: ['retract'] });
const loose = { readBack: 'finds', idInUrl: false } as const;
partsContract({
  connector: instagram,
  provider: containersProvider(INSTAGRAM),
  payload,
  kind: 'comment',
  ...loose,
  corrects: [],
});
partsContract({
  connector: threads,
  provider: containersProvider(THREADS),
  payload,
  kind: 'thread',
  ...loose,
  corrects: ['retract'],
});

const made = async (connector: typeof instagram, edges: Edges, more: Parameters<typeof jobFor>[1]) => {
  const provider = await containersProvider(edges)();
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

describe.each([
  ['Instagram', instagram, INSTAGRAM, payload],
  ['a story on Instagram', instagram, INSTAGRAM, { ...payload, format: 'story' }],
  ['Threads', threads, THREADS, {}],
] as const)('a container of %s whose call was cut off', (_name, connector, edges, more) => {
  const clock = testClock('2027-05-04T06:00:01Z');
  let provider: Provider;
  afterEach(() => provider.standIn.close());
  const job = jobFor(connector.channel, more);
  const opened = async () => {
    provider = await containersProvider(edges)();
    const publisher = connector.connect({
      http: nodeHttp(),
      clock,
      media,
      publicMedia,
      credentials: provider.credentials,
      baseUrl: provider.standIn.url,
    });
    let last = await publisher.prepare(job);
    while (last.is === 'pending') last = await publisher.prepare(job, last.checkpoint);
    if (last.is !== 'ready') throw new Error(JSON.stringify(last));
    return { publisher, checkpoint: last.checkpoint };
  };
  const publishes = () =>
    provider.standIn.requests.filter(({ method, path }) => method === 'POST' && path.endsWith('_publish'))
      .length;

  it('is live as the container says, whether it is listed or not', async () => {
    const { publisher, checkpoint } = await opened();
    provider.standIn.fault('reset-after');
    await publisher.send(job, checkpoint);
    const back = await publisher.readBack(job, checkpoint);
    expect(back).toMatchObject(
      job.payload.format === 'story'
        ? { is: 'settled', outcome: { is: 'published' } }
        : { is: 'found', isLive: true, externalId: provider.posts()[0]?.id },
    );
  });

  it('is known only to be finished where nothing arrived', async () => {
    const { publisher, checkpoint } = await opened();
    provider.standIn.fault('reset-before');
    await publisher.send(job, checkpoint);
    expect(await publisher.readBack(job, checkpoint)).toMatchObject({ is: 'unknown' });
  });

  it('is looked at before anything is made or published again', async () => {
    const { publisher, checkpoint } = await opened();
    provider.standIn.fault('reset-after');
    await publisher.send(job, checkpoint);
    const again = await publisher.prepare(job, checkpoint);
    if (again.is !== 'ready') throw new Error(JSON.stringify(again));
    expect(await publisher.send(job, again.checkpoint)).toMatchObject({ is: 'unconfirmed' });
    expect([publishes(), provider.posts().length]).toEqual([1, 1]);
  });
});
