/** Times on the calendar as the API takes and refuses them; a refusal changes nothing. */
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { approve } from '../support/approved-world.ts';
import { asId, type VariantId } from '../../functions/core/ids.ts';
import { ULID } from './routes.ts';
import { ACCOUNT, makeVariant, openStage, type Reply, type Stage } from './stage.ts';

let stage: Stage;
let variant = '';
/** Nobody has approved it, and an edit was made after the approval. */
let [draft, edited] = ['', ''];
let entry: Reply;
beforeAll(async () => {
  stage = await openStage();
  ({ variant } = await makeVariant(stage));
  ({ variant: draft } = await makeVariant(stage));
  ({ variant: edited } = await makeVariant(stage));
  for (const id of [variant, edited]) await approve(stage.test, asId<VariantId>(id));
  const { body: view, headers } = await as('GET', `/variants/${edited}`);
  await as('PUT', `/variants/${edited}`, editOf(view), { 'if-match': headers.get('etag') ?? '' });
  const accounts = [
    { ...ACCOUNT, gap: 60, cap: 3 },
    { ...ACCOUNT, id: 'quiet', slots: [] },
    { ...ACCOUNT, id: 'away', mode: 'live' },
  ];
  for (const body of accounts) await stage.ask('POST', '/accounts', { token: stage.token.admin, body });
  entry = await schedule({ wall: '2027-05-10T12:00' });
  await schedule({ wall: '2027-05-10T18:00' });
});
afterAll(() => stage.close());

const as = (method: string, path: string, body?: unknown, headers?: Record<string, string>) =>
  stage.ask(method, path, {
    token: stage.token.manager,
    ...(body !== undefined && { body }),
    ...(headers && { headers }),
  });
const schedule = (body: object, headers?: Record<string, string>) =>
  as('POST', '/entries', { variant, account: 'facebook', ...body }, headers);

const editOf = ({ content }: Reply['body']): object => {
  const { parts, media } = z.object({ parts: z.array(z.looseObject({})), media: z.unknown() }).parse(content);
  return { parts: parts.map((part) => ({ ...part, text: 'Figs are back.' })), media };
};

/** Every row of the workspace, as the store has it. */
const everything = async (): Promise<readonly object[]> => {
  const { client, table } = stage.test.embedded;
  const rows: object[] = [];
  let from: Record<string, unknown> | undefined;
  do {
    const page = await client.send(
      new ScanCommand({ TableName: table, ConsistentRead: true, ...(from && { ExclusiveStartKey: from }) }),
    );
    rows.push(...(page.Items ?? []).filter(({ pk }) => String(pk).startsWith(`W#${stage.test.workspace}#`)));
    from = page.LastEvaluatedKey;
  } while (from);
  return rows;
};

const REFUSED: readonly (readonly [
  what: string,
  body: object,
  status: number,
  code: string,
  detail: object,
])[] = [
  ['a time in the past', { wall: '2027-05-03T08:58' }, 422, 'in-the-past', {}],
  [
    'a skipped wall time',
    { wall: '2028-03-26T03:30' },
    422,
    'skipped-time',
    { suggestions: ['2028-03-26T02:59', '2028-03-26T04:00'] },
  ],
  ['a repeated wall time', { wall: '2027-10-31T03:30' }, 422, 'repeated-time', { proposed: 'earlier' }],
  [
    'an unknown zone',
    { wall: '2027-05-11T09:00', zone: 'Europe/Athen' },
    422,
    'unknown-zone',
    { suggestions: ['Europe/Athens'] },
  ],
  ['an entry in the gap of another', { wall: '2027-05-10T12:59' }, 409, 'gap', { gap: 60 }],
  ['29 February in a common year', { wall: '2027-02-29T09:00' }, 422, 'invalid-input', {}],
  ['31 April', { wall: '2028-04-31T09:00' }, 422, 'invalid-input', {}],
  ['no time at all', {}, 422, 'invalid-input', {}],
  ['a slot and a wall time at once', { slot: 'next', wall: '2027-05-11T09:00' }, 422, 'invalid-input', {}],
  ['a slot that there is not', { slot: 'last' }, 422, 'invalid-input', {}],
  [
    'the next slot of an account without any',
    { slot: 'next', account: 'quiet' },
    409,
    'no-free-slot',
    { account: 'quiet' },
  ],
];

