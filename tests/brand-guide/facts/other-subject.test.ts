/** What a text says of something beside the facts contradicts none of them; what it says of them still does. */
import { expect, test } from 'vitest';
import { compareFacts } from '../../../brand-guide/facts/compare.ts';
import { findMentions } from '../../../brand-guide/facts/find.ts';
import { readingContextOf } from '../../../brand-guide/facts/reading-context.ts';
import type { Fact } from '../../../brand-guide/facts/types.ts';

const price: Fact = { id: 'price', kind: 'price', value: { amount: '89.00', currency: 'EUR' } };
const pounds: Fact = { id: 'price', kind: 'price', value: { amount: '89.00', currency: 'GBP' } };
const frames: Fact = {
  ...pounds,
  id: 'frames',
  label: { en: ['frames'], el: ['σκελετοί', 'σκελετούς'], ru: ['оправы'], id: ['bingkai'], fa: ['فریم'] },
};
const offer: Fact = { id: 'offer', kind: 'percentage', value: { percent: '20', reduction: true } };
const ends: Fact = { id: 'ends', kind: 'date', value: '2027-05-17', role: 'end' };
const phone: Fact = { id: 'phone', kind: 'phone', value: '+302105550142' };
const london: Fact = { id: 'phone', kind: 'phone', value: '+442079460101' };
const hotline: Fact = { id: 'phone', kind: 'phone', value: '+3018300' };

const EN = 'Frames for you from £89 until 17 May. 20% off with our code.';
const EL = 'Σκελετοί από 89 € έως 17 Μαΐου. Έκπτωση 20%.';
const RU = 'Оправы от 89 € до 17 мая. Скидка 20%.';
const ID = 'Bingkai mulai €89 hingga 17 Mei. Diskon 20%.';
const ZH = '鏡框 €89 起,至5月17日止。全館8折';
const FA = 'فریم از ۸۹ یورو تا ۱۷ مه. ۲۰٪ تخفیف.';

