/** Bad input gets a clear error with its place and loses nothing. */
import { CHANNEL_IDS } from '../../brand-guide/engine/channel.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACCOUNT, CAMPAIGN, makeVariant, openStage, type Stage } from './stage.ts';

let stage: Stage;
let variant = '';
beforeAll(async () => {
  stage = await openStage();
  ({ variant } = await makeVariant(stage));
  await stage.ask('POST', '/accounts', { token: stage.token.admin, body: ACCOUNT });
});
afterAll(() => stage.close());

const YAML = { 'content-type': 'application/yaml' };
const yaml = (lines: Readonly<Record<string, string>>): string =>
  Object.entries({
    name: 'Fig season',
    zone: 'Europe/Athens',
    locales: '[en-GB]',
    channels: '[facebook]',
    facts: '[]',
    message: '{ headline: Figs }',
    ...lines,
  })
    .map(([key, value]) => `${key}: ${value}`)
    .join('\n');

describe('a campaign file', () => {
  const count = async (): Promise<number> => {
    const { body } = await stage.ask('GET', '/campaigns', { token: stage.token.manager });
    return body.items?.length ?? 0;
  };

  it.each([
    ['that is not YAML', 'name: [unclosed', { line: 1 }],
    ['with an unknown field', yaml({ hashtag: '[FigSeason]' }), { path: 'hashtag', line: 7, column: 1 }],
    [
      'with a price without a currency',
      yaml({ facts: '[{ id: price, kind: price, value: 4.20 }]' }),
      { path: 'facts[0].value', line: 5 },
    ],
    [
      'with a channel that does not exist',
      yaml({ channels: '[instagrm]' }),
      { path: 'channels[0]', line: 4 },
    ],
    ['with an unknown zone', yaml({ zone: 'Europe/Atlantis' }), { path: 'zone', line: 2 }],
    [
      'with a body over 100,000 characters',
      yaml({ message: `{ headline: Figs, body: ${'x'.repeat(100_001)} }` }),
      { path: 'message.body', line: 6 },
    ],
  ])('%s is refused with its place', async (_, body, place) => {
    const before = await count();
    const refused = await stage.ask('POST', '/campaigns', {
      token: stage.token.manager,
      body,
      headers: YAML,
    });
    expect(refused).toMatchObject({ status: 422, body: { code: 'invalid-input' } });
    expect(refused.body['problems']).toContainEqual(expect.objectContaining(place));
    expect(await count()).toBe(before);
  });

  it('is taken as YAML, and shorthand becomes whole values', async () => {
    const body = yaml({ facts: '[{ id: price, kind: price, value: { amount: 4.20, currency: EUR } }]' });
    const created = await stage.ask('POST', '/campaigns', {
      token: stage.token.manager,
      body,
      headers: YAML,
    });
    expect(created).toMatchObject({
      status: 201,
      body: { facts: [{ id: 'price', value: { amount: '4.20', currency: 'EUR' } }], rev: 1 },
    });
    expect(created.headers.get('etag')).toBe('"1"');
  });

  it('accepts every channel, and lists none as not available yet', async () => {
    const body = { ...CAMPAIGN, channels: CHANNEL_IDS };
    expect(await stage.ask('POST', '/campaigns', { token: stage.token.manager, body })).toMatchObject({
      status: 201,
      body: { notAvailableYet: [] },
    });
  });
});

