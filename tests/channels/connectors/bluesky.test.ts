import { expect, it } from 'vitest';
import * as fc from 'fast-check';
import * as z from 'zod';
import { bluesky } from '../../../functions/channels/bluesky/publish.ts';
import { recordKey } from '../../../functions/channels/bluesky/publish-record-key.ts';
import { connectorContract, type Provider } from '../../contract/connector/connector.ts';
import { correctionsContract } from '../../contract/connector/corrections.ts';
import { partsContract } from '../../contract/connector/parts.ts';
import { hasBearer } from '../../support/stand-in/requests.ts';
import { standIn, type LedgerPost, type Route } from '../../support/stand-in/stand-in.ts';

const PASSWORD = 'abcd-efgh-ijkl-mnop';
const JWT = 'access-jwt-of-harbour-tea';
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

/** A repository: a record is written under its key, and once more in the same place. */
const routesOf = (records: Map<string, LedgerPost>): readonly Route[] => [
  {
    method: 'POST',
    path: /createSession$/u,
    answer: ({ json }) =>
      LogIn.parse(json).password === PASSWORD
        ? { status: 200, body: { accessJwt: JWT, did: DID, handle: 'tea.example' } }
        : refused,
  },
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
      if (!hasBearer(request, JWT)) return refused;
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
      if (!hasBearer(request, JWT)) return refused;
      const { rkey, record } = Put.parse(request.json);
      const under = record.reply?.parent;
      if (under && under.cid !== cidOf(under.uri)) return { status: 400, body: { error: 'InvalidRequest' } };
      records.set(rkey, { id: uriOf(rkey), text: record.text, at: 0, request, under: under?.uri });
      return { status: 200, body: { uri: uriOf(rkey), cid: cidOf(uriOf(rkey)) } };
    },
  },
];

const provider = async (): Promise<Provider> => {
  const records = new Map<string, LedgerPost>();
  return {
    standIn: await standIn(routesOf(records)),
    posts: () => [...records.values()],
    credentials: { handle: 'tea.example', password: PASSWORD },
    wrong: { handle: 'tea.example', password: 'zzzz-zzzz-zzzz-zzzz' },
  };
};

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
