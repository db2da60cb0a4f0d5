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
