/** "Until 18 May" has the 18th, "before 18 May" ends with the 17th, 5月18日前 may be either. */
import { describe, expect, test } from 'vitest';
import { compareFacts } from '../../../brand-guide/facts/compare.ts';
import { findMentions } from '../../../brand-guide/facts/find.ts';
import { proposeFacts } from '../../../brand-guide/facts/propose.ts';
import { restate } from '../../../brand-guide/facts/restate.ts';
import type { Fact } from '../../../brand-guide/facts/types.ts';

const ENDS: Fact = { id: 'ends', kind: 'date', value: '2027-05-17', role: 'end', required: true };
const plain: Fact = { id: 'ends', kind: 'date', value: '2027-05-17', required: true };

function verdictOf(locale: string, text: string, fact: Fact = ENDS) {
  const parts = [{ field: 'text', text, mentions: findMentions(text, { locale }) }];
  const { facts, mentions } = compareFacts({ facts: [fact], parts, locale });
  return [
    facts[0]?.state,
    ...mentions.flatMap(({ mention, verdict }) => (mention.kind === 'date' ? verdict : [])),
  ].join(' ');
}

const SAID: readonly (readonly [locale: string, text: string, verdict: string])[] = [
  ['en-GB', 'Order before 18 May 2027', 'stated stated'],
  ['en-GB', 'Order before the 18th of May', 'stated stated'],
  ['en-GB', 'Order before Tuesday, 18 May', 'stated stated'],
  ['en-US', 'Come back prior to May 18', 'stated stated'],
  ['en-GB', 'Order before 17 May', 'conflict conflict'],
  ['en-GB', 'Order until 17 May', 'stated stated'],
  ['en-GB', 'Order by 17 May', 'stated stated'],
  ['en-GB', 'On or before 17 May', 'stated stated'],
  ['en-GB', 'Before midnight on 17 May', 'stated stated'],
  ['en-GB', 'Before 6 pm on 17 May', 'stated stated'],
  ['en-GB', 'Before 17 May, 18:00', 'stated stated'],
  ['en-GB', 'Before the end of 17 May', 'stated stated'],
  ['en-GB', 'Not before 17 May', 'missing unknown'],
  ['en-GB', 'Not valid before 17 May', 'missing unknown'],
  ['en-GB', 'The day before 18 May', 'missing unknown'],
  ['en-GB', 'Two weeks before 24 May', 'missing unknown'],
  ['el-GR', 'Παραγγείλτε πριν από τις 18 Μαΐου', 'stated stated'],
  ['el-GR', 'Παραγγείλτε πριν τις 18 Μαΐου 2027', 'stated stated'],
  ['el-GR', 'Παραγγείλτε πριν από τις 17 Μαΐου', 'conflict conflict'],
  ['el-GR', 'Στις ή πριν από τις 17 Μαΐου', 'stated stated'],
  ['el-GR', 'Έως 17 Μαΐου', 'stated stated'],
  ['ru-RU', 'До 17 мая', 'stated stated'],
  ['ru-RU', 'Закажите раньше 18 мая', 'stated stated'],
  ['ru-RU', 'Закажите ранее 17 мая', 'conflict conflict'],
  ['ru-RU', 'Не ранее 17 мая', 'missing unknown'],
  ['id-ID', 'Pesan sebelum 18 Mei 2027', 'stated stated'],
  ['id-ID', 'Pesan sebelum tanggal 17 Mei', 'conflict conflict'],
  ['id-ID', 'Pada atau sebelum 17 Mei', 'stated stated'],
  ['id-ID', 'Hingga 17 Mei', 'stated stated'],
  ['zh-TW', '5月18日前下單', 'stated stated'],
  ['zh-TW', '2027年5月18日之前下單', 'stated stated'],
  ['zh-TW', '5月17日前下單', 'unresolved unresolved'],
  ['zh-TW', '5月17日(含)前下單', 'stated stated'],
  ['zh-TW', '5月17日前（含當日）', 'stated stated'],
  ['zh-TW', '5月18日（二）前下單', 'stated stated'],
  ['zh-TW', '5月20日前往台北', 'missing unknown'],
  ['zh-TW', '5月20日以前下單', 'missing unknown'],
  ['zh-TW', '至5月17日止', 'stated stated'],
  ['fa-IR', 'پیش از ۱۸ مه ۲۰۲۷', 'stated stated'],
  ['fa-IR', 'قبل از ۱۷ مه', 'conflict conflict'],
  ['fa-IR', 'قبل از پایان ۱۷ مه', 'stated stated'],
  ['fa-IR', 'تا ۱۷ مه', 'stated stated'],
  ['fa-IR', 'قبل از ۲۸ اردیبهشت ۱۴۰۶', 'stated stated'],
];
describe('a last day', () => {
  test.each(SAID)('%s: %s', (locale, text, verdict) => {
    expect(verdictOf(locale, text)).toBe(verdict);
  });

  test('a day of no role is not the one before which all is over', () => {
    expect(verdictOf('en-GB', 'Order before 18 May', plain)).toBe('stated stated');
    expect(verdictOf('en-GB', 'Order before 17 May', plain)).toBe('conflict conflict');
  });

  test('a day that something takes place on is contradicted by no deadline', () => {
    expect(verdictOf('en-GB', 'Book before 17 May', { ...ENDS, role: 'event' })).toBe('missing unknown');
  });

  test('the window tells of what comes before it and of its last day', () => {
    const window = { from: '2027-05-04', to: '2027-05-31' };
    const text = 'Book before 4 May, pay before 1 June. Ask before 31 May.';
    const parts = [{ field: 'text', text, mentions: findMentions(text, { locale: 'en-GB' }) }];
    const { mentions } = compareFacts({ facts: [], parts, locale: 'en-GB', window });
    expect(mentions.map(({ verdict }) => verdict)).toEqual(['known', 'known', 'unknown']);
  });
});