describe('JSON', () => {
  it('that does not parse is 400', async () => {
    for (const path of ['/campaigns', '/entries'])
      expect(await stage.ask('POST', path, { token: stage.token.manager, body: '{"name": ' })).toMatchObject({
        status: 400,
        body: { code: 'malformed-json' },
      });
  });

  it.each([
    ['an unknown field', { ...ACCOUNT, id: 'two', colour: 'red' }, ''],
    ['a channel that does not exist', { ...ACCOUNT, id: 'two', channel: 'myspace' }, 'channel'],
    ['a slot that is no time of day', { ...ACCOUNT, id: 'two', slots: ['09:00', '25:00'] }, 'slots[1]'],
    ['a missing name', { ...ACCOUNT, id: 'two', name: undefined }, 'name'],
    ['a blank name', { ...ACCOUNT, id: 'two', name: ' ' }, 'name'],
  ])('with %s is 422 with its path', async (_, body, path) => {
    const refused = await stage.ask('POST', '/accounts', { token: stage.token.admin, body });
    expect(refused).toMatchObject({ status: 422, body: { code: 'invalid-input' } });
    expect(refused.body['problems']).toMatchObject([{ path }]);
  });

  it.each([
    ['an unknown zone', { zone: 'Europe/Atlantis' }, 'unknown-zone'],
    ['a skipped wall time', { wall: '2027-03-28T03:30' }, 'skipped-time'],
    ['a wall time that happens twice', { wall: '2027-10-31T03:30' }, 'repeated-time'],
    ['a time in the past', { wall: '2027-05-01T09:00' }, 'in-the-past'],
  ])('scheduling at %s is refused with a code', async (_, part, code) => {
    const body = { variant, account: 'facebook', wall: '2027-06-01T09:00', whenApproved: true, ...part };
    const refused = await stage.ask('POST', '/entries', { token: stage.token.manager, body });
    expect(refused).toMatchObject({ status: 422, body: { code } });
    const { body: calendar } = await stage.ask('GET', '/calendar?from=2027-01-01&to=2027-12-31', {
      token: stage.token.manager,
    });
    expect(calendar['items']).toEqual([]);
  });

  it('of a text over 100,000 characters is refused with its path', async () => {
    const { headers } = await stage.ask('GET', `/variants/${variant}`, { token: stage.token.manager });
    const body = { parts: [{ field: 'message', text: 'x'.repeat(100_001) }], media: [] };
    const refused = await stage.ask('PUT', `/variants/${variant}`, {
      token: stage.token.manager,
      body,
      headers: { 'if-match': headers.get('etag') ?? '' },
    });
    expect(refused).toMatchObject({ status: 422, body: { problems: [{ path: 'parts[0].text' }] } });
  });
});

describe('a guide', () => {
  it('with a wrong type is saved as typed, told with path and line, and not released', async () => {
    const source = 'meta:\n  name: { full: Harbour Tea }\nhashtags:\n  max: many\n';
    const saved = await stage.ask('PUT', '/guide/draft', {
      token: stage.token.brand,
      body: { source },
      headers: { 'if-none-match': '*' },
    });
    expect(saved).toMatchObject({
      status: 200,
      body: { source, problems: [{ path: 'hashtags.max', line: 4, column: 8 }] },
    });
    const released = await stage.ask('POST', '/guide/release', {
      token: stage.token.brand,
      body: { applies: 'new' },
      headers: { 'if-match': saved.headers.get('etag') ?? '' },
    });
    expect(released).toMatchObject({ status: 422, body: { problems: [{ path: 'hashtags.max', line: 4 }] } });
  });
});

describe('a list', () => {
  it('comes in pages that a cursor continues, each thing once', async () => {
    const seen: string[] = [];
    let path = '/campaigns?limit=2';
    for (let pages = 0; path !== '' && pages < 10; pages += 1) {
      const { body } = await stage.ask('GET', path, { token: stage.token.viewer });
      seen.push(...(body.items ?? []).map(({ id }) => id));
      const next = body['next'];
      path = typeof next === 'string' ? `/campaigns?limit=2&cursor=${encodeURIComponent(next)}` : '';
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThan(2);
  });

  it.each(['0', '101', 'many'])('refuses a limit of %s', async (limit) => {
    const refused = await stage.ask('GET', `/campaigns?limit=${limit}`, { token: stage.token.viewer });
    expect(refused).toMatchObject({ status: 422, body: { problems: [{ path: 'limit' }] } });
  });

  it('refuses a cursor that is not ours', async () => {
    const refused = await stage.ask('GET', '/campaigns?cursor=nonsense', { token: stage.token.viewer });
    expect(refused).toMatchObject({ status: 422, body: { code: 'invalid-input' } });
  });
});
