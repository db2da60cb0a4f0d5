import { expect, test } from 'vitest';
import { lintWith } from './lint-with.ts';
import { messageTold } from './message-told.ts';

const CTA = {
  phrasings: {
    en: ['Find your café', 'Order ahead'],
    el: ['Ξεκίνα τη δοκιμή', 'Κλείσε ραντεβού'],
    ru: ['Начать примерку', 'Записаться на приём'],
    fa: ['شروع امتحان در خانه', 'رزرو وقت'],
  },
};
const PHRASES = { en: { shortCta: 'See more', linkInBio: 'Link in bio' } };

/** Locale, the message's call, what its body says, the text, and the call that is another one. */
const ROWS: readonly (readonly [string, string | undefined, string, string, readonly string[]])[] = [
  ['en-US', 'Find your café', '', 'Mint is back. Find your café.', []],
  ['en-US', 'Find your café', '', 'Mint is back. FIND  YOUR café: https://n.example', []],
  ['en-US', 'Find your café', '', 'Mint is back.', []],
  ['en-US', 'Find your café', '', 'Mint is back. Order ahead.', ['Order ahead']],
  ['en-US', 'Find your café', '', '☕️ Buy now! Mint is back.', ['Buy now']],
  ['en-US', 'Find your café', '', 'Find your café. Order ahead.', []],
  ['en-US', 'Find your café', 'You may order ahead.', 'Mint is back. Order ahead.', []],
  ['en-US', 'Find your café', '', 'Mint is back. See more: buy now', []],
  ['en-US', 'Find your café', '', 'You need not buy now.', []],
  ['en-US', undefined, '', 'Mint is back. Order ahead.', []],
  ['el-GR', 'Ξεκίνα τη δοκιμή', '', 'Πέντε σκελετοί. Κλείσε ραντεβού!', ['Κλείσε ραντεβού']],
  ['ru-RU', 'Начать примерку', '', 'Пять оправ. Купить сейчас', ['Купить сейчас']],
  ['id-ID', 'Mulai coba di rumah', '', 'Lima bingkai. Beli sekarang', ['Beli sekarang']],
  ['zh-TW', '開始在家試戴', '', '五副鏡框。立即購買！', ['立即購買']],
  ['fa-IR', 'شروع امتحان در خانه', '', 'پنج فریم. رزرو وقت', ['رزرو وقت']],
];
test.each(ROWS)('%s %s %s: %s', (locale, cta, body, text, calls) => {
  const message = messageTold(locale, { body, ...(cta !== undefined && { cta }) });
  const setting = { guide: { cta: CTA, phrases: PHRASES }, locale, channel: 'x', subject: { message } };
  const found = lintWith('cta-mismatch', setting, text);
  expect(found.map(({ start, end, suggestions }) => [text.slice(start, end), suggestions])).toEqual(
    calls.map((call) => [call, [cta]]),
  );
});

test('a guide may let calls differ', () => {
  const message = messageTold('en-US', { cta: 'Find your café' });
  const guide = { cta: CTA, consistency: { sameCta: false } };
  expect(lintWith('cta-mismatch', { guide, channel: 'x', subject: { message } }, 'Order ahead.')).toEqual([]);
});