/** The end moved to 15 April, while the window still ends with March. */
const STALE: readonly (readonly [locale: string, text: string])[] = [
  ['en-GB', 'From €89 until 31 March 2027'],
  ['el-GR', 'Από 89,00 € έως 31 Μαρτίου 2027'],
  ['ru-RU', 'От 89,00 € до 31 марта 2027 года'],
  ['id-ID', 'Mulai €89,00 hingga 31 Maret 2027'],
  ['zh-TW', '優惠至2027年3月31日止'],
  ['fa-IR', 'از ۸۹٫۰۰ یورو تا ۳۱ مارس ۲۰۲۷'],
];
describe.each(STALE)('%s: %s', (locale, text) => {
  const mentions = findMentions(text, { locale });
  const part = { field: 'text', text, mentions };
  const window = { from: '2027-03-01', to: '2027-03-31' };
  const stateOf = (fact: Fact, message: (typeof part)[] = []) =>
    compareFacts({ facts: [fact], parts: [part], locale, window, message }).facts[0]?.state;

  test('contradicts an end that has moved past the window', () => {
    expect(stateOf({ ...ENDS, value: '2027-04-15' })).toBe('conflict');
    expect(stateOf({ ...plain, value: '2027-04-15' })).toBe('conflict');
  });

  test('contradicts it though the message still says the same', () => {
    expect(stateOf({ ...ENDS, value: '2027-04-15' }, [part])).toBe('conflict');
  });

  test('contradicts no day of another role', () => {
    expect(stateOf({ ...ENDS, value: '2027-04-15', role: 'start' })).toBe('missing');
    expect(stateOf({ ...plain, id: 'fair', value: '2027-04-15' })).toBe('missing');
  });
});

const PROPOSED: readonly (readonly [locale: string, text: string, days: readonly string[]])[] = [
  ['en-GB', 'Come back before 30 September 2027', ['2027-09-29']],
  ['en-GB', 'Come back before 1 March 2028', ['2028-02-29']],
  ['en-GB', 'Come back before 1 January 2028', ['2027-12-31']],
  ['ru-RU', 'Вернитесь до 30 сентября 2027', ['2027-09-30']],
  ['zh-TW', '2027年9月30日前回來', []],
];
test.each(PROPOSED)('%s: %s ends on %j', (locale, text, days) => {
  const found = proposeFacts(text, { locale }).filter(({ kind }) => kind === 'date');
  expect(found.map(({ value }) => value)).toEqual(days);
});

const RIGHT: readonly (readonly [locale: string, text: string, right: string])[] = [
  ['en-GB', 'before 25 May', '18 May'],
  ['en-US', 'before June 25, 2027', 'May 18, 2027'],
  ['el-GR', 'πριν από τις 25 Μαΐου', '18 Μαΐου'],
  ['id-ID', 'sebelum 25 Mei 2027', '18 Mei 2027'],
  ['fa-IR', 'پیش از ۲۵ مه', '۱۸ مه'],
];
test.each(RIGHT)('%s: %s is mended to the day after the last', (locale, text, right) => {
  const [mention] = findMentions(text, { locale });
  expect(mention && restate(mention, ENDS, locale)).toBe(right);
});
