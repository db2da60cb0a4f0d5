import { describe, expect, test } from 'vitest';
import type { Subject } from '../../../brand-guide/engine/types.ts';
import type { Claim } from '../../../brand-guide/schema/wording.ts';
import { lintWith } from './lint-with.ts';

type Evidence = NonNullable<Subject['evidence']>;

const rate = (pattern: string): Claim => ({ id: 'rate', pattern, needs: 'evidence' });
const BEST = rate('best rates?');
const SMS: Claim = { ...BEST, channels: ['sms'] };
const GREEK: Claim = { ...BEST, locales: ['el'] };

const ROWS: readonly (readonly [Claim, string, string, string])[] = [
  [BEST, 'en-GB', 'The best rate and the BEST RATES.', '4-13 22-32'],
  [BEST, 'en-GB', 'Better rates', ''],
  [BEST, 'en-GB', 'https://k.example/best rate', ''],
  [BEST, 'en-GB', '#best rate `best rate`', ''],
  [BEST, 'en-GB', '“The best rate”, they say', '5-14'],
  [rate('\\bcaf\\b'), 'en-GB', 'café caf', '5-8'],
  [rate('χωρίς (?:κόστος|χρέωση)'), 'el-GR', 'Άνοιγμα χωρίς χρέωση.', '8-20'],
  [rate('гарантир\\w+ доход\\w*'), 'ru-RU', 'Это гарантированный доход', '4-25'],
  [rate('bebas biaya'), 'id-ID', 'Bebas biaya selamanya', '0-11'],
  [rate('(?:最低|最優)利率'), 'zh-TW', '全台最低利率', '2-6'],
  [rate('بدون کارمزد'), 'fa-IR', 'حساب بدون کارمزد', '5-16'],
  [rate('a*'), 'en-GB', 'bcd', ''],
  [SMS, 'en-GB', 'The best rate', ''],
  [GREEK, 'en-GB', 'The best rate', ''],
];

describe('finds claims', () => {
  test.each(ROWS)('%o in %s: %s', (claim, locale, text, ranges) => {
    const found = lintWith('claim', { guide: { claims: [claim] }, locale }, text);
    expect(found.map(({ start, end }) => `${start}-${end}`).join(' ')).toBe(ranges);
  });
});

describe('is satisfied by evidence', () => {
  test.each<[Evidence, string | undefined, string]>([
    [[], '2027-05-01', 'has no evidence for “rate”'],
    [[{ claim: 'other', ref: 'a' }], '2027-05-01', 'has no evidence'],
    [[{ claim: 'rate', ref: 'a' }], '2027-05-01', ''],
    [[{ claim: 'rate', ref: 'a', until: '2027-05-01' }], '2027-05-01', ''],
    [[{ claim: 'rate', ref: 'a', until: '2027-04-30' }], '2027-05-01', 'ended on 2027-04-30'],
    [
      [
        { claim: 'rate', ref: 'a', until: '2027-04-30' },
        { claim: 'rate', ref: 'b', until: '2027-06-30' },
      ],
      '2027-05-01',
      '',
    ],
    [[{ claim: 'rate', ref: 'a', until: '2027-04-30' }], undefined, ''],
  ])('%o on %s: %s', (evidence, day, says) => {
    const subject = { evidence, ...(day !== undefined && { day }) };
    const found = lintWith('claim', { guide: { claims: [BEST] }, subject }, 'The best rate');
    expect(found.map(({ message }) => message.includes(says))).toEqual(says === '' ? [] : [true]);
  });
});

test('blocks, and may be kept from being waived', () => {
  const [found] = lintWith('claim', { guide: { claims: [{ ...BEST, waivable: false }] } }, 'The best rate');
  expect([found?.gate, found?.waivable, found?.item]).toEqual(['block', false, 'rate']);
});

test('a pattern that cannot be run is said to be unchecked', () => {
  const [found] = lintWith('claim', { guide: { claims: [rate('(a')] } }, 'a');
  expect([found?.severity, found?.message.includes('cannot be run')]).toEqual(['warning', true]);
});
