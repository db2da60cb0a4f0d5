import { expect, test } from 'vitest';
import type { Fact } from '../../../brand-guide/facts/types.ts';
import { lintWith } from './lint-with.ts';
import { messageTold } from './message-told.ts';

const price: Fact = { id: 'price', kind: 'price', value: { amount: '4.95', currency: 'USD' } };
const due: Fact = { ...price, required: true };
const elsewhere: Fact = { ...price, required: { channels: ['facebook'] } };
const EN = {
  headline: 'Meet our coolest mint frappé yet',
  body: 'A grande is $4.95.',
  details: ['Strawberry cream over vanilla', 'Mango with coconut milk'],
  cta: 'Find your café',
};
const WHOLE = 'The coolest mint: strawberries, mangoes with coconut. $4.95. Find your café.';

/** Channel, locale, the message's points, facts, the text, and the points that it lacks. */
const ROWS: readonly (readonly [
  string,
  string,
  Omit<Parameters<typeof messageTold>[1], 'parts'>,
  readonly Fact[],
  string,
  readonly string[],
])[] = [
  ['sms', 'en-US', EN, [price], WHOLE, []],
  ['sms', 'en-US', EN, [price], 'Coolest mint, $4.95. Find your café.', []],
  ['sms', 'en-US', EN, [price], 'Something for $4.95. Find your café.', ['hook']],
  ['sms', 'en-US', EN, [price], 'Coolest mint. Find your café.', ['offer']],
  ['sms', 'en-US', EN, [due], 'Coolest mint. Find your café.', []],
  ['sms', 'en-US', EN, [], 'Coolest mint. Find your café.', []],
  ['sms', 'en-US', EN, [price], 'Coolest mint, $5.49. Find your café.', []],
  ['sms', 'en-US', EN, [price], 'Coolest mint, $4.95.', ['cta']],
  ['sms', 'en-US', EN, [price], 'Coolest mint, $4.95. Buy now', []],
  ['sms', 'en-US', EN, [price], 'Coolest mint, $4.95 in a café near you.', []],
  ['sms', 'en-US', EN, [price], 'Coolest mint, $4.95: https://n.example/m', []],
  ['sms', 'en-US', EN, [elsewhere], 'Coolest mint. Find your café.', []],
  ['facebook', 'en-US', EN, [price], WHOLE, []],
  [
    'facebook',
    'en-US',
    EN,
    [price],
    'Coolest mint and mango, $4.95. Find your café.',
    ['detail Strawberry cream over vanilla'],
  ],
  ['x', 'en-US', EN, [price], 'Coolest mint, $4.95. Find your café.', []],
  ['sms', 'el-GR', { headline: 'Διάλεξε πέντε σκελετούς' }, [], 'Πέντε σκελετοί στο σπίτι σου', []],
  ['sms', 'el-GR', { headline: 'Διάλεξε πέντε σκελετούς' }, [], 'Δοκίμασε στο σπίτι', ['hook']],
  ['sms', 'ru-RU', { headline: 'Выберите пять оправ' }, [], 'Выбирай и носи', ['hook']],
  ['sms', 'ru-RU', { headline: 'Выберите пять оправ' }, [], 'Пять оправ — вам', []],
  ['sms', 'zh-TW', { headline: '挑五副鏡框' }, [], '鏡框帶回家', []],
  ['sms', 'zh-TW', { headline: '挑五副鏡框' }, [], '免費試戴', ['hook']],
  ['sms', 'fa-IR', { headline: 'پنج فریم انتخاب کنید' }, [], 'انتخابِ فریم‌های تازه', []],
];
test.each(ROWS)('%s %s: %#', (channel, locale, points, facts, text, lacks) => {
  const message = messageTold(locale, points);
  const found = lintWith('message-drift', { guide: {}, locale, channel, facts, subject: { message } }, text);
  expect(found.map(({ item }) => item)).toEqual(lacks);
  for (const { start, end } of found) expect([start, end]).toEqual([text.length, text.length]);
});

test('words in a picture make a point, alt text makes none', () => {
  const message = messageTold('en-US', { headline: 'Meet our coolest mint' });
  const lint = (imageWords: readonly { name: string; alt?: string; textInImage?: string }[]) =>
    lintWith('message-drift', { guide: {}, channel: 'sms', subject: { message, imageWords } }, 'New').length;
  expect(lint([{ name: 'a.png', textInImage: 'The coolest' }])).toBe(0);
  expect(lint([{ name: 'a.png', alt: 'The coolest' }])).toBe(1);
});

test('a guide that requires a call tells it by its own rule', () => {
  const message = messageTold('en-US', { cta: 'Find your café' });
  const guide = { cta: { required: true, phrasings: { en: ['Find your café'] } } };
  expect(lintWith('message-drift', { guide, channel: 'sms', subject: { message } }, 'New')).toEqual([]);
});

/** Channel, locale, the message's body, the text, and whether it says nothing. */
const SILENT: readonly (readonly [string, string, string, string, boolean])[] = [
  ['sms', 'en-GB', '🎉', 'Reply STOP to end', true],
  ['sms', 'en-GB', '🎉', 'https://n.example/m Reply STOP to end', true],
  ['sms', 'en-GB', '🎉', '🎉 Reply STOP to end', false],
  ['sms', 'el-GR', '🎉', 'Διακοπή: STOP', true],
  ['sms', 'fa-IR', '🎉', 'لغو: STOP', true],
  ['x', 'en-GB', '🎉', '', true],
  ['x', 'en-GB', '🎉', '🎉', false],
  ['x', 'zh-TW', '挑五副鏡框', '…', true],
  ['x', 'en-GB', '???', '???', false],
  ['x', 'en-GB', '', '', false],
  ['instagram', 'en-GB', 'Mint is back.', 'Link in bio.', true],
  ['instagram', 'en-GB', 'Mint is back.', 'Now $4.95. Link in bio.', false],
  [
    'email',
    'en-GB',
    '🎉',
    'This e-mail is from Acme.\nTo stop receiving these e-mails, just reply and tell us.',
    true,
  ],
];
test.each(SILENT)('%s %s: %s as %j', (channel, locale, body, text, isSilent) => {
  const subject = { message: messageTold(locale, { body }) };
  const found = lintWith('message-drift', { guide: {}, locale, channel, subject }, text);
  expect(found.filter(({ gate }) => gate === 'block').map(({ item }) => item)).toEqual(
    isSilent ? ['nothing'] : [],
  );
});

test('a picture may tell what no text does', () => {
  const subject = {
    message: messageTold('en-GB', { body: 'Mint is back.' }),
    imageWords: [{ name: 'a.jpg' }],
  };
  expect(
    lintWith('message-drift', { guide: {}, locale: 'en-GB', channel: 'instagram', subject }, ''),
  ).toEqual([]);
});
