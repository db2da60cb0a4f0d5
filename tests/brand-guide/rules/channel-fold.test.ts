import { describe, expect, test } from 'vitest';
import type { Fact } from '../../../brand-guide/facts/types.ts';
import type { Sections } from '../../../brand-guide/schema/guide.ts';
import { lintWith } from './lint-with.ts';
import { madeChannel, official, secondary } from './made-channel.ts';

const FACTS: readonly Fact[] = [
  { id: 'price', kind: 'price', value: { amount: '4.95', currency: 'USD' } },
  { id: 'off', kind: 'percentage', value: { percent: '20', reduction: true } },
  { id: 'code', kind: 'code', value: 'MINT20' },
];
const EUROS: readonly Fact[] = [{ id: 'price', kind: 'price', value: { amount: '89.00', currency: 'EUR' } }];

/** Thirty characters or two lines are shown. */
const channel = madeChannel({ fold: { characters: official(30), lines: official(2, 'lines') } });
const cta: NonNullable<Sections['cta']> = {
  phrasings: {
    en: ['Find your café'],
    el: ['Κλείσε ραντεβού'],
    ru: ['Записаться'],
    id: ['Pesan sekarang'],
    zh: ['開始試戴'],
    fa: ['رزرو کنید'],
  },
};

function found(text: string, locale = 'en-US', facts = FACTS, guide: Partial<Sections> = { cta }) {
  return lintWith('channel-fold', { guide, channel, locale, facts }, text).map(
    ({ item, evidence, start }) => {
      expect(text.startsWith(evidence, start)).toBe(true);
      return [item, evidence];
    },
  );
}

const PAD = 'And the valley is green again in spring.';

describe('what comes after the fold is marked', () => {
  test.each<readonly [string, string, readonly Fact[], readonly (readonly [string, string])[]]>([
    ['en-US', 'A long first sentence about mint.', FACTS, [['hook', 'A long first sentence about mint.']]],
    ['en-US', `Mint. ${PAD} Only $4.95.`, FACTS, [['offer', '$4.95']]],
    ['en-US', `Mint. ${PAD} 20% off with MINT20.`, FACTS, [['offer', '20%']]],
    ['en-US', `Mint. ${PAD} Use MINT20.`, FACTS, [['offer', 'MINT20']]],
    ['en-US', `Mint. ${PAD} Only $5.49.`, FACTS, [['offer', '$5.49']]],
    ['en-US', `Mint for $4.95. ${PAD} Find your café.`, FACTS, [['call', 'Find your café']]],
    ['en-US', `Mint for $4.95. ${PAD} https://n.example`, FACTS, [['call', 'https://n.example']]],
    ['en-US', `Mint for $4.95. ${PAD} Link in bio`, FACTS, [['call', 'Link in bio']]],
    [
      'en-US',
      'One.\nTwo.\n$4.95. Find your café',
      FACTS,
      [
        ['offer', '$4.95'],
        ['call', 'Find your café'],
      ],
    ],
    [
      'el-GR',
      'Νέα γυαλιά.\nΤώρα.\nΑπό 89 €. Κλείσε ραντεβού',
      EUROS,
      [
        ['offer', '89 €'],
        ['call', 'Κλείσε ραντεβού'],
      ],
    ],
    [
      'ru-RU',
      'Очки.\nНовые.\n89 €. Записаться',
      EUROS,
      [
        ['offer', '89 €'],
        ['call', 'Записаться'],
      ],
    ],
    ['id-ID', 'Baru.\nKacamata.\nPesan sekarang', [], [['call', 'Pesan sekarang']]],
    [
      'zh-TW',
      '春天到了，山谷再次變得翠綠，我們的新款眼鏡也終於來到了所有門市。',
      [],
      [['hook', '春天到了，山谷再次變得翠綠，我們的新款眼鏡也終於來到了所有門市。']],
    ],
    ['fa-IR', 'عینک نو.\nاکنون.\nرزرو کنید', [], [['call', 'رزرو کنید']]],
  ])('%s: %j', (locale, text, facts, expected) => {
    expect(found(text, locale, facts)).toEqual(expected);
  });
});

describe('what is read before it is left alone', () => {
  test.each<readonly [string, readonly Fact[]]>([
    [`Mint, $4.95. Find your café. ${PAD}`, FACTS],
    [`Mint, $4.95. Find your café. ${PAD} Only $4.95. Find your café.`, FACTS],
    [`20% off. n.example. ${PAD} $4.95`, FACTS],
    [`Mint. ${PAD}`, FACTS],
    [`Mint. ${PAD} $4.95`, []],
    [`Mint. ${PAD} Parking $3`, []],
    ['Mint at $4.95, Find your café.', FACTS],
    ['A sentence of thirty letters..', FACTS],
    ['One.\nTwo.', FACTS],
    ['One.\nTwo.\n\n', FACTS],
    ['', FACTS],
  ])('%j', (text, facts) => {
    expect(found(text, 'en-US', facts)).toEqual([]);
  });

  test('the rule `cta` sees to a call that the guide wants before the fold', () => {
    expect(
      found(`Mint, $4.95. ${PAD} Find your café.`, 'en-US', FACTS, { cta: { ...cta, beforeFold: true } }),
    ).toEqual([]);
  });

  test.each([
    ['the hook and the offer fill the lines', `Mint.\nOnly $4.95.\n${PAD} Find your café.`, cta],
    ['they leave too few characters', `Mint, now only $4.95.\n${PAD} Find your café.`, cta],
    ['the guide wants it at the end', `Mint, $4.95. ${PAD} Find your café.`, { ...cta, position: 'end' }],
  ] as const)('a call that comes late where %s', (_, text, policy) => {
    expect(found(text, 'en-US', FACTS, { cta: policy })).toEqual([]);
  });

  test('a channel for the whole story is held to its first sentence', () => {
    const long = madeChannel({ lengthClass: 'long', fold: { characters: official(30) } });
    const read = (text: string) =>
      lintWith('channel-fold', { guide: { cta }, channel: long, facts: FACTS }, text).map(({ item }) => item);
    expect(read(`Mint. ${PAD} $4.95. Find your café.`)).toEqual([]);
    expect(read(`${PAD} $4.95. Find your café.`)).toEqual(['hook']);
  });

  test('a channel that shows everything', () => {
    const text = `A long first sentence about mint. ${PAD} $4.95`;
    expect(lintWith('channel-fold', { guide: {}, channel: madeChannel(), facts: FACTS }, text)).toEqual([]);
  });
});

test('the main part is cut, whatever its name', () => {
  const spec = {
    fields: [
      { name: 'caption', limit: null },
      { name: 'text', limit: null },
    ] as const,
    fold: channel.spec.fold,
  };
  expect(
    lintWith('channel-fold', { guide: {}, channel: madeChannel(spec), field: 'caption' }, PAD),
  ).toHaveLength(1);
});

test.each([
  [
    { characters: official(30), lines: official(2, 'lines') },
    'The first sentence is cut: Board shows 30 characters or 2 lines before “see more”; end it sooner.',
  ],
  [
    { characters: secondary(30) },
    'The first sentence is cut: Board shows 30 characters before “see more” (approximate: not published by the channel); end it sooner.',
  ],
])('says how much is shown, and how sure that is', (fold, message) => {
  expect(lintWith('channel-fold', { guide: {}, channel: madeChannel({ fold }) }, PAD)[0]).toMatchObject({
    message,
    severity: 'suggestion',
  });
});
