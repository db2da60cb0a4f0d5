/** The same key with the same body gets the same answer, and nothing happens twice. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CAMPAIGN, openStage, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const create = (key: string, body: unknown = CAMPAIGN, token = stage.token.manager) =>
  stage.ask('POST', '/campaigns', { token, body, headers: { 'idempotency-key': key } });

describe('Idempotency-Key', () => {
  it('replays the first answer with its status and ETag', async () => {
    const first = await create('a');
    const again = await create('a');
    expect(first.status).toBe(201);
    expect(again).toMatchObject({ status: 201, body: first.body });
    expect(again.headers.get('etag')).toBe(first.headers.get('etag'));
  });

  it('gives two askings at once one answer', async () => {
    const answers = await Promise.all([create('b'), create('b'), create('b')]);
    expect(new Set(answers.map(({ body }) => body['id'])).size).toBe(1);
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
  });

  it('refuses another body, and another member, with 422 key-reused', async () => {
    await create('c');
    expect(await create('c', { ...CAMPAIGN, name: 'Other' })).toMatchObject({
      status: 422,
      body: { code: 'key-reused' },
    });
    expect(await create('c', CAMPAIGN, stage.token.admin)).toMatchObject({
      status: 422,
      body: { code: 'key-reused' },
    });
  });

  it('makes two things of two keys, and of none', async () => {
    const ids = [await create('d'), await create('e')].map(({ body }) => body['id']);
    const bare = await stage.ask('POST', '/campaigns', { token: stage.token.manager, body: CAMPAIGN });
    expect(new Set([...ids, bare.body['id']]).size).toBe(3);
  });

  it('keeps nothing of a refused asking', async () => {
    expect(await create('f', { ...CAMPAIGN, zone: 'Europe/Atlantis' })).toMatchObject({ status: 422 });
    expect(await create('f')).toMatchObject({ status: 201 });
  });

  it('never shows a one-time code again', async () => {
    const body = { email: 'new@harbour.example', name: 'New', roles: ['viewer'], locales: [] };
    const add = () =>
      stage.ask('POST', '/members', { token: stage.token.admin, body, headers: { 'idempotency-key': 'g' } });
    const first = await add();
    expect(first).toMatchObject({ status: 201, body: { member: { email: body.email } } });
    expect(first.body).toHaveProperty('code');
    const again = await add();
    expect(again).toMatchObject({ status: 201, body: { member: first.body['member'] } });
    expect(again.body).not.toHaveProperty('code');
  });

  it('founds a workspace once', async () => {
    const found = (key: string) =>
      stage.ask('POST', '!/workspaces', {
        token: stage.token.viewer,
        body: { id: 'fig-house', name: 'Fig House', zone: 'Europe/Athens', adminName: 'Eleni' },
        headers: { 'idempotency-key': key },
      });
    const first = await found('h');
    expect(first).toMatchObject({ status: 201, body: { id: 'fig-house' } });
    expect(await found('h')).toMatchObject({ status: 201, body: first.body });
    expect(await found('i')).toMatchObject({ status: 409, body: { code: 'already-exists' } });
  });

  it('refuses a key that no header should carry', async () => {
    expect(await create('x'.repeat(201))).toMatchObject({
      status: 422,
      body: { problems: [{ path: 'Idempotency-Key' }] },
    });
  });
});
