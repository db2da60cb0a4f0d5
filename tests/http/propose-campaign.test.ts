/** A text becomes a campaign that a person confirms; reading it stores nothing, and bad input gets one clear line. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACCOUNT, openStage, type Stage } from './stage.ts';

const TEXT = `We missed you at the harbour

Come back before 30 September 2027: your first pot is free, and a tin is €9.50. No code needed.

Terms apply: https://harbour.example/terms
Book a table: https://harbour.example/back`;

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const propose = (body: unknown, token = stage.token.manager) =>
  stage.ask('POST', '/campaigns/propose', { token, body });
const campaigns = async (): Promise<number> => {
  const { body } = await stage.ask('GET', '/campaigns', { token: stage.token.viewer });
  return body.items?.length ?? -1;
};

describe('200', () => {
  it('answers a campaign document, blocks, facts and doubts, and stores nothing', async () => {
    const { status, body } = await propose({ text: TEXT, locale: 'en-IE', channels: ['facebook', 'x'] });
    expect({ status, stored: await campaigns() }).toEqual({ status: 200, stored: 0 });
    expect(body).toMatchObject({
      campaign: {
        name: 'We missed you at the harbour',
        zone: 'Europe/Athens',
        locales: ['en-IE'],
        channels: ['facebook', 'x'],
        messages: {
          'en-IE': { cta: { text: 'Book a table', url: 'https://harbour.example/back' } },
        },
      },
      blocks: [
        { kind: 'headline', start: 0, end: 28 },
        { kind: 'body' },
        { kind: 'legal', text: 'Terms apply: https://harbour.example/terms' },
        { kind: 'cta', url: 'https://harbour.example/back' },
      ],
      doubts: [{ what: 'legal' }],
    });
    const { facts } = JSON.parse(JSON.stringify(body));
    expect(
      facts.map((one: { fact: { kind: string }; evidence: { start: number; end: number }[] }) => [
        one.fact.kind,
        ...one.evidence.map(({ start, end }) => TEXT.slice(start, end)),
      ]),
    ).toEqual([
      ['date', '30 September 2027'],
      ['price', 'free'],
      ['price', '€9.50'],
      ['url', 'https://harbour.example/terms'],
      ['url', 'https://harbour.example/back'],
      ['legal', 'Terms apply: https://harbour.example/terms'],
    ]);
  });

  it('is stored by posting the confirmed document, which its own facts find no fault with', async () => {
    const { body } = await propose({
      text: TEXT,
      locale: 'en-IE',
      channels: ['facebook'],
      name: 'Come back',
    });
    const created = await stage.ask('POST', '/campaigns', {
      token: stage.token.manager,
      body: body['campaign'],
    });
    expect(created).toMatchObject({
      status: 201,
      body: { name: 'Come back', locales: ['en-IE'], channels: ['facebook'], messages: [] },
    });
  });

  it("goes to the workspace's own channels where none is named", async () => {
    await stage.ask('POST', '/accounts', { token: stage.token.admin, body: ACCOUNT });
    const { body } = await propose({ text: TEXT, locale: 'en-IE' });
    expect(body).toMatchObject({ campaign: { channels: ['facebook'] } });
  });

  it.each([
    ['one emoji', '🎉', { headline: '🎉' }],
    [
      'CRLF and a byte order mark',
      '\uFEFFTea is back\r\n\r\nSoon.',
      { headline: 'Tea is back', body: 'Soon.' },
    ],
    [
      'a link that is none',
      'Tea is back\n\nSee it: https://',
      { headline: 'Tea is back', body: 'See it: https://' },
    ],
    ['a body of 90,000 characters', `Tea\n\n${'tea '.repeat(22_500)}`, { headline: 'Tea' }],
  ])('takes %s', async (_, text, message) => {
    const { status, body } = await propose({ text, locale: 'en-GB', channels: ['x'] });
    expect({ status, body }).toMatchObject({
      status: 200,
      body: { campaign: { messages: { 'en-GB': message } } },
    });
  });
});

describe('422', () => {
  it.each([
    ['an empty text', { text: ' \r\n' }, 'messages.en-GB', 'the message says nothing'],
    ['nothing but hashtags', { text: '#Tea #Mint' }, 'messages.en-GB', 'the message says nothing'],
    ['a binary', { text: 'PNG\u0000\u0001' }, 'text', 'is binary, expected text'],
    ['over 100,000 characters', { text: 'x'.repeat(100_001) }, 'text', 'at most 100000 characters'],
    ['no locale that is one', { text: 'Tea', locale: 'el_GR' }, 'locale', 'BCP 47 locale such as el-GR'],
    ['an unknown channel', { text: 'Tea', channels: ['instagrm'] }, 'channels', 'instagram'],
    ['no channel', { text: 'Tea', channels: [] }, 'channels', ''],
    ['an unknown zone', { text: 'Tea', zone: 'Europe/Athen' }, 'zone', 'Europe/Athens'],
    ['another field', { text: 'Tea', kind: 'text' }, '', 'kind'],
  ])('%s', async (_, body, path, says) => {
    const refused = await propose({ locale: 'en-GB', channels: ['x'], ...body });
    expect(refused).toMatchObject({ status: 422, body: { code: 'invalid-input' } });
    const problems = JSON.stringify(refused.body['problems']);
    expect(problems).toContain(`"path":"${path}`);
    expect(problems).toContain(says);
    expect(problems).not.toContain('\\n');
  });
});

it('413: a text over 1 MB', async () => {
  const refused = await propose({ text: 'x'.repeat(1_000_001), locale: 'en-GB' });
  expect(refused).toMatchObject({ status: 413, body: { code: 'too-large' } });
});

it('403: a viewer makes no campaigns', async () => {
  const refused = await propose({ text: TEXT, locale: 'en-GB' }, stage.token.viewer);
  expect(refused).toMatchObject({ status: 403, body: { code: 'forbidden' } });
});
