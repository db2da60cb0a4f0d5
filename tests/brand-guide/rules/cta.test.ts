import { describe, expect, test } from 'vitest';
import type { CtaPolicy } from '../../../brand-guide/schema/social.ts';
import { lintWith } from './lint-with.ts';

const MUST: CtaPolicy = {
  required: true,
  phrasings: {
    en: ['Find your café', 'Order ahead', 'Order ahead today'],
    el: ['Ξεκίνα τη δοκιμή'],
    ru: ['Начать примерку', 'Начните примерку'],
    id: ['Mulai coba di rumah'],
    zh: ['開始試戴'],
    fa: ['امتحان را شروع کنید'],
  },
};
const END: CtaPolicy = { ...MUST, position: 'end' };
const START: CtaPolicy = { ...MUST, position: 'start' };
const FOLD: CtaPolicy = { ...MUST, beforeFold: true };
const LONG = 'Mint is here. '.repeat(12);

const ROWS: readonly (readonly [CtaPolicy, string, string, readonly (readonly [number, number])[]])[] = [
  [MUST, 'en-US', 'Mint. find your  CAFÉ!', []],
  [MUST, 'en-US', 'Mint is back.', [[13, 13]]],
  [MUST, 'en-US', 'Mint is back. #Mint', [[13, 13]]],
  [MUST, 'en-US', 'Mint. https://n.example/find/your/café', [[5, 5]]],
  [MUST, 'en-US', '', [[0, 0]]],
  [MUST, 'en-US', 'Order ahead today. Order ahead today.', []],
  [MUST, 'en-US', 'Order ahead. Find your café.', [[13, 27]]],
  [MUST, 'en-US', '👉 Shop now! Find your café', [[3, 11]]],
  [MUST, 'en-US', 'We learn more each day. Find your café', []],
  [{ phrasings: { en: ['Learn more'] } }, 'en-US', 'Learn more.', []],
  [MUST, 'el-GR', 'ΞΕΚΙΝΑ ΤΗ ΔΟΚΙΜΗ', []],
  [MUST, 'el-GR', 'Μάθε περισσότερα.', [[0, 16]]],
  [MUST, 'ru-RU', 'Начните примерку дома', []],
  [MUST, 'ru-RU', 'Очки.', [[5, 5]]],
  [MUST, 'id-ID', 'Mulai coba di rumah', []],
  [MUST, 'zh-TW', '五天開始試戴吧', []],
  [MUST, 'zh-TW', '五天', [[2, 2]]],
  [MUST, 'fa-IR', 'امتحان را شروع کنید', []],
  [MUST, 'de-DE', 'Ohne Text', []],
  [END, 'en-US', 'Find your café. Mint is back.', [[0, 14]]],
  [END, 'en-US', 'Mint. Find your café → https://n.example #Mint', []],
  [START, 'en-US', 'Mint. Find your café', [[6, 20]]],
  [START, 'en-US', '☕ Find your café. Mint.', []],
];

describe('holds the call to', () => {
  test.each(ROWS)('%o in %s: %s', (policy, locale, text, ranges) => {
    const found = lintWith('cta', { guide: { cta: policy }, locale }, text);
    expect(found.map(({ start, end }) => [start, end])).toEqual(ranges);
  });
});

test('stands before the fold of its channel', () => {
  const setting = { guide: { cta: FOLD }, channel: 'instagram', field: 'caption' };
  expect(lintWith('cta', setting, `Find your café. ${LONG}`)).toEqual([]);
  expect(lintWith('cta', setting, `${LONG}Find your café.`)).toHaveLength(1);
});

test('a missing call is suggested in each of its wordings', () => {
  const policy: CtaPolicy = { required: true, phrasings: { en: ['Order', 'Book'] } };
  const [found] = lintWith('cta', { guide: { cta: policy } }, 'Hi. #Mint');
  expect([found?.start, found?.suggestions]).toEqual([3, [' Order', ' Book']]);
});

const STOCK = {
  linkInBio: 'Link in bio',
  scanQr: 'Scan to learn more',
  optOut: 'Visit us to unsubscribe',
  shortCta: 'See more',
};

test.each([
  ['Mint. Find your café. Link in bio.', []],
  ['Mint. See more.', []],
  ['Scan to learn more.', []],
  ['Link in bio.', ['']],
  ['Find your café. Visit us to unsubscribe', []],
  ['Find your café. Visit us today', ['Visit us']],
])('takes a stock phrase of the guide for its own: %s', (text, found) => {
  const guide = { cta: MUST, phrases: { en: STOCK } };
  expect(lintWith('cta', { guide }, text).map(({ evidence }) => evidence)).toEqual(found);
});

test('a call in other words is told once, and weighs as much as the one that it stands for', () => {
  const found = lintWith('cta', { guide: { cta: MUST } }, 'Learn more.');
  expect(found.map(({ evidence, severity }) => [evidence, severity])).toEqual([['Learn more', 'warning']]);
});

test('a message names three of many wordings', () => {
  const phrasings = { en: ['Order', 'Book', 'Call', 'Come', 'Ask'] };
  const [found] = lintWith('cta', { guide: { cta: { required: true, phrasings } } }, 'Hi.');
  expect(found?.message).toContain('say “Order” or “Book” or “Call” or another of its calls.');
  expect(found?.suggestions).toHaveLength(5);
});

test('what is not required is not missed', () => {
  expect(lintWith('cta', { guide: { cta: { phrasings: { en: ['Order'] } } } }, 'Hi.')).toEqual([]);
});