const WALL = '2027-06-01T09:00';
/** By who they are, and not by when. */
const UNFIT: readonly (readonly [what: string, body: () => object, status: number, code: string])[] = [
  ['what nobody approved', () => ({ wall: WALL, variant: draft }), 409, 'not-approved'],
  [
    'what was edited after its approval',
    () => ({ wall: WALL, variant: edited }),
    409,
    'approval-does-not-cover',
  ],
  ['an account that is disconnected', () => ({ wall: WALL, account: 'away' }), 409, 'disconnected'],
  ['a variant that there is not', () => ({ wall: WALL, variant: ULID }), 404, 'not-found'],
  ['an account that there is not', () => ({ wall: WALL, account: 'nowhere' }), 404, 'not-found'],
];

describe('refuses', () => {
  it('beside rows that are there to be changed', async () => {
    expect((await everything()).length).toBeGreaterThan(20);
  });

  it.each(UNFIT)('%s, and leaves every row as it was', async (_what, body, status, code) => {
    const before = await everything();
    expect(await schedule(body())).toMatchObject({ status, body: { code } });
    expect(await everything()).toEqual(before);
  });

  it.each(REFUSED.filter(([, body]) => 'wall' in body && !('slot' in body)))(
    'to move an entry to %s, and leaves every row as it was',
    async (_what, body, status, code) => {
      const before = await everything();
      const path = `/entries/${String(entry.body['id'])}/move`;
      const to = code === 'gap' ? { wall: '2027-05-10T18:30' } : body;
      const refused = await as('POST', path, to, { 'if-match': entry.headers.get('etag') ?? '' });
      expect(refused).toMatchObject({ status, body: { code } });
      expect(await everything()).toEqual(before);
    },
  );

  it.each(REFUSED)('%s, and leaves every row as it was', async (_what, body, status, code, detail) => {
    const before = await everything();
    const refused = await schedule(body);
    expect(refused).toMatchObject({ status, body: { code } });
    if (Object.keys(detail).length > 0) expect(refused.body.details).toMatchObject(detail);
    expect(await everything()).toEqual(before);
  });

  it.each([
    ['quiet', 409, 'no-free-slot'],
    ['nowhere', 404, 'not-found'],
  ])('to name the next slot of the account %s', async (account, status, code) => {
    expect(await as('GET', `/accounts/${account}/next-slot`)).toMatchObject({ status, body: { code } });
  });
});

describe('the next free slot', () => {
  it('is what an entry then gets, once for each key', async () => {
    const offered = await as('GET', `/accounts/facebook/next-slot?variant=${variant}`);
    expect(offered).toMatchObject({ status: 200, body: { wall: '2027-05-04T09:00', zone: 'Europe/Athens' } });
    const headers = { 'idempotency-key': 'queue-1' };
    const [first, again] = [
      await schedule({ slot: 'next' }, headers),
      await schedule({ slot: 'next' }, headers),
    ];
    expect(first).toMatchObject({ status: 201, body: { slot: offered.body, state: 'scheduled' } });
    expect(again.body).toEqual(first.body);
    expect((await as('GET', '/accounts/facebook/next-slot')).body['wall']).toBe('2027-05-05T09:00');
  });
});

it('a move keeps the wall time across a clock change, in either direction', async () => {
  const made = await schedule({ wall: '2027-10-30T09:00' });
  expect(made.body['slot']).toMatchObject({ instant: '2027-10-30T06:00:00Z' });
  const move = async (wall: string, etag: string | null) =>
    as('POST', `/entries/${String(made.body['id'])}/move`, { wall }, { 'if-match': etag ?? '' });
  const there = await move('2027-11-01T09:00', made.headers.get('etag'));
  expect(there.body['slot']).toEqual({
    wall: '2027-11-01T09:00',
    zone: 'Europe/Athens',
    instant: '2027-11-01T07:00:00Z',
  });
  const skipped = await move('2028-03-26T03:30', there.headers.get('etag'));
  expect(skipped).toMatchObject({ status: 422, body: { code: 'skipped-time' } });
  const back = await move('2027-10-30T09:00', there.headers.get('etag'));
  expect(back.body['slot']).toEqual(made.body['slot']);
});
