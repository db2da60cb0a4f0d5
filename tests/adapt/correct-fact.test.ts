/** A corrected fact in every text that says it: in the text's own form, or listed for a person. */
import { describe, expect, test } from 'vitest';
import { applyRewrites, rewritesIn } from '../../functions/adapt/fact-rewrites.ts';
import { readingContextOf } from '../../brand-guide/facts/reading-context.ts';
import type { Fact } from '../../brand-guide/facts/types.ts';

const price = (amount: string, currency = 'EUR'): Fact => ({
  id: 'f',
  kind: 'price',
  value: { amount, currency },
});
const off = (percent: string): Fact => ({ id: 'f', kind: 'percentage', value: { percent, reduction: true } });
const text = (
  kind: 'date' | 'time' | 'code' | 'url' | 'quantity' | 'name' | 'legal',
  value: string,
): Fact => ({
  id: 'f',
  kind,
  value,
});
const date = (value: string) => text('date', value);
const url = (value: string) => text('url', value);

const WINDOW = { from: '2027-05-01', to: '2027-08-31' };
const editsOf = (was: Fact, is: Fact, locale: string, source: string, others: readonly Fact[] = []) =>
  rewritesIn('text', source, {
    id: 'f',
    before: [was, ...others],
    after: [is, ...others],
    context: readingContextOf({ locale, facts: [was, is, ...others], window: WINDOW }),
  });

