import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkCampaign, readCampaign } from '../../functions/core/campaign-file.ts';
import { problemsOf } from '../support/campaign-problems.ts';

const head = 'name: Tea\nzone: UTC\nlocales: [en-GB]\nchannels: [sms]\n';
const message = 'message: { headline: Here }\n';

describe('a problem is told with line, column and path', () => {
  it.each<[string, string, string]>([
    [
      'no YAML',
      'name: [',
      '1:8 : Flow sequence in block collection must be sufficiently indented and end with a ]',
    ],
    ['no fields', 'just words', '1:1 : expected a document of named fields, `name: value`'],
    ['nothing', '', '1:1 : expected a document of named fields, `name: value`'],
    ['no name', `channels: [sms]\nzone: UTC\n${message}`, '1:1 : the field `name` is missing'],
    [
      'an unknown field',
      `${head}${message}hashtag: [Tea]`,
      '6:1 hashtag: found the unknown field `hashtag`; did you mean `hashtags`?',
    ],
    [
      'an unknown field in a message',
      `${head}message: { titel: Here }`,
      '5:12 message.titel: found the unknown field `titel`; expected one of `headline`, `body`, `details`, `cta`, `hashtags`, `mentions`, `media`, `lengths`',
    ],
    [
      'a wrong type',
      `${head}message: { headline: [a] }`,
      '5:22 message.headline: found a list, expected text',
    ],
    ['no message', head, '1:1 : a campaign needs a message: write `message`, `messages` or `steps`'],
    [
      'an empty message',
      `${head}message: { body: "  " }`,
      '5:10 message: the message says nothing: write a headline, a body or details',
    ],
    [
      'both forms',
      `${head}${message}messages: { en-GB: { headline: Here } }`,
      '5:10 message: found both `message` and `messages`; keep one of them',
    ],
    [
      'a message beside steps',
      `${head}${message}steps: [{ id: a, message: { body: b } }]`,
      '5:10 message: found a message beside `steps`, where each step has its own',
    ],
    [
      'a step without one',
      `${head}steps: [{ id: a }]`,
      '5:9 steps[0]: a step needs a message: write `message` or `messages`',
    ],
    [
      'a grace in which no post could go out',
      `${head}steps: [{ id: a, graceMinutes: 0, message: { body: b } }]`,
      '5:32 steps[0].graceMinutes: found the number 0, expected a number >= 1',
    ],
    [
      'a locale without a message',
      `${head.replace('en-GB', 'en-GB, el-GR')}messages: { en-GB: { headline: Here } }`,
      '5:11 messages: the locale `el-GR` has no message',
    ],
    [
      'locales with one message',
      `${head.replace('en-GB', 'en-GB, el-GR, fa-IR')}${message}`,
      '5:10 message: the locales `el-GR`, `fa-IR` have no message',
    ],
    [
      'a message of no locale',
      `${head}messages: { en-GB: { headline: Here }, el-GR: { headline: Εδώ } }`,
      "5:47 messages.el-GR: found a message for `el-GR`, which is not among the campaign's locales",
    ],
    [
      'two steps of one name',
      `${head}steps:\n  - { id: a, message: { body: b } }\n  - { id: a, message: { body: c } }`,
      '7:11 steps[1].id: found the id `a` again; item 1 of this list has it already',
    ],
    [
      'an unknown zone',
      `${head.replace('UTC', 'europe/athens')}${message}`,
      '2:7 zone: Unknown zone "europe/athens": did you mean Europe/Athens?',
    ],
    ['no zone', `${head.replace('zone: UTC\n', '')}${message}`, '1:1 : the field `zone` is missing'],
    [
      'no locales',
      `${head.replace('locales: [en-GB]\n', '')}${message}`,
      '1:1 : the field `locales` is missing',
    ],
    [
      'a window that ends first',
      `${head}${message}window: { from: 2027-05-04, to: 2027-05-01 }`,
      '6:33 window.to: found 2027-05-01, which is before the window begins, 2027-05-04',
    ],
    [
      'a day that is none',
      `${head}${message}window: { from: 2027-02-29, to: 2027-05-01 }`,
      '6:17 window.from: found 2027-02-29, which is no day of the calendar',
    ],
    [
      'a skipped wall time',
      `${head.replace('UTC', 'Europe/Athens')}${message}embargoUntil: 2027-03-28T03:30`,
      '6:15 embargoUntil: 2027-03-28T03:30 does not exist in Europe/Athens, where clocks jump over it: take 2027-03-28T02:59 or 2027-03-28T04:00',
    ],
    [
      'an instant that is none',
      `${head}${message}embargoUntil: 2027-02-30T03:30:00Z`,
      '6:15 embargoUntil: "2027-02-30T03:30:00Z" is not an instant: expected ISO 8601 with a zone, such as 2026-12-15T16:00:00Z',
    ],
    [
      'a link that is none',
      `${head}message: { headline: Here, cta: { text: Go, url: shop } }`,
      '5:50 message.cta.url: found the text "shop", expected an absolute address that begins with https:// or http://',
    ],
    [
      'a hashtag of two words',
      `${head}${message}hashtags: [harbour tea]`,
      '6:12 hashtags[0]: found the text "harbour tea", expected a hashtag without blanks, with or without its #',
    ],
  ])('%s', (_what, source, problem) => {
    expect(problemsOf(source)).toEqual([problem]);
  });

  it('an unknown channel, wherever it stands, with the one that was meant', () => {
    const source = `${head.replace('sms', 'instagramm')}message: { headline: Here, mentions: { tiktock: ["@a"] } }`;
    expect(problemsOf(source)).toEqual([
      expect.stringMatching(
        /^4:12 channels\[0\]: found the text "instagramm", .*; did you mean `instagram`\?$/u,
      ),
      expect.stringMatching(/^5:40 message\.mentions\.tiktock: found `tiktock`; did you mean `tiktok`\?$/u),
    ]);
  });
});

