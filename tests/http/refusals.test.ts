/** What the API refuses, status by status, as problem documents. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROLES } from '../../functions/core/member.ts';
import { mayDo } from '../../functions/core/roles.ts';
import { ofOperation, ROUTES, ULID } from './routes.ts';
import { ACCOUNT, CAMPAIGN, makeVariant, openStage, type Stage } from './stage.ts';

let stage: Stage;
let campaign = '';
let variant = '';
beforeAll(async () => {
  stage = await openStage();
  ({ campaign, variant } = await makeVariant(stage));
});
afterAll(() => stage.close());

it('knows every route of a workspace', async () => {
  const { body } = await stage.ask('GET', '!/openapi.json');
  const operations = Object.entries(body.paths ?? {})
    .filter(([path]) => path.startsWith('/workspaces/{ws}'))
    .flatMap(([path, item]) =>
      Object.keys(item)
        .filter((method) => method !== 'parameters')
        .map(
          (method) =>
            `${method.toUpperCase()} ${path.slice('/workspaces/{ws}'.length).replaceAll(/\{[^}]+\}/gu, '{id}')}`,
        ),
    );
  expect(ROUTES.map(ofOperation).toSorted()).toEqual(operations.toSorted());
});

describe('401 not-signed-in', () => {
  it.each(ROUTES)('%s %s needs a token', async (method, path) => {
    for (const headers of [
      {},
      { authorization: 'Bearer nonsense' },
      { cookie: `cantus=${stage.token.admin}` },
    ])
      expect(await stage.ask(method, path, { headers })).toMatchObject({
        status: 401,
        body: { code: 'not-signed-in' },
      });
  });

  it('says so for a wrong password', async () => {
    const body = { email: 'nobody@harbour.example', password: 'wrong' };
    const refused = await stage.ask('POST', '!/session', { body });
    expect(refused).toMatchObject({ status: 401, body: { code: 'not-signed-in' } });
    expect(refused.headers.get('www-authenticate')).toBe('Bearer');
  });
});

describe('403 forbidden', () => {
  const refused = ROUTES.flatMap(([method, path, verb]) =>
    ROLES.filter((role) => !mayDo({ roles: [role] }, verb)).map(
      (role) => [role, verb, method, path] as const,
    ),
  );
  it.each(refused)('a %s may not %s', async (role, verb, method, path) => {
    expect(
      await stage.ask(method, path, { token: stage.token[role], body: method === 'GET' ? undefined : {} }),
    ).toMatchObject({
      status: 403,
      body: { code: 'forbidden', details: { verb } },
    });
  });
});

describe('404 not-found', () => {
  it.each(ROUTES)("%s %s of another tenant's workspace looks like none at all", async (method, path) => {
    const { token } = await stage.test.stranger();
    const theirs = await stage.ask(method, path, { token });
    const nobodys = await stage.ask(method, `!/workspaces/no-such-place${path}`, { token });
    expect(theirs).toMatchObject({ status: 404, body: { code: 'not-found' } });
    expect(theirs.body).toEqual(nobodys.body);
  });

  it('does not find an id of another workspace in mine', async () => {
    const other = await stage.test.otherWorkspace('other-tea');
    const asked = await stage.ask('GET', `!/workspaces/other-tea/variants/${variant}`, {
      token: other.token,
    });
    expect(asked).toMatchObject({ status: 404, body: { code: 'not-found' } });
  });

  const ids = [`/variants/${ULID}`, `/campaigns/${ULID}/variants`];
  it.each([...ids, '/variants/not-an-id', '/nothing', '!/nothing'])('has nothing at %s', async (path) => {
    expect(await stage.ask('GET', path, { token: stage.token.manager })).toMatchObject({
      status: 404,
      body: { code: 'not-found', type: 'urn:cantus:problem:not-found' },
    });
  });
});

describe('405 method-not-allowed', () => {
  it('names the methods that are', async () => {
    const refused = await stage.ask('DELETE', `/campaigns/${campaign}`, { token: stage.token.manager });
    expect(refused).toMatchObject({ status: 405, body: { code: 'method-not-allowed' } });
    expect(refused.headers.get('allow')).toBe('GET, PUT');
  });
});

describe('409', () => {
  it('already-exists: the same account twice', async () => {
    const first = await stage.ask('POST', '/accounts', { token: stage.token.admin, body: ACCOUNT });
    expect(first).toMatchObject({ status: 201, body: { id: 'facebook', mode: 'preview', rev: 1 } });
    expect(await stage.ask('POST', '/accounts', { token: stage.token.admin, body: ACCOUNT })).toMatchObject({
      status: 409,
      body: { code: 'already-exists' },
    });
  });

  it('not-in-this-state: withdrawing what was never submitted', async () => {
    const { headers } = await stage.ask('GET', `/variants/${variant}`, { token: stage.token.manager });
    const asked = await stage.ask('POST', `/variants/${variant}/withdraw`, {
      token: stage.token.manager,
      headers: { 'if-match': headers.get('etag') ?? '' },
    });
    expect(asked).toMatchObject({ status: 409, body: { code: 'not-in-this-state' } });
  });
});

describe('412 stale and 428 precondition-required', () => {
  const put = (headers: Record<string, string>) =>
    stage.ask('PUT', `/campaigns/${campaign}`, { token: stage.token.manager, body: CAMPAIGN, headers });

  it.each([
    ['no If-Match', {}, 428, 'precondition-required'],
    ['an old tag', { 'if-match': '"0"' }, 412, 'stale'],
    ['a tag that is not ours', { 'if-match': '"abc"' }, 412, 'stale'],
    ['a weak tag', { 'if-match': 'W/"1"' }, 412, 'stale'],
  ])('%s', async (_, headers, status, code) => {
    expect(await put(headers)).toMatchObject({ status, body: { code } });
  });

  it('changes with the tag that was read, once', async () => {
    const read = await stage.ask('GET', `/campaigns/${campaign}`, { token: stage.token.manager });
    const headers = { 'if-match': read.headers.get('etag') ?? '' };
    const changed = await put(headers);
    expect(changed.status).toBe(200);
    expect(changed.headers.get('etag')).toBe(`"${String(changed.body['rev'])}"`);
    expect(await put(headers)).toMatchObject({ status: 412, body: { code: 'stale' } });
  });
});

describe('413 too-large', () => {
  const big = JSON.stringify({ ...CAMPAIGN, name: 'x'.repeat(1_000_001) });

  it('refuses by Content-Length', async () => {
    const refused = await stage.ask('POST', '/campaigns', { token: stage.token.manager, body: big });
    expect(refused).toMatchObject({ status: 413, body: { code: 'too-large' } });
  });

  it('counts what arrives when no length was said', async () => {
    const chunk = new TextEncoder().encode('x'.repeat(100_000));
    let sent = 0;
    const body = new ReadableStream({
      pull: (controller) => {
        sent += 1;
        controller.enqueue(chunk);
        if (sent === 50) controller.close();
      },
    });
    const init: RequestInit & { duplex: 'half' } = {
      method: 'POST',
      body,
      duplex: 'half',
      headers: { authorization: `Bearer ${stage.token.manager}`, 'content-type': 'application/json' },
    };
    const response = await stage.app.request(`/workspaces/${stage.test.workspace}/campaigns`, init);
    expect(response.status).toBe(413);
    expect(sent).toBeLessThan(20);
  });
});

describe('415 unsupported-media-type', () => {
  it.each([['text/plain'], ['application/xml'], ['multipart/form-data; boundary=x']])('%s', async (type) => {
    const headers = { 'content-type': type };
    expect(
      await stage.ask('POST', '/campaigns', { token: stage.token.manager, body: 'x', headers }),
    ).toMatchObject({ status: 415, body: { code: 'unsupported-media-type' } });
  });
});

describe('500 internal-error', () => {
  it('says an id and nothing else', async () => {
    const { world } = stage.test;
    const secret = 'the table is called cantus';
    const list = world.feed.list;
    Object.assign(world.feed, { list: () => Promise.reject(new Error(secret)) });
    const broken = await stage.ask('GET', '/feed', { token: stage.token.viewer });
    Object.assign(world.feed, { list });
    expect(broken).toMatchObject({ status: 500, body: { code: 'internal-error', detail: 'Internal error' } });
    expect(JSON.stringify(broken.body)).not.toContain('table');
    expect(stage.troubles.at(-1)).toMatchObject({
      id: broken.body.details?.id,
      path: expect.stringContaining('/feed'),
    });
  });
});
