import { expect, test } from 'vitest';
import type { ExampleVoice } from '../../../../brand-guide/engine/campaign-rule.ts';
import type { Fact } from '../../../../brand-guide/facts/types.ts';
import { reportOn } from './report-on.ts';

const usd = (id: string, amount: string): Fact => ({ id, kind: 'price', value: { amount, currency: 'USD' } });
const grande = usd('grande', '4.95');
const venti = usd('venti', '5.95');
const off = (id: string, percent: string): Fact => ({
  id,
  kind: 'percentage',
  value: { percent, reduction: true },
});
const local: Fact = {
  id: 'grande',
  kind: 'price',
  value: { amount: '4.95', currency: 'USD' },
  values: [{ locales: ['el'], value: { amount: '4.50', currency: 'USD' } }],
};
const day = (id: string, value: string): Fact => ({ id, kind: 'date', role: 'end', value });

const EN = 'A grande is $4.95.';
/** Facts, the text in English, the other locale and its text, and what is found with the locale that has it. */
const ROWS: readonly (readonly [readonly Fact[], string, string, string, readonly string[]])[] = [
  [[grande, venti], EN, 'ru-RU', 'Гранде — 4,95 $.', []],
  [[grande, venti], EN, 'ru-RU', 'Гранде — 5,49 $.', ['ru-RU 5,49 $']],
  [[grande, venti], EN, 'el-GR', 'Ένας grande κοστίζει 5,49 $.', ['el-GR 5,49 $']],
  [[grande, venti], EN, 'fa-IR', 'گرانده فقط ۵٫۴۹ دلار', ['fa-IR ۵٫۴۹ دلار']],
  [[grande, venti], 'A grande is $5.49.', 'el-GR', 'Ένας grande κοστίζει 4,95 $.', ['en-US $5.49']],
  [[grande, venti], EN, 'ru-RU', 'Гранде вернулся.', []],
  [[grande, venti], EN, 'ru-RU', 'Гранде — 5,49 $, тарелка — 3 $.', []],
  [[grande, venti], `${EN} Oat milk is $0.60.`, 'ru-RU', 'Гранде — 5,49 $.', []],
  [[grande, venti], EN, 'ru-RU', 'Доставка 3 $.', []],
  [[local, venti], EN, 'el-GR', 'Ένας grande κοστίζει 4,50 $.', []],
  [[local, venti], EN, 'el-GR', 'Ένας grande κοστίζει 5,49 $.', []],
  [[off('a', '20'), off('b', '30')], '20% off', 'id-ID', 'Diskon 25%', ['id-ID 25%']],
  [[off('a', '20'), off('b', '30')], '20% off', 'zh-TW', '全館75折', ['zh-TW 75折']],
  [[off('a', '20'), off('b', '30')], '20% off', 'zh-TW', '全館8折，70%可可', []],
  [
    [day('a', '2027-05-17'), day('b', '2027-05-20')],
    'Until May 17.',
    'ru-RU',
    'До 18 мая.',
    ['ru-RU 18 мая'],
  ],
];
test.each(ROWS)('%#: %j', (facts, text, locale, other, expected) => {
  const voices: ExampleVoice[] = [
    { channel: 'x', locale: 'en-US', text },
    { channel: 'x', locale, text: other },
  ];
  const found = reportOn('fact-across-locales', { guide: {}, facts }, voices);
  expect(found.map((one) => `${one.locale} ${one.evidence}`)).toEqual(expected);
  for (const { severity, fact } of found) expect([severity, fact]).toEqual(['warning', facts[0]?.id]);
});

test('it takes the place of being unknown, and channels are not compared with one another', () => {
  const shared = { guide: {}, facts: [grande, venti] };
  const russian = { locale: 'ru-RU', text: 'Гранде — 5,49 $.' };
  const english = { channel: 'x', locale: 'en-US', text: EN } as const;
  expect(reportOn('fact-unknown', shared, [english, { channel: 'x', ...russian }])).toEqual([]);
  expect(reportOn('fact-unknown', shared, [english, { channel: 'sms', ...russian }])).toHaveLength(1);
});
