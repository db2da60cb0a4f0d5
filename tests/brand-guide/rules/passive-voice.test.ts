import { describe, expect, test } from 'vitest';
import { lintWith } from './lint-with.ts';

const setting = (locale: string) => ({ guide: { voice: { activeVoice: true } }, locale });
const found = (locale: string, text: string) =>
  lintWith('passive-voice', setting(locale), text).map(({ start, end, evidence }) => [start, end, evidence]);

describe('finds', () => {
  test.each([
    ['en-US', 'The beans are roasted daily.', [[10, 21, 'are roasted']]],
    ['en-US', 'It was made with love.', [[3, 11, 'was made']]],
    ['en-US', 'It has been very carefully chosen.', [[7, 33, 'been very carefully chosen']]],
    ['en-US', 'It isn’t sold online.', [[3, 13, 'isn’t sold']]],
    ['en-US', 'They’re picked by hand.', [[0, 14, 'They’re picked']]],
    ['en-US', 'We get paid twice.', [[3, 11, 'get paid']]],
    ['en-US', 'It is closed by the owner.', [[3, 12, 'is closed']]],
    ['en-US', 'She was named director.', [[4, 13, 'was named']]],
    ['en-US', 'IT IS BREWED HERE', [[3, 12, 'IS BREWED']]],
    ['en-US', 'It is being\nbrewed.', [[6, 18, 'being\nbrewed']]],
    ['el-GR', 'Ο καφές ψήνεται από τους ανθρώπους μας.', [[8, 19, 'ψήνεται από']]],
    ['el-GR', 'Το μενού εγκρίθηκε από τον σεφ.', [[9, 22, 'εγκρίθηκε από']]],
    ['ru-RU', 'Заказ был успешно оформлен.', [[6, 26, 'был успешно оформлен']]],
    ['ru-RU', 'Скидка будет учтена? Нет, отменена: была отменена', [[36, 49, 'была отменена']]],
    ['ru-RU', 'Решение было принято', [[8, 20, 'было принято']]],
    ['id-ID', 'Kopi ini disajikan dingin.', [[9, 18, 'disajikan']]],
    [
      'id-ID',
      'Bingkai dibuat dan dipilih Anda',
      [
        [8, 14, 'dibuat'],
        [19, 26, 'dipilih'],
      ],
    ],
  ])('%s: %s', (locale, text, expected) => {
    expect(found(locale, text)).toEqual(expected);
  });
});

describe('leaves alone', () => {
  test.each([
    ['en-US', 'We roast the beans daily.'],
    ['en-US', 'The café is closed. We are tired, pleased and interested. It is done.'],
    ['en-US', 'The café is closed by 9. It is located in Athens and based on trust.'],
    ['en-US', 'She was born in Athens. We are committed to growers.'],
    ['en-US', 'These are roasted beans, and this is iced mint.'],
    ['en-US', 'There are limited seats. There is fried chicken.'],
    ['en-US', 'It is red. We are a hundred. It is indeed good. Is it a seed?'],
    ['en-US', 'Get started, get dressed and get inspired. You’re invited.'],
    ['en-US', 'A guest said: “It was made with love.”'],
    ['en-US', 'It’s changed. It is hand-picked and family-owned.'],
    ['el-GR', 'Έρχεται από την Αιθιοπία. Αποτελείται από τρία μέρη. Χρειάζεται από τα πριν.'],
    ['el-GR', 'Ψήνουμε καφέ από την Κένυα. Προσφέρεται από τις 8 Μαΐου.'],
    ['ru-RU', 'Была цена, был план, была страна и будут экраны.'],
    ['ru-RU', 'Он был должен, она была уверена, нам было нужно.'],
    ['id-ID', 'Dia dingin di dinding, diskon digital, dinginkan dulu, didikan.'],
    ['zh-TW', '咖啡被喝了'],
    ['fa-IR', 'قهوه فروخته شد'],
  ])('%s: %s', (locale, text) => {
    expect(found(locale, text)).toEqual([]);
  });

  test('everything where the guide does not ask', () => {
    expect(lintWith('passive-voice', { guide: { voice: { activeVoice: false } } }, 'It was made.')).toEqual(
      [],
    );
  });
});
