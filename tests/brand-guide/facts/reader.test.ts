/** Reading line by line, each line once, finds what reading the whole text finds. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findMentions } from '../../../brand-guide/facts/find.ts';
import { readerFor, readerOf } from '../../../brand-guide/facts/reader.ts';
import type { ReadingContext } from '../../../brand-guide/facts/types.ts';

const LINES = [
  'A Java Mint Frappé is $4.95, and 20% off with MINT20 until 17 May 2027.',
  'Call us:',
  '020 7946 0101',
  'Open 10:00–18:00',
  'Thursday until 21:00',
  'at noon, or 19:30 on Friday 12 June',
  'Order no.',
  '555123',
  'Java',
  'Mint Frappé for all',
  'Code',
  'SAVE10 or SAVE20 at checkout (5–7 June)',
  'https://northwind.example/mint?x=1 #JavaMint',
  'was €12, now',
  '9 ευρώ και 99 λεπτά έως 19/6',
  'Звоните',
  '1234 с 10 до 18',
  'диплом за 1 200 ₽, скидка 15%',
  'hanya 15rb  ',
  'Rp25.000 sampai 3 Juni, pukul 19.30',
  '撥打',
  '1999，8折，優惠至2027年6月12日止',
  '晚上7:30開門，買三送一',
  'تماس با',
  '۰۲۱ ۸۸۷۷ ۶۶۵۵',
  '۱۲۰٬۰۰۰ تومان تا ۲۱ خرداد ساعت ۱۹',
  '\u0301mark ahead',
  '  indented 4,50 €',
  '',
  '-',
];
const CONTEXTS: readonly ReadingContext[] = ['en-US', 'el-GR', 'ru-RU', 'id-ID', 'zh-TW', 'fa-IR'].map(
  (locale) => ({
    locale,
    codes: ['MINT20', 'SAVE10'],
    names: ['Java Mint Frappé', 'Mint'],
    labels: ['cups'],
    window: { from: '2027-05-01', to: '2027-07-01' },
  }),
);

const texts = fc
  .array(fc.tuple(fc.constantFrom(...LINES), fc.constantFrom('\n', '\n', '\n\n', '\r\n', '\n \n', ' ')), {
    minLength: 1,
    maxLength: 8,
  })
  .map((lines) => lines.map(([line, gap]) => line + gap).join(''));

describe('reading line by line', () => {
  test.each(CONTEXTS)('finds in $locale what reading at once finds', (context) => {
    const read = readerOf(context);
    fc.assert(
      fc.property(texts, (text) => {
        expect(read(text)).toEqual(findMentions(text, context));
      }),
      { numRuns: 300 },
    );
  });

  test('finds around one owner what each context finds by itself, whatever another knows', () => {
    const lines = [
      ...LINES,
      'ΟΠΤΙΚΑ LUMEN 2027',
      'Οπτικά\u00A0Lumen',
      'عینک\u200Cلومن را ببینید',
      'عینکلومن',
      'MARAN\u0303ÓN, and “Le Café” for 5 €',
      'Καλέστε στο 210 555 0142 ή 11888',
    ];
    const around = ['el-GR', 'fa-IR', 'en-GB'].flatMap((locale): ReadingContext[] => [
      { locale },
      { locale, names: ['Οπτικά Lumen', 'عینک لومن', 'Marañón', '"Le Café"', 'Café'] },
      { locale, names: ['Mint', 'Lumen'], phones: ['+302105550142', '+442079460101'] },
    ]);
    const owner = {};
    const text = fc.array(fc.constantFrom(...lines), { maxLength: 4 }).map((some) => some.join('\n'));
    fc.assert(
      fc.property(text, fc.constantFrom(...around), (said, context) => {
        expect(readerFor(owner, context)(said)).toEqual(findMentions(said, context));
      }),
      { numRuns: 500 },
    );
  });

  test('looks for a cue on the line before, and for a name across two lines', () => {
    const read = readerOf({ locale: 'en-GB', names: ['Java Mint'] });
    const text = 'Call our hotline:\n11888\nJava\nMint';
    expect(read(text).map((one) => one.text)).toEqual(['11888', 'Java\nMint']);
  });
});
