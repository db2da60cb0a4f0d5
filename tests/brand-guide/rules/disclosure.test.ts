import { describe, expect, test } from 'vitest';
import type { Disclosure } from '../../../brand-guide/schema/wording.ts';
import { fixWith, lintWith } from './lint-with.ts';

const STOP: Disclosure = {
  id: 'stop',
  when: { channels: ['sms'] },
  text: { en: ['Reply STOP to end', 'STOP to opt out'] },
  position: 'end',
  waivable: false,
};
const LEGAL: Disclosure = {
  id: 'legal',
  text: {
    en: ['Terms apply: https://k.example/terms'],
    el: ['Ισχύουν όροι.'],
    'zh-TW': ['「條款」適用。'],
    fa: ['شرایط اعمال می‌شود.'],
  },
};
const AD: Disclosure = {
  id: 'ad',
  when: { topics: ['partnership'] },
  text: { '*': ['Ad:'] },
  position: 'start',
};
const OFFER: Disclosure = {
  id: 'offer',
  when: { factKinds: ['percentage'] },
  text: { en: ['While stocks last.'] },
};
const FOLD: Disclosure = { id: 'fold', text: { en: ['Paid partnership'] }, beforeFold: true };
const LONG = 'Mint is here. '.repeat(12).trim();

const ROWS: readonly (readonly [
  Disclosure,
  { locale?: string; channel?: string; topics?: string[] },
  string,
  readonly (readonly [number, number])[],
  string,
])[] = [
  [STOP, { channel: 'sms' }, 'Mint is here.', [[13, 13]], 'Mint is here. Reply STOP to end'],
  [STOP, { channel: 'sms' }, 'Mint is here. STOP to opt out', [], 'Mint is here. STOP to opt out'],
  [STOP, { channel: 'sms' }, 'Reply STOP to end. Mint!', [[0, 17]], 'Reply STOP to end. Mint!'],
  [
    STOP,
    { channel: 'sms' },
    'Mint. reply stop to end',
    [[23, 23]],
    'Mint. reply stop to end Reply STOP to end',
  ],
  [
    STOP,
    { channel: 'sms' },
    'Mint. Reply STOP to end\nhttps://n.example',
    [],
    'Mint. Reply STOP to end\nhttps://n.example',
  ],
  [STOP, { channel: 'x' }, 'Mint is here.', [], 'Mint is here.'],
  [STOP, {}, 'Mint is here.', [], 'Mint is here.'],
  [
    LEGAL,
    {},
    'Hello. Terms apply:  https://k.example/terms',
    [],
    'Hello. Terms apply:  https://k.example/terms',
  ],
  [
    LEGAL,
    {},
    'Hello. Terms and conditions apply.',
    [[34, 34]],
    'Hello. Terms and conditions apply.\n\nTerms apply: https://k.example/terms',
  ],
  [LEGAL, { locale: 'el-GR' }, 'Καλημέρα #Φως', [[8, 8]], 'Καλημέρα\n\nΙσχύουν όροι. #Φως'],
  [LEGAL, { locale: 'zh-TW' }, '試戴。“條款”適用。', [[10, 10]], '試戴。“條款”適用。\n\n「條款」適用。'],
  [LEGAL, { locale: 'fa-IR' }, 'سلام. شرایط اعمال می شود.', [], 'سلام. شرایط اعمال می شود.'],
  [LEGAL, { locale: 'ru-RU' }, 'Привет', [[0, 0]], 'Привет'],
  [AD, { topics: ['partnership'] }, 'Our new mug', [[0, 0]], 'Ad:\n\nOur new mug'],
  [AD, { topics: ['partnership'] }, 'Our new mug. Ad: thanks', [[13, 16]], 'Our new mug. Ad: thanks'],
  [AD, { topics: ['launch'] }, 'Our new mug', [], 'Our new mug'],
  [OFFER, {}, '20% off all week.', [[17, 17]], '20% off all week.\n\nWhile stocks last.'],
  [OFFER, {}, 'All week.', [], 'All week.'],
  [FOLD, { channel: 'instagram' }, `Paid partnership. ${LONG}`, [], `Paid partnership. ${LONG}`],
  [FOLD, { channel: 'instagram' }, `${LONG} Paid partnership`, [[168, 184]], `${LONG} Paid partnership`],
  [FOLD, { channel: 'instagram' }, 'Mint', [[0, 0]], 'Paid partnership\n\nMint'],
];

describe('asks for the line', () => {
  test.each(ROWS)('%o with %o: %s', (disclosure, setting, text, ranges, fixed) => {
    const whole = { guide: { disclosures: [disclosure] }, ...setting };
    expect(lintWith('disclosure', whole, text).map(({ start, end }) => [start, end])).toEqual(ranges);
    expect(fixWith('disclosure', whole, text)).toBe(fixed);
  });
});

test('a disclosure that is not waivable says so', () => {
  expect(lintWith('disclosure', { guide: { disclosures: [STOP] }, channel: 'sms' }, 'Mint')[0]).toMatchObject(
    { waivable: false, gate: 'block', item: 'stop' },
  );
});

test('one line may stand inside another', () => {
  const longer: Disclosure = { id: 'rates', text: { en: ['Rates apply. Reply STOP to end'] } };
  expect(
    lintWith(
      'disclosure',
      { guide: { disclosures: [longer, STOP] }, channel: 'sms' },
      'Mint. Rates apply. Reply STOP to end',
    ),
  ).toEqual([]);
});

test('two missing lines keep their own fingerprints when one is mended', () => {
  const guide = { disclosures: [LEGAL, AD] };
  const both = lintWith('disclosure', { guide, topics: ['partnership'] }, 'Mint');
  const one = lintWith('disclosure', { guide, topics: ['partnership'] }, 'Ad: Mint');
  expect(one.map((finding) => finding.fingerprint)).toEqual(
    both.filter((finding) => finding.item === 'legal').map((finding) => finding.fingerprint),
  );
});
