/** An ETag stands for what an editor can lose; askings at once never make one another's fail for nothing. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACCOUNT, makeVariant, openStage, type Reply, type Stage } from './stage.ts';

let stage: Stage;
let variant = '';
beforeAll(async () => {
  stage = await openStage();
  ({ variant } = await makeVariant(stage));
});
afterAll(() => stage.close());

const read = () => stage.ask('GET', `/variants/${variant}`, { token: stage.token.viewer });
const tagOf = ({ headers }: Reply): string => headers.get('etag') ?? '';
const comment = (text: string) =>
  stage.ask('POST', `/variants/${variant}/comments`, { token: stage.token.reviewer, body: { text } });
const save = (tag: string, text: string) =>
  stage.ask('PUT', `/variants/${variant}`, {
    token: stage.token.manager,
    body: { parts: [{ field: 'text', text }] },
    headers: { 'if-match': tag },
  });

describe("a variant's ETag", () => {
  it('outlives comments, so that an editor who types meanwhile loses nothing', async () => {
    const before = await read();
    expect(await comment('Could this be warmer?')).toMatchObject({ status: 201 });
    const after = await read();
    expect(after.body['comments']).toHaveLength(1);
    expect(tagOf(after)).toBe(tagOf(before));
    expect(await save(tagOf(before), 'Figs are back.')).toMatchObject({ status: 200 });
  });

  it('changes with each edit and each decision; `rev` is the same number', async () => {
    const { body, ...reply } = await read();
    expect(tagOf({ body, ...reply })).toBe(`"${String(body['rev'])}"`);
    expect(body).not.toHaveProperty('edition');
    const saved = await save(tagOf({ body, ...reply }), 'Figs are back again.');
    expect(tagOf(saved)).not.toBe(tagOf({ body, ...reply }));
    expect(await save(tagOf({ body, ...reply }), 'Too late.')).toMatchObject({
      status: 412,
      body: { code: 'stale', details: { now: saved.body['rev'] } },
    });
  });
});

describe('askings at once', () => {
  it('keep every comment', async () => {
    const before = 1;
    const replies = await Promise.all(Array.from({ length: 12 }, (_, index) => comment(`Note ${index}`)));
    expect(replies.map(({ status }) => status)).toEqual(Array.from({ length: 12 }, () => 201));
    expect((await read()).body['comments']).toHaveLength(12 + before);
  });

  it('save one of several edits, and tell the others', async () => {
    const tag = tagOf(await read());
    const replies = await Promise.all(Array.from({ length: 6 }, (_, index) => save(tag, `Edit ${index}`)));
    const statuses = replies.map(({ status }) => status).toSorted((a, b) => a - b);
    expect(statuses).toEqual([200, 412, 412, 412, 412, 412]);
  });

  it('give each place one variant, whoever adapts', async () => {
    const { campaign } = await makeVariant(stage);
    const adapt = () =>
      stage.ask('POST', `/campaigns/${campaign}/adapt`, { token: stage.token.manager, body: {} });
    const replies = await Promise.all([adapt(), adapt(), adapt()]);
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200]);
    const made = replies.map(({ body }) => body.items?.map((item) => item.variant));
    expect(new Set(made.map((ids) => JSON.stringify(ids))).size).toBe(1);
  });

  it('take each time of an account once', async () => {
    await stage.ask('POST', '/accounts', { token: stage.token.admin, body: { ...ACCOUNT, gap: 60 } });
    const body = { variant, account: 'facebook', wall: '2027-05-04T09:00', whenApproved: true };
    const replies = await Promise.all(
      Array.from({ length: 8 }, () => stage.ask('POST', '/entries', { token: stage.token.manager, body })),
    );
    expect(replies.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
      201,
      ...Array.from({ length: 7 }, () => 409),
    ]);
    expect(replies.filter(({ body: answer }) => answer['code'] === 'gap')).toHaveLength(7);
  });
});