const body = (text: string): readonly string[] =>
  problemsOf(
    JSON.stringify({
      name: 'Tea',
      zone: 'UTC',
      locales: ['en-GB'],
      channels: ['sms'],
      message: { body: text },
    }),
  );

describe('a body', () => {
  it.each([
    ['100,000 letters', 'a'.repeat(100_000), 0],
    ['100,000 emoji, which are two units each', '🌿'.repeat(100_000), 0],
    ['one letter more', 'a'.repeat(100_001), 1],
    ['one emoji', '🌿', 0],
  ])('of %s', (_what, text, count) => {
    expect(body(text).length).toBe(count);
  });

  it('that is too long is refused with its path and without itself', () => {
    expect(body('a'.repeat(100_001))[0]).toMatch(
      /^1:\d+ message\.body: found the text "a{1,60}…, expected the text, at most 100,000 characters$/u,
    );
  });
});

describe('a JSON value', () => {
  it('has no lines to name', () => {
    const value = {
      name: 'Tea',
      zone: 'UTC',
      channels: ['sms'],
      message: { body: 'b' },
      facts: [{ id: 'f', kind: 'price', value: 4.95 }],
    };
    expect(checkCampaign(value, { locale: 'en-GB' })).toEqual({
      ok: false,
      problems: [
        {
          path: 'facts[0].value',
          message: 'a price needs a currency, such as { amount: 4.95, currency: USD }',
        },
      ],
    });
  });

  it('of any shape is answered, never thrown at', () => {
    let deep: unknown = 1;
    for (let depth = 0; depth < 20_000; depth += 1) deep = [deep];
    expect(checkCampaign({ name: deep }).ok).toBe(false);
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(checkCampaign(value).ok).toBe(false);
      }),
    );
  });
});

it('any text is answered, never thrown at', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(readCampaign(text).ok).toBe(false);
    }),
  );
});