/** Old fact, new fact, locale, the text, and the text with the new value. */
const REWRITTEN: readonly (readonly [Fact, Fact, string, string, string])[] = [
  [price('89.00'), price('79.00'), 'en-GB', 'From €89.00, only €89!', 'From €79.00, only €79!'],
  [price('89.00'), price('79.50'), 'el-GR', 'Μόνο 89,00 € (89 ευρώ)', 'Μόνο 79,50 € (79,50 ευρώ)'],
  [price('1299.00', 'RUB'), price('1499.00', 'RUB'), 'ru-RU', 'Всего 1 299 ₽', 'Всего 1 499 ₽'],
  [price('25000.00', 'IDR'), price('30000.00', 'IDR'), 'id-ID', 'Hanya Rp25.000', 'Hanya Rp30.000'],
  [price('89.00'), price('79.00'), 'fa-IR', 'فقط ۸۹٫۰۰ یورو', 'فقط ۷۹٫۰۰ یورو'],
  [off('25'), off('15'), 'zh-TW', '全館75折', '全館85折'],
  [off('15'), off('25'), 'zh-TW', '全館八五折', '全館七五折'],
  [off('20'), off('15'), 'fa-IR', '۲۰٪ تخفیف', '۱۵٪ تخفیف'],
  [off('25'), off('15'), 'fa-IR', 'پوتین ۲۵٪-، فقط امروز', 'پوتین ۱۵٪-، فقط امروز'],
  [off('50'), off('30'), 'zh-TW', '晚上全部對折', '晚上全部七折'],
  [date('2027-05-17'), date('2027-05-21'), 'en-GB', 'Until 17th May', 'Until 21st May'],
  [date('2027-05-17'), date('2027-06-02'), 'en-US', 'Until May 17, 2027', 'Until June 2, 2027'],
  [date('2027-05-17'), date('2027-05-18'), 'en-GB', 'Until Monday 17 May 2027', 'Until Tuesday 18 May 2027'],
  [date('2027-05-17'), date('2027-05-18'), 'ru-RU', 'До понедельника, 17 мая', 'До вторника, 18 мая'],
  [date('2027-05-17'), date('2027-06-03'), 'el-GR', 'Έως 17/05/2027', 'Έως 03/06/2027'],
  [date('2027-05-17'), date('2027-06-03'), 'en-US', 'By 05/17/2027', 'By 06/03/2027'],
  [date('2027-05-17'), date('2027-06-03'), 'zh-TW', '至2027年5月17日（週一）止', '至2027年6月3日（週四）止'],
  [date('2027-05-17'), date('2027-06-03'), 'zh-TW', '民國116年5月17日截止', '民國116年6月3日截止'],
  [date('2027-05-31'), date('2027-06-01'), 'fa-IR', 'تا ۱۰ خرداد ۱۴۰۶', 'تا ۱۱ خرداد ۱۴۰۶'],
  [date('2027-05-31'), date('2027-06-30'), 'fa-IR', 'تا دوشنبه ۱۰ خرداد ۱۴۰۶', 'تا چهارشنبه ۹ تیر ۱۴۰۶'],
  [date('2027-05-17'), date('2027-05-21'), 'en-GB', '4–17 May', '4–21 May'],
  [date('2027-05-17'), date('2027-05-24'), 'en-GB', 'Order before 18 May', 'Order before 25 May'],
  [
    date('2027-05-17'),
    date('2027-05-18'),
    'en-GB',
    'Before Tuesday 18 May 2027',
    'Before Wednesday 19 May 2027',
  ],
  [date('2027-05-17'), date('2027-05-31'), 'el-GR', 'Πριν από τις 18 Μαΐου', 'Πριν από τις 1 Ιουνίου'],
  [date('2027-05-17'), date('2027-05-24'), 'ru-RU', 'Не позднее 17 мая', 'Не позднее 24 мая'],
  [date('2027-05-17'), date('2027-05-24'), 'id-ID', 'Pesan sebelum 18 Mei', 'Pesan sebelum 25 Mei'],
  [date('2027-05-17'), date('2027-05-24'), 'zh-TW', '5月18日前下單', '5月25日前下單'],
  [date('2027-05-17'), date('2027-05-24'), 'fa-IR', 'پیش از ۱۸ مه', 'پیش از ۲۵ مه'],
  [
    date('2027-03-31'),
    date('2027-04-15'),
    'id-ID',
    'Mulai €89,00 hingga 31 Maret 2027',
    'Mulai €89,00 hingga 15 April 2027',
  ],
  [
    date('2027-03-31'),
    date('2027-04-15'),
    'el-GR',
    'Από 89,00 € έως 31 Μαρτίου 2027',
    'Από 89,00 € έως 15 Απριλίου 2027',
  ],
  [date('2027-03-31'), date('2027-04-15'), 'ru-RU', 'От 89 до 31 марта 2027', 'От 89 до 15 апреля 2027'],
  [
    date('2027-03-31'),
    date('2027-04-15'),
    'ru-RU',
    'До 31 марта 2027 года, до 31 марта 2027 г.',
    'До 15 апреля 2027 года, до 15 апреля 2027 г.',
  ],
  [text('time', '19:30'), text('time', '20:00'), 'ru-RU', 'Начало в 19:30', 'Начало в 20:00'],
  [text('code', 'FIG15'), text('code', 'FIG20'), 'en-GB', 'Use FIG15 today', 'Use FIG20 today'],
  [
    url('https://lumen.example/try'),
    url('https://lumen.example/home?step=1'),
    'en-GB',
    'See https://lumen.example/try?utm_source=x and lumen.example/try',
    'See https://lumen.example/home?step=1&utm_source=x and lumen.example/home?step=1',
  ],
  [text('name', 'Java Mint'), text('name', 'Mint Java'), 'en-US', 'A Java Mint to go', 'A Mint Java to go'],
  [
    text('legal', 'Contains milk.'),
    text('legal', 'Contains milk and nuts.'),
    'en-US',
    'Mint. Contains\nmilk.',
    'Mint. Contains milk and nuts.',
  ],
];
test.each(REWRITTEN)('%#: %j', (was, is, locale, source, right) => {
  const edits = editsOf(was, is, locale, source);
  expect(applyRewrites(source, edits)).toBe(right);
  for (const { start, end, was: old } of edits) expect(source.slice(start, end)).toBe(old);
});

/** What is only listed: the mentions that a person has to write. */
const LISTED: [was: Fact, is: Fact, locale: string, source: string, listed: string[], others?: Fact[]][] = [
  [date('2027-05-17'), date('2027-06-03'), 'en-GB', '4–17 May', ['17 May']],
  [date('2027-05-04'), date('2027-06-04'), 'en-US', 'May 4–17', ['May 4']],
  [date('2027-05-17'), date('2027-05-24'), 'zh-TW', '5月17日前下單', ['5月17日']],
  [text('name', 'Мятный Кофе'), text('name', 'Мятный Чай'), 'ru-RU', 'Вместе с Мятным Кофе', ['Мятным Кофе']],
  [
    { id: 'f', kind: 'name', value: 'Java Mint', forms: { el: ['Τζάβα Μίντ'] } },
    { id: 'f', kind: 'name', value: 'Mint Java', forms: { el: ['Τζάβα Μίντ'] } },
    'el-GR',
    'Ένα Τζάβα Μίντ',
    ['Τζάβα Μίντ'],
  ],
  [price('89.00'), price('79.00'), 'en-GB', 'Frames €89', ['€89'], [{ ...price('89.00'), id: 'other' }]],
];
test.each(LISTED)('%#: only lists what a form cannot say', (was, is, locale, source, listed, others) => {
  const edits = editsOf(was, is, locale, source, others);
  expect(edits.map((edit) => [edit.was, edit.is])).toEqual(listed.map((one) => [one, undefined]));
});

