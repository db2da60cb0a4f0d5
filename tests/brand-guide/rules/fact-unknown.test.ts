import { expect, test } from 'vitest';
import type { Subject } from '../../../brand-guide/engine/types.ts';
import { findMentions } from '../../../brand-guide/facts/find.ts';
import type { Fact } from '../../../brand-guide/facts/types.ts';
import { lintWith } from './lint-with.ts';

const usd: Fact = { id: 'price', kind: 'price', value: { amount: '4.95', currency: 'USD' } };
const eur: Fact = { id: 'price', kind: 'price', value: { amount: '89.00', currency: 'EUR' } };
const off: Fact = { id: 'off', kind: 'percentage', value: { percent: '20', reduction: true } };
const shop: Fact = { id: 'shop', kind: 'url', value: 'https://shop.lumen.example/try' };
const ends: Fact = { id: 'ends', kind: 'date', value: '2027-05-17', role: 'end' };
const WINDOW = { from: '2027-05-04', to: '2027-05-31' };

const messageIn = (locale: string, text: string): NonNullable<Subject['message']> => ({
  parts: [{ field: 'body', text, mentions: findMentions(text, { locale }) }],
});

/** Locale, facts, what the message says, text, and what nothing knows with its weight. */
const ROWS: readonly (readonly [
  string,
  readonly Fact[],
  string,
  string,
  readonly (readonly [string, string])[],
])[] = [
  ['en-US', [usd], '', 'A grande is $4.95, a venti $5.95.', [['$5.95', 'warning']]],
  ['en-US', [usd, off], '', '$4.95, so $3.96 with 20% off', []],
  ['en-US', [usd, off], '', '$4.95: 20% off, then 30% off', [['30%', 'warning']]],
  ['en-US', [usd], '', '$4.95 for 70% cocoa and 3 flavours, open 24/7', []],
  ['en-US', [usd], '', '$4.95 with the code FRESH10', [['FRESH10', 'warning']]],
  ['en-US', [usd], '', '$4.95 from 9 May', [['9 May', 'suggestion']]],
  ['en-US', [usd], '', '$4.95 from 4 May to 31 May', []],
  ['en-GB', [shop], '', 'See lumen.example/frames and shop.lumen.example/try', []],
  [
    'en-GB',
    [shop],
    '',
    'https://shop.lumen.example/try or https://other.example/try',
    [['https://other.example/try', 'warning']],
  ],
  ['en-GB', [usd], '', '$4.95 at https://other.example/try', []],
  ['el-GR', [eur], '', 'Σκελετοί 89 €, φακοί 45 €', [['45 €', 'warning']]],
  ['ru-RU', [eur], 'Оправы 89 €, линзы 45 €', 'Оправы 89 €, линзы 45 €', []],
  ['id-ID', [eur], '', '€89, lensa €45', [['€45', 'warning']]],
  ['zh-TW', [eur], '', '€89，鏡片 €45', [['€45', 'warning']]],
  ['fa-IR', [eur], '', '۸۹ یورو، عدسی ۴۵ یورو', [['۴۵ یورو', 'warning']]],
  ['en-GB', [ends], '', 'Until 17 May, doors at 7:30 pm', [['7:30 pm', 'suggestion']]],
];
test.each(ROWS)('%s %j %s: %s', (locale, facts, message, text, expected) => {
  const subject = { message: messageIn(locale, message), window: WINDOW };
  const found = lintWith('fact-unknown', { guide: {}, locale, facts, subject }, text);
  expect(found.map(({ evidence, severity }) => [evidence, severity])).toEqual(expected);
});

const TWO_PRICES = 'A grande is $4.95, a venti $5.95.';

test('a text of no campaign, and a message itself, are not asked', () => {
  expect(lintWith('fact-unknown', { guide: {}, facts: [usd] }, TWO_PRICES)).toEqual([]);
});

test('what a person marked as no fact is left alone, wherever its field says it again', () => {
  const notFacts = [{ field: 'text', kind: 'price' as const, text: '$5.95' }];
  const subject = { message: messageIn('en-US', ''), notFacts };
  expect(lintWith('fact-unknown', { guide: {}, facts: [usd], subject }, TWO_PRICES)).toEqual([]);
  expect(lintWith('fact-unknown', { guide: {}, facts: [usd], subject }, `New: ${TWO_PRICES}`)).toEqual([]);
  const other = { ...subject, notFacts: [{ field: 'subject', kind: 'price' as const, text: '$5.95' }] };
  expect(lintWith('fact-unknown', { guide: {}, facts: [usd], subject: other }, TWO_PRICES)).toHaveLength(1);
});

test('a standing fact of the guide, its link and its domains are known', () => {
  const subject = { message: messageIn('en-US', '') };
  const standing = { facts: [{ ...usd, id: 'delivery', value: { amount: '5.95', currency: 'USD' } }] };
  expect(lintWith('fact-unknown', { guide: standing, facts: [usd], subject }, TWO_PRICES)).toEqual([]);
  const guide = { meta: { name: { full: 'Lumen' }, link: 'https://lumen.example' } };
  const text = 'https://lumen.example/a and https://else.example/b';
  const found = lintWith('fact-unknown', { guide, facts: [usd], subject }, text);
  expect(found.map(({ evidence }) => evidence)).toEqual(['https://else.example/b']);
  const listed = { ...guide, links: { allowDomains: ['lumen.example'] } };
  expect(lintWith('fact-unknown', { guide: listed, facts: [usd], subject }, text)).toEqual([]);
});

test('a mention in a picture or its alt text is found on the picture', () => {
  const imageWords = [{ name: 'card.png', alt: 'A card that says $6.50', textInImage: 'Only $5.50' }];
  const subject = { message: messageIn('en-US', ''), imageWords };
  const found = lintWith('fact-unknown', { guide: {}, facts: [usd], subject }, 'Only $4.95');
  expect(found.map(({ image, start, end }) => [image, start, end])).toEqual([
    ['card.png', 0, 0],
    ['card.png', 0, 0],
  ]);
});
