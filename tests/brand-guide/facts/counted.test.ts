/** Quantities against facts: only the fact's own noun is counted, and nothing is guessed without one. */
import { expect, test } from 'vitest';
import { compareFacts } from '../../../brand-guide/facts/compare.ts';
import { findMentions } from '../../../brand-guide/facts/find.ts';
import { readingContextOf } from '../../../brand-guide/facts/reading-context.ts';
import { restate } from '../../../brand-guide/facts/restate.ts';
import type { Fact } from '../../../brand-guide/facts/types.ts';

const frames: Fact = {
  id: 'frames',
  kind: 'quantity',
  value: '5',
  label: { en: ['frames'], el: ['σκελετούς', 'σκελετοί'], fa: ['فریم'] },
  required: true,
};
const days: Fact = { id: 'days', kind: 'quantity', value: '5', label: { en: ['days'] } };
const home: Fact = {
  id: 'home',
  kind: 'quantity',
  value: '5',
  label: {
    en: ['days at home'],
    el: ['ημέρες στο σπίτι'],
    ru: ['дней для дома'],
    id: ['hari di rumah'],
    zh: ['天'],
    fa: ['روز در خانه'],
  },
  required: true,
};
const upTo: Fact = { ...frames, qualifier: 'up-to' };
const nameless: Fact = { id: 'a', kind: 'quantity', value: '5', required: true };
const hotline: Fact = { id: 'hotline', kind: 'phone', value: '+302105550142', required: true };

const rows: [facts: Fact[], locale: string, text: string, states: string, fix?: string][] = [
  [[frames], 'en-GB', 'Try five frames at home', 'stated'],
  [[frames], 'en-GB', 'Try six frames at home', 'conflict', '5'],
  [[frames], 'en-GB', 'Try frames at home for six days', 'missing'],
  [[frames, days], 'en-GB', 'Five frames for five days', 'stated stated'],
  [[frames, days], 'en-GB', 'Frames for five days', 'missing stated'],
  [[upTo], 'en-GB', 'Up to 5 frames', 'stated'],
  [[upTo], 'en-GB', '5 frames', 'missing'],
  [[frames], 'el-GR', 'Διάλεξε 4 σκελετούς', 'conflict', '5'],
  [[frames], 'fa-IR', '۶ فریم را امتحان کنید', 'conflict', '۵'],
  [[frames], 'ru-RU', 'Пять оправ', 'unchecked'],
  [[home], 'en-GB', 'Wear them at home for five days, free of charge', 'stated'],
  [[home], 'en-GB', 'Five days at home', 'stated'],
  [[home], 'en-GB', 'At home for six days', 'conflict', '5'],
  [[home], 'en-GB', 'Try them at home, and have the rest in five days', 'missing'],
  [[home], 'en-GB', 'Home delivery in three days', 'missing'],
  [[home], 'el-GR', 'Φόρεσέ τους στο σπίτι για πέντε ημέρες', 'stated'],
  [[home], 'el-GR', 'Παράδοση σε τρεις ημέρες', 'missing'],
  [[home], 'ru-RU', 'Для дома: носите пять дней', 'stated'],
  [[home], 'ru-RU', 'Доставка за три дней', 'missing'],
  [[home], 'id-ID', 'Pakai di rumah selama lima hari', 'stated'],
  [[home], 'id-ID', 'Dikirim lima hari', 'missing'],
  [[home], 'fa-IR', 'پنج روز رایگان در خانه امتحان کنید', 'stated'],
  [[home], 'fa-IR', 'ارسال پنج روز', 'missing'],
  [[home], 'zh-TW', '在家試戴五天', 'stated'],
  [[nameless], 'en-GB', 'Five frames', 'unchecked'],
  [[nameless, { ...nameless, id: 'b' }], 'en-GB', 'Five frames, five days', 'unresolved unresolved'],
  [[nameless, { ...nameless, id: 'b', value: '6' }], 'en-GB', 'Five, six', 'unchecked unchecked'],
  [[hotline], 'el-GR', 'Καλέστε 210 555 0124', 'conflict', '210 555 0142'],
  [[hotline], 'en-GB', 'Call +30 210 555 0124', 'conflict', '+30 210 555 0142'],
  [[hotline], 'el-GR', 'Καλέστε 18300', 'conflict', '21 0555 0142'],
  [[{ ...hotline, value: '+982155550142' }], 'fa-IR', 'تلفن ۰۲۱-۵۵۵۵۰۱۴۳', 'conflict', '۰۲۱-۵۵۵۵۰۱۴۲'],
  [[hotline], 'fa-IR', 'تماس: +۳۰ ۲۱۰ ۵۵۵ ۰۱۴۲', 'stated'],
  [[hotline], 'en-GB', 'Dial 00302105550142', 'stated'],
];
test.each(rows)('%j in %s: %j', (facts, locale, text, states, fix) => {
  const context = readingContextOf({ locale, facts });
  const parts = [{ field: 'text', text, mentions: findMentions(text, context) }];
  const compared = compareFacts({ facts, parts, locale });
  expect(compared.facts.map(({ state }) => state).join(' ')).toBe(states);
  const against = compared.mentions.find(({ verdict }) => verdict === 'conflict');
  expect(against?.fact && restate(against.mention, against.fact, locale)).toBe(fix);
});

const MESSAGE = 'Choose five frames. Order up to five frames.';
const sevens: Fact = { ...frames, value: '7' };
/** The fact, what the message says, what the variant says, and how the fact fares there. */
const AGAINST: readonly (readonly [fact: Fact, message: string, text: string, state: string])[] = [
  [sevens, MESSAGE, 'Choose five frames.', 'conflict'],
  [sevens, MESSAGE, 'Order up to five frames.', 'missing'],
  [sevens, MESSAGE, 'Try our frames.', 'missing'],
  [sevens, `${MESSAGE} Wear them for five days.`, 'Choose five frames.', 'conflict'],
  [frames, MESSAGE, 'Try our frames.', 'missing'],
  [frames, 'Try our frames.', 'Try our frames.', 'missing'],
  [frames, 'Take five home.', 'Take five home.', 'unchecked'],
  [{ ...frames, required: { channels: ['x'] } }, MESSAGE, 'Try our frames.', 'not-required'],
];
test.each(AGAINST)('%j: %j and %j', (fact, message, text, state) => {
  const context = readingContextOf({ locale: 'en-GB', facts: [fact, days] });
  const part = (field: string, said: string) => ({
    field,
    text: said,
    mentions: findMentions(said, context),
  });
  const compared = compareFacts({
    facts: [fact, days],
    parts: [part('text', text)],
    message: [part('body', message)],
    locale: 'en-GB',
  });
  expect(compared.facts[0]?.state).toBe(state);
});