const frames = (value: string): Fact => ({
  ...text('quantity', value),
  label: { '*': ['frames', 'оправ', 'bingkai', 'فریم', 'σκελετούς'] },
});
/** Why each mention is left to a person. */
const WHY: readonly (readonly [was: Fact, is: Fact, locale: string, source: string, why: RegExp])[] = [
  [frames('5'), frames('7'), 'en-GB', 'Choose five frames', /^the number is written in words$/u],
  [frames('5'), frames('7'), 'el-GR', 'Διάλεξε πέντε σκελετούς', /written in words/u],
  [frames('5'), frames('7'), 'ru-RU', 'Выберите пять оправ', /written in words/u],
  [frames('5'), frames('7'), 'id-ID', 'Pilih lima bingkai', /written in words/u],
  [frames('5'), frames('7'), 'fa-IR', 'پنج فریم', /written in words/u],
  [
    price('10.00', 'USD'),
    price('12.00', 'USD'),
    'en-US',
    'Only ten dollars',
    /^the number is written in words$/u,
  ],
  [price('100.00', 'RUB'), price('120.00', 'RUB'), 'ru-RU', 'По сто рублей', /written in words/u],
  [price('10000.00', 'IDR'), price('12000.00', 'IDR'), 'id-ID', 'Sepuluh ribu rupiah', /written in words/u],
  [price('1000000.00', 'IRR'), price('1200000.00', 'IRR'), 'fa-IR', 'صد هزار تومان', /written in words/u],
  [price('500.00', 'TWD'), price('600.00', 'TWD'), 'zh-TW', '入場費五百元', /written in words/u],
  [price('5.50'), price('5.90'), 'el-GR', 'Μόνο 5 ευρώ και πενήντα λεπτά', /is no form that/u],
  [
    price('12000000.00', 'IRR'),
    price('13000000.00', 'IRR'),
    'fa-IR',
    'یک میلیون و ۲۰۰ هزار تومان',
    /is no form/u,
  ],
  [price('89.00'), price('79.00', 'USD'), 'en-GB', 'Only €89', /^it is written in EUR, .* in USD$/u],
  [text('time', '19:30'), text('time', '20:00'), 'en-GB', 'Doors 7.30 pm', /24 hours/u],
  [date('2027-05-31'), date('2027-06-02'), 'fa-IR', 'تا دهم خرداد ۱۴۰۶', /^the day is written in words$/u],
  [date('2027-05-17'), date('2027-05-21'), 'ru-RU', 'До семнадцатого мая', /day is written in words/u],
  [date('2027-05-17'), date('2027-06-03'), 'en-GB', '4–17 May', /takes its month from it/u],
  [date('2027-05-17'), date('2027-05-24'), 'zh-TW', '5月17日前下單', /may take in the day/u],
  [text('name', 'Мятный Кофе'), text('name', 'Мятный Чай'), 'ru-RU', 'Мятным Кофе', /inflected/u],
];
test.each(WHY)('%#: says why it is left to a person', (was, is, locale, source, why) => {
  const [edit] = editsOf(was, is, locale, source);
  expect(edit).not.toHaveProperty('is');
  expect(edit?.why).toMatch(why);
});

describe('what follows from the fact', () => {
  const offer: Fact = { id: 'offer', kind: 'percentage', value: { percent: '20', reduction: true } };

  test('a reduced price follows its price', () => {
    const edits = editsOf(price('50.00'), price('60.00'), 'en-GB', 'Was €50, now €40 with 20% off', [offer]);
    expect(edits.map(({ was, is }) => [was, is])).toEqual([
      ['€50', '€60'],
      ['€40', '€48'],
    ]);
  });

  test('other values and other facts are left alone', () => {
    const source = 'Frames €89, lenses €45, 20% off with LUMEN20';
    expect(editsOf(price('89.00'), price('79.00'), 'en-GB', source, [offer])).toHaveLength(1);
    expect(editsOf(price('12.00'), price('79.00'), 'en-GB', source, [offer])).toEqual([]);
  });
});
