/** What a message proposes as facts, in text order: kind, value, and the words that tell which one. */
import { expect, test } from 'vitest';
import { proposeFacts } from '../../../brand-guide/facts/propose.ts';
import { textOf } from '../../../brand-guide/facts/finder.ts';

const eur = (amount: string) => JSON.stringify({ amount, currency: 'EUR' });
const usd = (amount: string) => JSON.stringify({ amount, currency: 'USD' });

const rows: [locale: string, text: string, proposed: string[]][] = [
  [
    'en-US',
    'A grande is $4.95, a venti is $5.95. Was $6.00.',
    [`price ${usd('4.95')} grande`, `price ${usd('5.95')} venti`, `price ${usd('6.00')} was`],
  ],
  [
    'en-GB',
    'Try five new frames at home for five days. Frames from €89.00 until 31 March 2027.',
    ['quantity 5 frames', `price ${eur('89.00')} from`, 'date 2027-03-31 end'],
  ],
  ['en-GB', 'Use SUN20 at checkout or call 020 7946 0101', ['code SUN20', 'phone +442079460101']],
  ['en-GB', '50% + 20% off, €1.299, this Friday', []],
  ['en-GB', 'Route 66 diner, iPhone 15 cases, 4K TVs, 24/7, 5 stars, 1 in 3 cups', []],
  ['en-GB', 'From €89. Again: from €89!', [`price ${eur('89.00')} from`]],
  [
    'el-GR',
    'Δοκίμασε πέντε νέους σκελετούς. Σκελετοί 89 €, φακοί 49 €.',
    ['quantity 5 σκελετούς', `price ${eur('89.00')} Σκελετοί`, `price ${eur('49.00')} φακοί`],
  ],
  ['ru-RU', 'Примерьте до пяти новых оправ дома', ['quantity 5 up-to оправ']],
  ['id-ID', 'Coba lima bingkai di rumah', ['quantity 5 bingkai']],
  ['zh-TW', '五副鏡框帶回家', ['quantity 5 鏡框']],
  ['fa-IR', 'پنج فریم را در خانه امتحان کنید', ['quantity 5 فریم']],
];
test.each(rows)('%s: %s', (locale, text, proposed) => {
  const found = proposeFacts(text, { locale });
  const told = found.map(({ kind, value, role, qualifier, label }) =>
    [kind, textOf(value), role, qualifier, label].filter((one) => one !== undefined).join(' '),
  );
  expect(told).toEqual(proposed);
  for (const one of found) expect(text.slice(one.start, one.end)).toBe(one.text);
});
