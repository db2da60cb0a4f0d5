import { expect, test } from 'vitest';
import type { Fact } from '../../../brand-guide/facts/types.ts';
import { lintWith } from './lint-with.ts';
import { messageTold } from './message-told.ts';

const TRY = 'https://lumen.example/try';
const FRAMES = 'https://lumen.example/frames';
const shop: Fact = { id: 'shop', kind: 'url', value: TRY };
const elsewhere: Fact = { id: 'menu', kind: 'url', value: FRAMES };

/** Facts, the message's link, the link beside the text, the text, and what leads elsewhere. */
const ROWS: readonly (readonly [
  readonly Fact[],
  string | undefined,
  string | undefined,
  string,
  readonly string[],
])[] = [
  [[], TRY, TRY, 'Book today', []],
  [[], TRY, `${TRY}/?utm_source=x&fbclid=1`, 'Book today', []],
  [[], TRY, FRAMES, 'Book today', ['']],
  [[], TRY, `${TRY}?step=2`, 'Book today', ['']],
  [[], TRY, undefined, 'Book today', []],
  [[], TRY, undefined, `Book today: ${TRY}`, []],
  [[], TRY, undefined, `Κλείσε σήμερα: ${FRAMES}`, [FRAMES]],
  [[], TRY, undefined, `登記: ${FRAMES}`, [FRAMES]],
  [[], TRY, undefined, `Book: ${TRY} or ${FRAMES}`, []],
  [[], undefined, FRAMES, 'Book today', []],
  [[shop], undefined, FRAMES, 'Запишитесь', ['']],
  [[shop], FRAMES, TRY, 'Book today', []],
  [[shop, elsewhere], TRY, FRAMES, 'Book today', []],
  [[shop], TRY, 'https://lmn.example/9Kq', 'Book today', []],
  [[], TRY, undefined, 'Book: lmn.example/9Kq', []],
];
test.each(ROWS)('%j %s %s: %s', (facts, link, beside, text, expected) => {
  const message = messageTold('en-GB', link === undefined ? {} : { link });
  const subject = { message, ...(beside !== undefined && { link: beside }) };
  const guide = { links: { shorteners: ['lmn.example'] } };
  const found = lintWith('link-mismatch', { guide, locale: 'en-GB', channel: 'x', facts, subject }, text);
  expect(found.map(({ evidence }) => evidence)).toEqual(expected);
});

test('a guide may let links differ', () => {
  const subject = { message: messageTold('en-GB', { link: TRY }), link: FRAMES };
  const guide = { consistency: { sameLink: false } };
  expect(lintWith('link-mismatch', { guide, channel: 'x', subject }, 'Book today')).toEqual([]);
});
