/** Bluesky's facets: what is found, and that byte ranges hold exactly what they name, in every script. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { facetsOf } from '../../functions/channels/bluesky/facets.ts';
import { GROWTH, LINEAR, slowdown } from '../support/slowdown.ts';

const DECODER = new TextDecoder();
const cut = (text: string): readonly string[] => {
  const bytes = new TextEncoder().encode(text);
  return facetsOf(text).map(({ byteStart, byteEnd }) => DECODER.decode(bytes.slice(byteStart, byteEnd)));
};

describe('finds', () => {
  it.each([
    ['a link', 'At https://example.com/a?b#c.', [{ is: 'link', uri: 'https://example.com/a?b#c' }], 3, 28],
    ['a bare domain', 'At example.com', [{ is: 'link', uri: 'https://example.com' }], 3, 14],
    ['behind an emoji', '👩‍👩‍👧 https://a.com', [{ is: 'link', uri: 'https://a.com' }], 19, 32],
    ['a mention with a domain', 'Γεια @a.bsky.social!', [{ is: 'mention', handle: 'a.bsky.social' }], 9, 23],
    ['a hashtag', '試戴 #眼鏡 好', [{ is: 'tag', tag: '眼鏡' }], 7, 14],
    ['a tag with accents', 'Νέο #Φραπέ.', [{ is: 'tag', tag: 'Φραπέ' }], 7, 18],
  ])('%s', (_, text, features, byteStart, byteEnd) => {
    const facets = facetsOf(text);
    expect(facets.map(({ feature }) => feature)).toEqual(features);
    expect(facets[0]).toMatchObject({ byteStart, byteEnd });
  });

  it('several in order', () => {
    expect(cut('От @a.example.com: #мята, https://lumen.ru/очки и #чай')).toEqual([
      '@a.example.com',
      '#мята',
      'https://lumen.ru/очки',
      '#чай',
    ]);
  });
});

it.each([
  ['a mention without a domain', 'By @north'],
  ['a mail address', 'hi@example.com'],
  ['a number', 'No. #1'],
  ['a tag that is too long', `#${'a'.repeat(65)}`],
  ['another scheme', 'ftp://example.com'],
  ['nothing', ''],
])('leaves %s', (_, text) => expect(facetsOf(text)).toEqual([]));

it('never overlaps, and cuts whole characters out of any text', () => {
  const piece = fc.constantFrom(
    '😀',
    'https://a.com/é',
    '@x.example.com',
    '#чай',
    ' ',
    '漢',
    'é',
    '\n',
    '🇬🇷',
    'a.',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const text = pieces.join('');
      const facets = facetsOf(text);
      for (const [at, { byteStart, byteEnd }] of facets.entries()) {
        expect(byteStart).toBeGreaterThanOrEqual(facets[at - 1]?.byteEnd ?? 0);
        expect(byteEnd).toBeGreaterThan(byteStart);
      }
      expect(cut(text).every((one) => text.includes(one))).toBe(true);
    }),
  );
});

it('takes ten times as long for ten times as much', GROWTH, () => {
  expect(slowdown((size) => facetsOf('é #чай '.repeat(size)), 500)).toBeLessThan(LINEAR);
});
