import { expect, test } from 'vitest';
import type { Fact } from '../../../brand-guide/facts/types.ts';
import { lintWith } from './lint-with.ts';

const EN = 'Order up to five frames and wear them at home for five days, free of charge.';
const ID = 'Pesan hingga lima bingkai dan pakai di rumah selama lima hari, tanpa biaya untuk Anda.';
const DE =
  'Bestellen Sie bis zu fünf Fassungen und tragen Sie sie zu Hause, die Rücksendung ist für Sie frei.';
const EL = 'Παράγγειλε έως πέντε σκελετούς και φόρεσέ τους στο σπίτι για πέντε ημέρες.';
const RU = 'Закажите до пяти оправ и носите их дома пять дней бесплатно, а остальные верните нам.';
const UK =
  'Замовте до п’яти оправ і носіть їх удома п’ять днів, а решту поверніть нам у тій самій коробці, це для вас.';
const FA = 'تا پنج فریم سفارش دهید و پنج روز رایگان در خانه امتحان کنید و بقیه را برگردانید.';
const AR = 'اطلب خمسة إطارات وجربها في المنزل لمدة خمسة أيام مجانا ثم أعد الباقي في نفس الصندوق.';
const HANT = '最多可訂購五副鏡框,在家免費試戴五天。';
const HANS = '最多可订购五副镜框,在家免费试戴五天。';

/** Locale, text, and the stretches that are of another language with their weight. */
const ROWS: readonly (readonly [string, string, readonly (readonly [string, string])[]])[] = [
  ['en-GB', EN, []],
  ['el-GR', EL, []],
  ['ru-RU', RU, []],
  ['id-ID', ID, []],
  ['zh-TW', HANT, []],
  ['zh-CN', HANS, []],
  ['fa-IR', FA, []],
  ['ar-EG', AR, []],
  ['el-GR', EN, [[EN, 'error']]],
  ['el-GR', `${EL} ${EN}`, [[EN, 'error']]],
  ['ru-RU', `👓 ${EL}\n\n${RU}`, [[`👓 ${EL}`, 'error']]],
  ['zh-TW', EN, [[EN, 'error']]],
  ['en-GB', HANT, [[HANT, 'error']]],
  ['fa-IR', RU, [[RU, 'error']]],
  ['zh-TW', HANS, [[HANS, 'error']]],
  ['zh-CN', `${HANS}${HANT}`, [[HANT, 'error']]],
  ['zh-TW', '品牌名稱含有一個体字', []],
  ['fa-IR', AR, [[AR.slice(0, -1), 'warning']]],
  ['ar-EG', FA, [[FA.slice(0, -1), 'warning']]],
  ['id-ID', EN, [[EN.slice(0, -1), 'warning']]],
  ['en-GB', ID, [[ID.slice(0, -1), 'warning']]],
  ['en-GB', DE, [[DE.slice(0, -1), 'warning']]],
  ['ru-RU', UK, [[UK.slice(0, -1), 'warning']]],
  ['en-GB', 'La dolce vita', []],
  ['sw-KE', 'Agiza hadi fremu tano na uzivae nyumbani kwa siku tano, bila malipo yoyote.', []],
  ['el-GR', 'Java Mint Frappé στο Northwind', []],
  ['el-GR', 'Δες το «Order up to five frames and wear them at home» και γέλα.', []],
  ['el-GR', 'https://lumen.example/order-up-to-five-frames-and-wear-them @lumenopticians #LumenAtHome', []],
  ['id-ID', '', []],
];
test.each(ROWS)('%s %s', (locale, text, expected) => {
  const found = lintWith('locale-mismatch', { guide: {}, locale }, text);
  expect(found.map(({ evidence, severity }) => [evidence, severity])).toEqual(expected);
});

test('names and legal lines stay in their own language', () => {
  const text = 'Subject to availability at participating stores only.';
  const legal: Fact = { id: 'legal', kind: 'legal', value: text };
  const guide = { names: [{ id: 'n', canonical: 'The Northwind Coffee Roastery of the Valley' }] };
  const setting = { guide, locale: 'el-GR', facts: [legal] };
  expect(lintWith('locale-mismatch', setting, `Η μέντα γύρισε.\n${text}`)).toEqual([]);
  expect(lintWith('locale-mismatch', setting, 'The Northwind Coffee Roastery of the Valley: τώρα.')).toEqual(
    [],
  );
  expect(lintWith('locale-mismatch', { guide: {}, locale: 'el-GR' }, text)).toHaveLength(1);
});
