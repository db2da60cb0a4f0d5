/** An account's own figures: taken with a schema, changed, and kept to from the first save to the calendar. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACCOUNT, CAMPAIGN, openStage, type Reply, type Stage } from './stage.ts';

const SERVER = { ...ACCOUNT, id: 'fedi', channel: 'mastodon', limits: { parts: { text: 700 } } };

let stage: Stage;
let variant = '';
const asManager = (method: string, path: string, body?: unknown, etag?: string): Promise<Reply> =>
  stage.ask(method, path, {
    token: stage.token.manager,
    body,
    ...(etag !== undefined && { headers: { 'if-match': etag } }),
  });
const asAdmin = (method: string, path: string, body: unknown, etag?: string): Promise<Reply> =>
  stage.ask(method, path, {
    token: stage.token.admin,
    body,
    ...(etag !== undefined && { headers: { 'if-match': etag } }),
  });
const read = (): Promise<Reply> => asManager('GET', `/variants/${variant}`);
const save = async (length: number): Promise<Reply> => {
  const link = 'https://harbour.example/fig';
  const text = `${'figs '.repeat(length / 5 - 5)}${link}`;
  const saved = { parts: [{ field: 'text', text }], media: [] };
  return asManager('PUT', `/variants/${variant}`, saved, (await read()).headers.get('etag') ?? '');
};
const findings = async (): Promise<readonly { rule: string; fingerprint: string }[]> => {
  const { findings: found } = (await read()).body;
  return Array.isArray(found) ? found : [];
};
const rulesOf = async () => (await findings()).map(({ rule }) => rule);
const fingerprints = async () => (await findings()).map(({ fingerprint }) => fingerprint);

beforeAll(async () => {
  stage = await openStage();
  await asAdmin('POST', '/accounts', SERVER);
  const created = await asManager('POST', '/campaigns', { ...CAMPAIGN, channels: ['mastodon'] });
  const adapted = await asManager('POST', `/campaigns/${String(created.body['id'])}/adapt`, {});
  variant = adapted.body.items?.[0]?.variant ?? '';
});
afterAll(() => stage.close());

describe('limits are checked', () => {
  it.each([
    [{ parts: { text: 'many' } }, 'limits.parts.text'],
    [{ parts: { text: 0 } }, 'limits.parts.text'],
    [{ letters: 5 }, 'limits'],
    [{ parts: { body: 700 } }, 'limits.parts.body'],
    [{ link: 0.5 }, 'limits.link'],
  ])('%j', async (limits, path) => {
    const refused = await asAdmin('POST', '/accounts', { ...SERVER, id: 'two', limits });
    expect(refused).toMatchObject({ status: 422, body: { code: 'invalid-input', problems: [{ path }] } });
  });

  it('and refused on a channel that leaves none to an account', async () => {
    const refused = await asAdmin('POST', '/accounts', {
      ...ACCOUNT,
      id: 'two',
      limits: { parts: { text: 9 } },
    });
    expect(refused).toMatchObject({ status: 422, body: { problems: [{ path: 'limits.parts.text' }] } });
  });
});

describe('a text is judged by them', () => {
  it('past the channel’s own limit', async () => {
    expect((await save(600)).status).toBe(200);
    expect((await read()).body).toMatchObject({ count: { limit: 700, unit: 'graphemes', fits: true } });
    expect(await rulesOf()).not.toContain('channel-length');
  });

  it('and found to be too long beyond them', async () => {
    await save(800);
    expect((await read()).body).toMatchObject({ count: { limit: 700, fits: false }, blocking: 1 });
    expect(await rulesOf()).toContain('channel-length');
  });
});

describe('a change', () => {
  it('holds at once, and an approved text that no longer fits is not scheduled', async () => {
    await save(600);
    const submitted = await asManager(
      'POST',
      `/variants/${variant}/submit`,
      { acknowledge: await fingerprints() },
      (await read()).headers.get('etag') ?? '',
    );
    expect(submitted).toMatchObject({ status: 200 });
    const { hash } = (await read()).body;
    const approval = { token: stage.token.reviewer, body: { hash } };
    expect((await stage.ask('POST', `/variants/${variant}/approve`, approval)).status).toBe(200);
    const { id: _, channel: __, mode: ___, ...settings } = SERVER;
    const limits = { parts: { text: 550 } };
    expect(await asAdmin('PUT', '/accounts/fedi', { ...settings, limits }, '"1"')).toMatchObject({
      status: 200,
      body: { limits, channel: 'mastodon' },
    });
    const slot = { variant, account: 'fedi', wall: '2027-06-01T09:00' };
    expect(await asManager('POST', '/entries', slot)).toMatchObject({
      status: 409,
      body: { code: 'blocking-findings', detail: expect.stringContaining('takes 550 graphemes') },
    });
  });

  it('takes off what it leaves out', async () => {
    const { id: _, channel: __, mode: ___, limits: ____, ...settings } = SERVER;
    const changed = await asAdmin('PUT', '/accounts/fedi', settings, '"2"');
    expect([changed.status, 'limits' in changed.body]).toEqual([200, false]);
    expect((await read()).body).toMatchObject({ count: { limit: 500 } });
  });

  it('of what moved on meanwhile is refused', async () => {
    const { id: _, channel: __, mode: ___, ...settings } = SERVER;
    expect((await asAdmin('PUT', '/accounts/fedi', settings, '"1"')).status).toBe(412);
  });
});