type Row = readonly [fact: Fact, locale: string, message: string, text: string, verdicts: string];
const OTHERS: readonly Row[] = [
  [pounds, 'en-GB', EN, 'Parking £3', 'unknown'],
  [pounds, 'en-GB', '', 'Parking is £3', 'unknown'],
  [pounds, 'en-GB', EN, 'Lenses: from £49', 'unknown'],
  [frames, 'en-GB', '', 'Lenses £49. 20% off frames', 'unknown'],
  [price, 'el-GR', EL, 'Πάρκινγκ 3 €', 'unknown'],
  [price, 'el-GR', EL, 'Φακοί από 49 €', 'unknown'],
  [price, 'ru-RU', RU, 'Парковка 3 €', 'unknown'],
  [price, 'ru-RU', RU, 'Линзы от 49 €', 'unknown'],
  [price, 'id-ID', ID, 'Parkir €3', 'unknown'],
  [price, 'zh-TW', ZH, '停車 €3', 'unknown'],
  [price, 'fa-IR', FA, 'پارکینگ ۳ یورو', 'unknown'],
  [ends, 'en-GB', EN, 'Collect by 15 June', 'unknown'],
  [ends, 'en-GB', EN, 'Order by Friday 28 May for weekend delivery', 'unknown'],
  [ends, 'en-GB', '', 'Returns by 15 June', 'unknown'],
  [pounds, 'en-GB', EN, 'Win a £500 voucher', 'unknown'],
  [ends, 'en-GB', EN, 'Doors open until 9 June', 'unknown'],
  [ends, 'ru-RU', RU, 'Выставка до 9 июня', 'unknown'],
  [ends, 'el-GR', EL, 'Παραλαβή έως 15 Ιουνίου', 'unknown'],
  [ends, 'ru-RU', RU, 'Самовывоз до 15 июня', 'unknown'],
  [ends, 'id-ID', ID, 'Pengambilan hingga 15 Juni', 'unknown'],
  [ends, 'zh-TW', ZH, '取貨至6月15日止', 'unknown'],
  [ends, 'fa-IR', FA, 'تحویل تا ۱۵ ژوئن', 'unknown'],
  [offer, 'en-GB', EN, '10% student discount', 'unknown'],
  [offer, 'en-GB', '', '10% off for members', 'unknown'],
  [offer, 'el-GR', EL, 'Φοιτητική έκπτωση 10%', 'unknown'],
  [offer, 'ru-RU', RU, 'Скидка 10% студентам', 'unknown'],
  [offer, 'id-ID', ID, 'Diskon 10% untuk mahasiswa', 'unknown'],
  [offer, 'zh-TW', ZH, '學生9折', 'unknown'],
  [offer, 'fa-IR', FA, '۱۰٪ تخفیف دانشجویی', 'unknown'],
];
const THE_FACT: readonly Row[] = [
  [pounds, 'en-GB', EN, 'Frames £98', 'conflict'],
  [pounds, 'en-GB', EN, 'Only £98', 'conflict'],
  [pounds, 'en-GB', EN, 'Today £98', 'conflict'],
  [pounds, 'en-GB', EN, 'It costs £98 now', 'conflict'],
  [pounds, 'en-GB', '', 'A frame is £98', 'conflict'],
  [frames, 'en-GB', '', 'Our frames, from £98', 'conflict'],
  [frames, 'en-GB', '', 'Only £98', 'conflict'],
  [price, 'el-GR', EL, 'Σκελετοί από 98 €', 'conflict'],
  [price, 'ru-RU', RU, 'Оправы от 98 €', 'conflict'],
  [price, 'id-ID', ID, 'Bingkai mulai €98', 'conflict'],
  [price, 'zh-TW', ZH, '鏡框 €98 起', 'conflict'],
  [price, 'fa-IR', FA, 'فریم از ۹۸ یورو', 'conflict'],
  [ends, 'en-GB', EN, 'Until 15 June', 'conflict'],
  [ends, 'en-GB', EN, 'Order by 28 May', 'conflict'],
  [ends, 'ru-RU', RU, 'До 15 июня', 'conflict'],
  [ends, 'id-ID', ID, 'Ambil diskon hingga 15 Juni', 'conflict'],
  [offer, 'en-GB', EN, '25% off', 'conflict'],
  [offer, 'en-GB', 'Students get 20% off.', 'Students get 25% off.', 'conflict'],
  [offer, 'zh-TW', ZH, '全館75折', 'conflict'],
  [phone, 'en-GB', '', 'Call 210 555 0142 (Athens)', 'stated'],
  [phone, 'en-GB', '', 'Athens shop: 210 555 0142', 'stated'],
  [phone, 'en-GB', '', 'Call 210 555 0124', 'conflict'],
  [phone, 'ru-RU', '', 'Звоните 210 555 0142', 'stated'],
  [phone, 'id-ID', '', 'Hubungi 2105550142', 'stated'],
  [phone, 'zh-TW', '', '請撥 210-555-0142', 'stated'],
  [phone, 'fa-IR', '', 'تلفن: ۲۱۰ ۵۵۵ ۰۱۴۲', 'stated'],
  [london, 'el-GR', '', 'Καλέστε 020 7946 0101', 'stated'],
  [hotline, 'en-GB', '', 'Call 18300', 'stated'],
];
test.each([...OTHERS, ...THE_FACT])('%j in %s, %j: %j', (fact, locale, message, text, verdicts) => {
  const window = { from: '2027-05-04', to: '2027-07-31' };
  const context = readingContextOf({ locale, facts: [fact], window });
  const part = (field: string, said: string) => ({
    field,
    text: said,
    mentions: findMentions(said, context),
  });
  const compared = compareFacts({
    facts: [fact],
    parts: [part('text', text)],
    locale,
    window,
    ...(message !== '' && { message: [part('body', message)] }),
  });
  const said = compared.mentions.filter(({ mention }) => mention.kind === fact.kind);
  expect(said.map(({ verdict }) => verdict).join(' ')).toBe(verdicts);
});
