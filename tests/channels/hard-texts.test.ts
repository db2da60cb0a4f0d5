/** The texts that are hard to count, on every channel that counts them in its own way. */
import { describe, expect, it } from 'vitest';
import { littleText, shownText } from '../../functions/channels/linkedin/little-text.ts';
import { channelOf } from '../../functions/channels/specs.ts';
import { parseEntities } from '../../functions/channels/telegram/entities.ts';

const COLUMNS = [
  'x',
  'bluesky',
  'mastodon',
  'threads',
  'instagram',
  'telegram',
  'linkedin',
  'youtube',
  'sms',
];

const ROWS: readonly (readonly [string, string, ...number[]])[] = [
  // text                                            x   bs  ma  th  ig  tg  li  yt  sms
  ['link with a scheme', 'https://example.com/a/long/path', 23, 31, 23, 31, 31, 31, 31, 31, 31],
  ['short link', 'http://a.co', 23, 11, 23, 11, 11, 11, 11, 11, 11],
  ['link without a scheme', 'example.com', 23, 11, 11, 11, 11, 11, 11, 11, 11],
  ['remote mention', '@ann@social.example', 19, 19, 4, 19, 19, 19, 19, 19, 19],
  ['ideographs', '薄荷咖啡', 8, 4, 4, 4, 4, 4, 4, 12, 4],
  ['beyond the basic plane', '𠮷', 2, 1, 1, 2, 2, 2, 2, 4, 2],
  ['smiley', '😀', 2, 1, 1, 4, 2, 2, 2, 4, 2],
  ['flag', '🇬🇷', 2, 1, 1, 8, 4, 4, 4, 8, 4],
  ['family', '👩‍👩‍👧', 2, 1, 1, 18, 8, 8, 8, 18, 8],
  ['skin tone', '👍🏽', 2, 1, 1, 8, 4, 4, 4, 8, 4],
  ['keycap', '1️⃣', 2, 1, 1, 7, 3, 3, 3, 7, 3],
  ['composed', 'é', 1, 1, 1, 1, 1, 1, 1, 2, 1],
  ['decomposed', 'e\u0301', 1, 1, 1, 2, 2, 2, 2, 3, 2],
  ['stacked marks', 'x\u0323\u0307', 3, 1, 1, 3, 3, 3, 3, 5, 3],
  ['GSM extension', '€', 2, 1, 1, 1, 1, 1, 1, 3, 2],
  ['Greek', 'δωρεάν', 6, 6, 6, 6, 6, 6, 6, 12, 6],
  ['Persian', 'آن‌ها', 5, 4, 4, 5, 5, 5, 5, 11, 5],
  ['trademark', '™', 2, 1, 1, 1, 1, 1, 1, 3, 1],
  ['line end of Windows', 'a\r\nb', 4, 3, 3, 4, 4, 4, 4, 4, 4],
  ['half a pair', '\ud83d', 2, 1, 1, 1, 1, 1, 1, 3, 1],
  ['markup', '<b>Sale</b> &amp; more', 22, 22, 22, 22, 22, 11, 22, 22, 22],
  ['a lone bracket', 'a < b & c', 9, 9, 9, 9, 9, 9, 9, 9, 9],
  ['escaped', String.raw`\(now\)`, 7, 7, 7, 7, 7, 7, 5, 7, 9],
];

describe.each(ROWS.map(([name, text, ...lengths]) => ({ name, text, lengths })))(
  '$name',
  ({ text, lengths }) => {
    it.each(COLUMNS.map((id, at) => [id, lengths[at]] as const))('%s: %s', (id, length) => {
      expect(channelOf(id)?.count(text).length).toBe(length);
    });
  },
);

describe('Bluesky’s bytes', () => {
  it.each([
    ['👩‍👩‍👧‍👦'.repeat(120), { length: 120, limit: 300, unit: 'graphemes', fits: true }],
    ['👩‍👩‍👧‍👦'.repeat(121), { length: 3_025, limit: 3_000, unit: 'bytes', fits: false }],
    ['a'.repeat(3_001), { length: 3_001, limit: 300, unit: 'graphemes', fits: false }],
  ])('row %#', (text, count) => expect(channelOf('bluesky')?.count(text)).toEqual(count));
});

it.each([
  ['email', 'subject', 'Νέα\r\nγυαλιά', 12],
  ['email', 'body', 'é\n', 3],
  ['email', 'preheader', '👩‍👩‍👧', 1],
  ['in-store-sign', 'headline', 'Java Mint, $4.95 — 20% off', 5],
  ['in-store-sign', 'headline', '免費試戴', 2],
  ['in-store-sign', 'headline', '挑五副,留下最愛', 4],
  ['in-store-sign', 'headline', '夏日 8 折 MINT20', 4],
  ['youtube', 'title', 'é鏡', 2],
  ['mastodon', 'thread[2]', 'See https://example.com/a/very/long/path/indeed', 27],
])('%s %s %j', (id, field, text, length) => {
  expect(channelOf(id)?.count(text, field).length).toBe(length);
});

describe('LinkedIn’s little text', () => {
  it.each([
    ['50% off (today)', String.raw`50% off \(today\)`],
    ['New: #Mint_Tea!', String.raw`New: {hashtag|\#|Mint\_Tea}!`],
    ['By @[North](urn:li:organization:7)', 'By @[North](urn:li:organization:7)'],
    ['#1 a*b', String.raw`\#1 a\*b`],
    ['δωρεάν #Νέο', String.raw`δωρεάν {hashtag|\#|Νέο}`],
  ])('%s', (text, written) => {
    expect(littleText(text)).toBe(written);
    expect(shownText(written)).toBe(shownText(text));
  });
});

describe('Telegram’s entities', () => {
  it('are found in UTF-16 units', () => {
    expect(parseEntities('👍 <b>Sale <i>now</i></b> <a href="https://a.com">here</a>')).toEqual({
      text: '👍 Sale now here',
      entities: [
        { type: 'bold', offset: 3, length: 8 },
        { type: 'italic', offset: 8, length: 3 },
        { type: 'text_link', offset: 12, length: 4, url: 'https://a.com' },
      ],
    });
  });

  it.each(['<b>open', 'a</b>', '<b>x</i>', '<script>x</script>', '<a>x</a>', '&copy;'])(
    '%s is text',
    (text) => {
      expect(parseEntities(text)).toEqual({ text, entities: [] });
    },
  );
});
