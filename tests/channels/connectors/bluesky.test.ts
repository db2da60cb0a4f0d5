import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import * as z from 'zod';
import { nodeHttp } from '../../../functions/adapters/node-http.ts';
import { bluesky } from '../../../functions/channels/bluesky/publish.ts';
import { recordKey } from '../../../functions/channels/bluesky/publish-record-key.ts';
import { connectorContract, type Provider } from '../../contract/connector/connector.ts';
import { correctionsContract } from '../../contract/connector/corrections.ts';
import { partsContract } from '../../contract/connector/parts.ts';
import { jobFor } from '../../contract/connector/job.ts';
import { media, publicMedia } from '../../contract/connector/picture.ts';
import { testClock } from '../../support/make-world.ts';
import { hasBearer } from '../../support/stand-in/requests.ts';
import { standIn, type LedgerPost, type Route } from '../../support/stand-in/stand-in.ts';

const PASSWORD = 'abcd-efgh-ijkl-mnop';
const DID = 'did:plc:harbourtea';
const LogIn = z.object({ identifier: z.string(), password: z.string() });
const Reference = z.object({ uri: z.string(), cid: z.string() });
const Record = z.looseObject({
  text: z.string(),
  reply: z.object({ root: Reference, parent: Reference }).optional(),
});
const Put = z.object({ repo: z.literal(DID), rkey: z.string(), record: Record });
const Delete = z.object({
  repo: z.literal(DID),
  collection: z.literal('app.bsky.feed.post'),
  rkey: z.string(),
});
const refused = {
  status: 401,
  body: { error: 'AuthenticationRequired', message: 'Invalid identifier or password' },
};

const uriOf = (rkey: string): string => `at://${DID}/app.bsky.feed.post/${rkey}`;

const cidOf = (uri: string): string => `bafy-${uri.split('/').at(-1)}`;

/** Whose tokens are good. A token of an earlier session, or of one that ended, is answered as the reference server does. */
interface Sessions {
  logIns: number;
  renewals: number;
  access: string;
  refresh: string;
}

const ended = { status: 400, body: { error: 'ExpiredToken', message: 'Token has expired' } };

const begun = (sessions: Sessions) => {
  const count = sessions.logIns + sessions.renewals;
  sessions.access = `access-jwt-of-harbour-tea-${count}`;
  sessions.refresh = `refresh-jwt-of-harbour-tea-${count}`;
  const { access: accessJwt, refresh: refreshJwt } = sessions;
  return { status: 200, body: { accessJwt, refreshJwt, did: DID, handle: 'tea.example' } };
};

const sessionRoutes = (sessions: Sessions): readonly Route[] => [
  {
    method: 'POST',
    path: /createSession$/u,
    answer: ({ json }) => {
      if (LogIn.parse(json).password !== PASSWORD) return refused;
      sessions.logIns += 1;
      return begun(sessions);
    },
  },
  {
    method: 'POST',
    path: /refreshSession$/u,
    answer: (request) => {
      if (!hasBearer(request, sessions.refresh)) return ended;
      sessions.renewals += 1;
      return begun(sessions);
    },
  },
];

/** A repository: a record is written under its key, and once more in the same place. */
const routesOf = (records: Map<string, LedgerPost>, sessions: Sessions): readonly Route[] => [
  ...sessionRoutes(sessions),
  {
    method: 'POST',
    path: /uploadBlob$/u,
    answer: ({ headers, body }) => ({
      status: 200,
      body: {
        blob: { $type: 'blob', ref: { $link: 'bafk' }, mimeType: headers['content-type'], size: body.length },
      },
    }),
  },
  {
    method: 'GET',
    path: /getRecord$/u,
    answer: ({ query }) => {
      const record = records.get(query.get('rkey') ?? '');
      return record
        ? { status: 200, body: { uri: record.id, cid: cidOf(record.id), value: {} } }
        : { status: 400, body: { error: 'RecordNotFound', message: 'Could not locate record' } };
    },
  },
  {
    method: 'POST',
    path: /deleteRecord$/u,
    creates: true,
    answer: (request) => {
      if (!hasBearer(request, sessions.access)) return ended;
      const { rkey } = Delete.parse(request.json);
      records.delete(rkey);
      return { status: 200, body: {} };
    },
  },
  {
    method: 'POST',
    path: /putRecord$/u,
    creates: true,
    answer: (request) => {
      if (!hasBearer(request, sessions.access)) return ended;
      const { rkey, record } = Put.parse(request.json);
      const under = record.reply?.parent;
      if (under && under.cid !== cidOf(under.uri)) return { status: 400, body: { error: 'InvalidRequest' } };
      records.set(rkey, { id: uriOf(rkey), text: record.text, at: 0, request, under: under?.uri });
      return { status: 200, body: { uri: uriOf(rkey), cid: cidOf(uriOf(rkey)) } };
    },
  },
];

