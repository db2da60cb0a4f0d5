/** The Bluesky connector against a real server: `npm run test:bluesky` installs one and runs this. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nodeHttp } from '../../../functions/adapters/node-http.ts';
import { bluesky } from '../../../functions/channels/bluesky/publish.ts';
import type { PartDelivery } from '../../../functions/core/entry.ts';
import type { Http } from '../../../functions/ports/http.ts';
import type { Given, Job, Publisher } from '../../../functions/ports/publisher.ts';
import { jobFor } from '../../contract/connector/job.ts';
import { media, PICTURE, publicMedia } from '../../contract/connector/picture.ts';
import { type BlueskyAccount, type BlueskyServer, startBluesky } from '../../support/bluesky-server.ts';
import { testClock } from '../../support/make-world.ts';

const script = process.env['CANTUS_BLUESKY_SERVER'] ?? '';
const PASSWORD = 'abcd-efgh-ijkl-mnop';
const GREETING = 'Γειά σου ☀️ @harbour.test: cold brew is back, https://tea.example/mint #ColdBrew 🧋';

const THREAD = [
  { field: 'text', text: 'One of two.' },
  { field: 'thread[0]', text: 'Two of two.' },
];

/** Each revision is a post of its own. */
let revision = 0;
const jobOf = (text: string, pictures: readonly string[] = []) =>
  jobFor(
    'bluesky',
    {
      parts: [{ field: 'text', text }],
      media: pictures.map((rendition) => ({ file: 'mint.png', alt: 'An iced mint coffee', rendition })),
    },
    (revision += 1),
  );

/** The call arrives, and its answer does not. */
const losing = (http: Http, method: string): Http => ({
  call: async (call) => {
    const answer = await http.call(call);
    return call.url.endsWith(method) ? { is: 'unanswered', reason: 'The answer was lost.' } : answer;
  },
});

describe.skipIf(script === '')('the bluesky connector against a real server', () => {
  let server: BlueskyServer;
  let account: BlueskyAccount;
  beforeAll(async () => {
    server = await startBluesky(script);
    account = await server.account('tea', PASSWORD);
    await server.account('harbour', PASSWORD);
  }, 60_000);
  afterAll(() => server.close());

  const given = (over: Partial<Given> = {}): Given => ({
    http: nodeHttp(),
    clock: testClock('2027-05-04T06:00:01Z'),
    media,
    publicMedia,
    credentials: { handle: account.handle, password: PASSWORD },
    baseUrl: server.url,
    ...over,
  });
  const ready = async (publisher: Publisher, job: ReturnType<typeof jobOf>): Promise<string> => {
    const prepared = await publisher.prepare(job);
    if (prepared.is !== 'ready') throw new Error(JSON.stringify(prepared));
    return prepared.checkpoint;
  };
  const posted = async (text: string) =>
    (await server.records(account.did)).filter(({ value }) => value.text === text);

  it('posts a text whose links, tags and mentions the server takes for what they are', async () => {
    const publisher = bluesky.connect(given());
    const job = jobOf(GREETING);
    expect(await publisher.send(job, await ready(publisher, job))).toMatchObject({ is: 'published' });
    const [record] = await posted(GREETING);
    const bytes = Buffer.from(GREETING);
    const facets = Array.isArray(record?.value['facets']) ? record.value['facets'] : [];
    const marked = facets.map(({ index }) => bytes.subarray(index.byteStart, index.byteEnd).toString());
    expect(marked).toEqual(['@harbour.test', 'https://tea.example/mint', '#ColdBrew']);
    expect(record?.value).toMatchObject({ langs: ['en-GB'] });
  });

  it('writes one record, however often it sends', async () => {
    const publisher = bluesky.connect(given());
    const job = jobOf('Once is enough.');
    const checkpoint = await ready(publisher, job);
    const first = await publisher.send(job, checkpoint);
    expect(await publisher.send(job, checkpoint)).toEqual(first);
    expect(await posted('Once is enough.')).toHaveLength(1);
  });

  it('reads back what was posted although its answer was lost, and what was not', async () => {
    const publisher = bluesky.connect(given({ http: losing(nodeHttp(), 'putRecord') }));
    const job = jobOf('Nobody heard the answer.');
    const checkpoint = await ready(publisher, job);
    expect(await publisher.readBack(job, checkpoint)).toEqual({ is: 'absent' });
    expect(await publisher.send(job, checkpoint)).toMatchObject({ is: 'unconfirmed' });
    const [record] = await posted('Nobody heard the answer.');
    expect(await publisher.readBack(job, checkpoint)).toMatchObject({ is: 'found', externalId: record?.uri });
  });

  it('answers in a thread, part by part, and takes a part back once and for all', async () => {
    const publisher = bluesky.connect(given());
    const whole = jobFor('bluesky', { parts: THREAD }, (revision += 1));
    const before: PartDelivery[] = [];
    for (const name of publisher.partsOf?.(whole.payload) ?? []) {
      const job: Job = { ...whole, part: { name, before: [...before] } };
      const outcome = await publisher.send(job, await ready(publisher, job));
      if (outcome.is !== 'published') throw new Error(JSON.stringify(outcome));
      before.push({ part: name, outcome });
    }
    const [first, second] = await Promise.all(['One of two.', 'Two of two.'].map(posted));
    const uri = second?.[0]?.uri ?? '';
    expect(second?.[0]?.value['reply']).toMatchObject({ parent: { uri: first?.[0]?.uri } });
    expect(await publisher.retract?.(whole, uri)).toMatchObject({ is: 'published' });
    expect(await publisher.retract?.(whole, uri)).toMatchObject({ is: 'published' });
    expect([await posted('One of two.'), await posted('Two of two.')].map(({ length }) => length)).toEqual([
      1, 0,
    ]);
  });

  it('uploads pictures with their text alternatives', async () => {
    const publisher = bluesky.connect(given());
    const job = jobOf('With a picture.', [PICTURE]);
    expect(await publisher.send(job, await ready(publisher, job))).toMatchObject({ is: 'published' });
    expect((await posted('With a picture.'))[0]?.value).toMatchObject({
      embed: { images: [{ alt: 'An iced mint coffee', image: { mimeType: 'image/png' } }] },
    });
  });

  it('counts as the server does: 300 characters are taken whatever they are made of, one more is rejected', async () => {
    const publisher = bluesky.connect(given());
    const takes = async (text: string) => {
      const job = jobOf(text);
      return (await publisher.send(job, await ready(publisher, job))).is;
    };
    expect(await takes('é'.repeat(300))).toBe('published');
    expect(await takes('e\u0301'.repeat(300))).toBe('published');
    expect(await takes('👍🏽'.repeat(300))).toBe('published');
    expect(await takes('é'.repeat(301))).toBe('rejected');
  });

  it('knows a password that the server no longer takes', async () => {
    const made = await server.call(
      'com.atproto.server.createAppPassword',
      { name: 'cantus' },
      account.accessJwt,
    );
    const password = typeof made === 'object' && made && 'password' in made ? String(made.password) : '';
    const connected = given({ credentials: { handle: account.handle, password } });
    expect(await bluesky.check(connected)).toMatchObject({ is: 'well', as: '@tea.test' });
    await server.call('com.atproto.server.revokeAppPassword', { name: 'cantus' }, account.accessJwt);
    expect(await bluesky.check(connected)).toMatchObject({ is: 'refused' });
    expect(await bluesky.connect(connected).prepare(jobOf('Too late.'))).toMatchObject({ is: 'retry' });
  });
});
