import { expect, test } from 'vitest';
import type { Embargo } from '../../../brand-guide/facts/embargoes.ts';
import type { Fact } from '../../../brand-guide/facts/types.ts';
import { lintWith } from './lint-with.ts';

const UNTIL = '2027-05-04T13:00:00Z';
const price: Fact = { id: 'price', kind: 'price', value: { amount: '89.00', currency: 'EUR' } };
const shop: Fact = { id: 'shop', kind: 'url', value: 'https://lumen.example/try' };
const CAMPAIGN = { what: 'the campaign', until: UNTIL };
const PRICE = { what: 'the fact “price”', until: UNTIL, fact: 'price' };
const SHOP = { what: 'the fact “shop”', until: UNTIL, fact: 'shop' };

/** Locale, the moment, embargoes, the text, and what is found. */
const ROWS: readonly (readonly [
  string,
  string | undefined,
  readonly Embargo[],
  string,
  readonly string[],
])[] = [
  ['en-GB', '2027-05-04T12:59:59Z', [CAMPAIGN], 'Soon', ['']],
  ['en-GB', UNTIL, [CAMPAIGN], 'Now', []],
  ['en-GB', '2027-05-04T15:00:00+02:00', [CAMPAIGN], 'Now', []],
  ['en-GB', undefined, [CAMPAIGN, PRICE], 'Only €89', []],
  ['en-GB', '2027-05-03T09:00:00Z', [PRICE], 'Something is coming', []],
  ['en-GB', '2027-05-03T09:00:00Z', [PRICE], 'Only €89', ['€89']],
  ['en-GB', '2027-05-05T09:00:00Z', [PRICE], 'Only €89', []],
  ['en-GB', '2027-05-03T09:00:00Z', [PRICE], 'Only €98', []],
  ['en-GB', '2027-05-03T09:00:00Z', [SHOP], 'See lumen.example/try', ['lumen.example/try']],
  ['el-GR', '2027-05-03T09:00:00Z', [PRICE], 'Μόνο 89,00 €', ['89,00 €']],
  ['ru-RU', '2027-05-03T09:00:00Z', [PRICE, CAMPAIGN], 'Всего 89 €', ['89 €', '']],
  ['zh-TW', '2027-05-03T09:00:00Z', [PRICE], '只要 €89', ['€89']],
  ['fa-IR', '2027-05-03T09:00:00Z', [PRICE], 'فقط ۸۹ یورو', ['۸۹ یورو']],
];
test.each(ROWS)('%s at %s %j: %s', (locale, at, embargoes, text, expected) => {
  const subject = { embargoes, ...(at !== undefined && { at }) };
  const setting = { guide: {}, locale, channel: 'x', facts: [price, shop], subject };
  const found = lintWith('embargo', setting, text);
  expect(found.map(({ evidence, gate, waivable }) => [evidence, gate, waivable])).toEqual(
    expected.map((evidence) => [evidence, 'block', false]),
  );
});

test('a link beside the text tells a withheld link', () => {
  const subject = { embargoes: [SHOP], at: '2027-05-03T09:00:00Z', link: 'https://lumen.example/try' };
  const [found] = lintWith('embargo', { guide: {}, channel: 'x', facts: [shop], subject }, 'Soon');
  expect(found?.message).toBe(
    'The fact “shop” is withheld until 2027-05-04T13:00:00Z, and this may be public at 2027-05-03T09:00:00Z; leave it out, move it, or give its step that embargo.',
  );
});