const open = async () => {
  const records = new Map<string, LedgerPost>();
  const sessions: Sessions = { logIns: 0, renewals: 0, access: 'none', refresh: 'none' };
  const credentials = { handle: 'tea.example', password: PASSWORD };
  return {
    standIn: await standIn(routesOf(records, sessions)),
    posts: () => [...records.values()],
    credentials,
    wrong: { ...credentials, password: 'zzzz-zzzz-zzzz-zzzz' },
    sessions,
  } satisfies Provider & { readonly sessions: Sessions };
};

const provider = (): Promise<Provider> => open();

connectorContract({ connector: bluesky, provider, pictures: 'described', readBack: 'certain' });

correctionsContract({ connector: bluesky, provider, kinds: ['retract'] });
partsContract({
  connector: bluesky,
  provider,
  kind: 'thread',
  readBack: 'certain',
  idInUrl: true,
  corrects: ['retract'],
});

it('gives every entry and revision a key of its own, the same every time, in the order of their times', () => {
  const instant = fc.date({ min: new Date('2026-01-01'), max: new Date('2060-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(instant, fc.uuid(), fc.integer({ min: 1, max: 99 }), (date, id, revision) => {
      const at = date.toISOString();
      const key = recordKey(at, `${id}-${revision}`);
      expect(key).toMatch(/^[234567abcdefghij][234567a-z]{12}$/u);
      expect(recordKey(at, `${id}-${revision}`)).toBe(key);
      expect(recordKey(at, `${id}-${revision + 1}`)).not.toBe(key);
      const later = new Date(date.getTime() + 1000).toISOString();
      expect(recordKey(later, `${id}-${revision}`) > key).toBe(true);
    }),
  );
});

describe('a session on Bluesky', () => {
  const clock = testClock('2027-05-04T06:00:01Z');
  let at: Awaited<ReturnType<typeof open>>;
  beforeEach(async () => {
    clock.set('2027-05-04T06:00:01Z');
    at = await open();
  });
  afterEach(() => at.standIn.close());

  let revision = 0;
  /** As the publisher does, with a publisher of its own each time. */
  const post = async () => {
    const publisher = bluesky.connect({
      http: nodeHttp(),
      clock,
      media,
      publicMedia,
      credentials: at.credentials,
      baseUrl: at.standIn.url,
    });
    const job = jobFor('bluesky', {}, (revision += 1));
    const prepared = await publisher.prepare(job);
    return prepared.is === 'ready' ? publisher.send(job, prepared.checkpoint) : prepared;
  };
  const opened = () => ({ logIns: at.sessions.logIns, renewals: at.sessions.renewals });

  it('serves 20 posts by one log-in, in turn or at once', async () => {
    for (let posts = 0; posts < 10; posts += 1) await post();
    await Promise.all(Array.from({ length: 10 }, post));
    expect([at.posts().length, opened()]).toEqual([20, { logIns: 1, renewals: 0 }]);
  });

  it('of many posts that begin at once is opened by one of them', async () => {
    await Promise.all(Array.from({ length: 10 }, post));
    expect([at.posts().length, opened()]).toEqual([10, { logIns: 1, renewals: 0 }]);
  });

  it('is renewed before it ends, without the password', async () => {
    await post();
    clock.advance({ minutes: 61 });
    expect(await post()).toMatchObject({ is: 'published' });
    expect(opened()).toEqual({ logIns: 1, renewals: 1 });
  });

  it('that ended rejects nothing and disconnects nobody: it is renewed, and the post goes out the next time', async () => {
    await post();
    at.sessions.access = 'of another process';
    const outcome = await post();
    expect(outcome).toMatchObject({ is: 'retry' });
    expect(outcome).not.toHaveProperty('unauthorised');
    expect(await post()).toMatchObject({ is: 'published' });
    expect(opened()).toEqual({ logIns: 1, renewals: 1 });
  });

  it('that can be renewed no more is opened anew by the password', async () => {
    await post();
    Object.assign(at.sessions, { access: 'of another process', refresh: 'of another process' });
    expect(await post()).toMatchObject({ is: 'retry' });
    expect(await post()).toMatchObject({ is: 'published' });
    expect(opened()).toEqual({ logIns: 2, renewals: 0 });
  });

  it('that was refused is asked for again', async () => {
    at.credentials.password = 'zzzz-zzzz-zzzz-zzzz';
    expect(await post()).toMatchObject({ is: 'retry', unauthorised: true });
    at.credentials.password = PASSWORD;
    expect(await post()).toMatchObject({ is: 'published' });
  });

  it('is kept in no answer', async () => {
    const said: unknown[] = [await post()];
    at.sessions.access = 'of another process';
    said.push(await post());
    expect(JSON.stringify(said)).not.toContain('jwt');
  });
});
