/** X counts as X does, and every emoji that Unicode recommends is 2. */
import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import twitter from 'twitter-text';
import { describe, expect, it } from 'vitest';
import { countX, weightOfX } from '../../functions/channels/x/count.ts';

describe('hard cases', () => {
  it.each([
    ['plain Latin', 'Java Mint', 9],
    ['composed', 'café', 4],
    ['decomposed, counted after NFC', 'café'.normalize('NFD'), 4],
    ['a combining mark without a composed form', 'x\u0323\u0307', 3],
    ['Greek', 'δωρεάν', 6],
    ['Russian', 'бесплатно', 9],
    ['Persian', 'رایگان', 6],
    ['Persian with a zero-width non-joiner', 'آن‌ها', 5],
    ['ideographs', '薄荷咖啡', 8],
    ['ideographs beyond the basic plane', '𠮷野家', 6],
    ['curly quotes and a dash', '“Mint” – now', 12],
    ['the euro sign', '€', 2],
    ['link with a scheme', 'https://example.com/a/very/long/path?with=query#and-fragment', 23],
    ['link without a scheme', 'example.com/java', 23],
    ['short link', 'http://a.co', 23],
    ['link in a sentence', 'See https://example.com/a.', 28],
    ['two links', 'https://example.com https://example.org', 47],
    ['a name under no top-level domain is no link', 'https://northwind.example/java-mint', 35],
    ['an e-mail address is no link', 'hi@example.com', 14],
    ['link against ideographs', '看https://example.com看', 27],
    ['smiley', '😀', 2],
    ['flag', '🇬🇷', 2],
    ['flag of tags', '🏴󠁧󠁢󠁳󠁣󠁴󠁿', 2],
    ['keycap', '1️⃣', 2],
    ['family', '👩‍👩‍👧‍👦', 2],
    ['family the library does not know', '🧑‍🧑‍🧒', 2],
    ['skin tone', '👍🏽', 2],
    ['heart with and without its selector', '❤️❤', 4],
    ['a lone surrogate', '\ud83d', 2],
    ['line breaks', 'a\n\nb', 4],
  ])('%s', (_, text, length) => expect(weightOfX(text)).toBe(length));
});

it('fits at 280 and not at 281', () => {
  expect(countX('a'.repeat(280))).toEqual({
    length: 280,
    limit: 280,
    unit: 'weighted characters',
    fits: true,
  });
  expect(countX('漢'.repeat(140)).fits).toBe(true);
  expect(countX('漢'.repeat(140) + 'a').fits).toBe(false);
});

describe('every RGI emoji', () => {
  /** Unicode 17's RGI_Emoji property, so that the test does not lean on the runtime's own Unicode. */
  const all = readFileSync(new URL('rgi-emoji-17.txt', import.meta.url), 'utf8')
    .trim()
    .split(/\s/u);

  it('is the whole list', () => expect(all.length).toBe(3_953));

  it('weighs 2 here, alone and in a sentence', () => {
    expect(all.filter((emoji) => weightOfX(emoji) !== 2)).toEqual([]);
    expect(all.filter((emoji) => weightOfX(`Mint ${emoji}!`) !== 8)).toEqual([]);
  });

  it('weighs more in the library, for hundreds of them', () => {
    const heavy = all.filter((emoji) => twitter.parseTweet(emoji).weightedLength > 2);
    expect(heavy.length).toBeGreaterThan(900);
    expect(heavy).toContain('🧑‍🧑‍🧒');
  });
});

it('agrees with the library wherever no emoji is involved', () => {
  const word = fc.constantFrom(
    'Mint',
    'φραπέ',
    'https://example.com/a?b=c',
    'example.org',
    '看板',
    '@north',
    '#Mint',
    '—',
    'e\u0301',
    '\u00a0',
    'x.y',
    ' ',
    '\n',
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 40 }), (words) => {
      const text = words.join('');
      expect(weightOfX(text)).toBe(twitter.parseTweet(text).weightedLength);
    }),
  );
});
