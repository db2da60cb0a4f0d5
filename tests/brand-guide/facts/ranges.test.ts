/** Laws of ranges: whatever the text, each range slices to its mention, spans never overlap, and reading never throws. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { GROWTH, LINEAR, slowdown } from '../../support/slowdown.ts';
import { findMentions } from '../../../brand-guide/facts/find.ts';
import { foldText } from '../../../brand-guide/facts/fold.ts';

const piece = fc.oneof(
  fc.constantFrom(
    '€9,99',
    '۹٫۹۹ یورو',
    'NT$120',
    '1 299,00 ₽',
    '25 % off',
    '75折',
    '八五折',
    'MINT20',
    'МINТ20',
    '12 June 2027',

    '3月1日至31日',
    '۱۰ خرداد ۱۴۰۶',
    '+30 210 555 0142',
    'tel. 020 7946 0101',
    '۰۱۴۲ ۵۵۵۵ ۰۲۱',
    '21 98+',
    'five new frames',
    '3-5 frames',
    '五副鏡框',
    'πέντε',
    'https://a.example/x?utm_source=b',
    '@user20',
    '#SALE50',
    'δωρεάν',
    'ΔΩΡΕΑΝ',

    'e\u0301',
    'ά',
    'й'.normalize('NFD'),
    '👩‍👩‍👧',
    '\u2066',
    '\u2069',
    '\u200c',
    '\uD800',
    '½',
    'ﷺ',
    'ß',
    'İ',
    '\n',
    ' ',
    '. ',
    'until',
    'from',
    'έως',
    'скидка',
    'code',
    'کد',
    'تا',
    'to',
    '4–17 May',
    'Friday',
  ),
  fc.string({ maxLength: 6, unit: 'binary' }),
);
const text = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(' '));
const context = {
  codes: ['MINT20'],
  names: ['Java Mint Frappé'],
  labels: ['frames', '鏡框'],
  window: { from: '2027-05-04', to: '2027-05-31' },
};
const locale = fc.constantFrom('en-US', 'en-GB', 'el-GR', 'ru-RU', 'id-ID', 'zh-TW', 'fa-IR', 'xx');

test('each range slices to the text of its mention, and no two overlap', () => {
  fc.assert(
    fc.property(text, locale, (source, where) => {
      let reached = 0;
      for (const { start, end, text: said } of findMentions(source, { ...context, locale: where })) {
        expect(source.slice(start, end)).toBe(said);
        expect(start).toBeGreaterThanOrEqual(reached);
        expect(end).toBeGreaterThan(start);
        reached = end;
      }
    }),
    { numRuns: 300 },
  );
});

test('folding keeps offsets in order and covers every visible character', () => {
  fc.assert(
    fc.property(text, fc.boolean(), (source, keepAccents) => {
      const folded = foldText(source, { keepAccents });
      let reached = 0;
      for (let at = 0; at < folded.text.length; at += 1) {
        const { start, end } = folded.range(at, at + 1);
        expect(start).toBeGreaterThanOrEqual(reached);
        expect(end).toBeLessThanOrEqual(source.length);
        reached = start;
      }
    }),
    { numRuns: 200 },
  );
});

test('NFC and NFD spellings say the same', () => {
  const source = 'Έκπτωση 20% από 89,00 € έως 31 Μαΐου 2027, скидка 15% с 1 мая, Java Mint Frappé';
  const read = (form: string) =>
    findMentions(source.normalize(form), { ...context, locale: 'el-GR' }).map(({ kind, readings, role }) => ({
      kind,
      readings,
      role,
    }));
  expect(read('NFD')).toEqual(read('NFC'));
});

test.each([
  '9',
  '1.',
  '1 234 ',
  'a-',
  'a@',
  '€',
  '- ',
  '20%+',
  '12, ',
  '1萬',
  '6月',
  'a.б',
  '1 млн ',
  'buy 1 get ',
  '210 ',
  '+30',
  '(0',
  'five ',
  'five-',
  '五',
  'frames 5 ',
  'June 3rd and 12th ',
  'two pounds ',
  '۴۵،۰۰۰',
  '7 折至',
  'was 79, now £59 ',
  'with BAKE20 20% ',
])('stays linear where all of it is %j', GROWTH, (one) => {
  const read = (size: number) => findMentions(one.repeat(size), { ...context, locale: 'en-GB' });
  expect(slowdown(read, 500)).toBeLessThan(LINEAR);
});
