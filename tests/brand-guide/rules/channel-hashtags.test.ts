import { describe, expect, test } from 'vitest';
import type { ChannelSpec } from '../../../brand-guide/engine/channel.ts';
import { lintWith } from './lint-with.ts';
import { madeChannel, official, secondary } from './made-channel.ts';

type Hashtags = ChannelSpec['hashtags'];
const TWO: Hashtags = { advised: secondary(2, 'hashtags') };

describe('hashtags past the advised figure are marked', () => {
  test.each<readonly [Hashtags, string, readonly [number, number]]>([
    [TWO, '#a #b #c', [6, 8]],
    [TWO, 'Hi #a, #b and #c or #d', [14, 22]],
    [TWO, '#α #β #γ', [6, 8]],
    [TWO, '#один #два #три', [11, 15]],
    [TWO, '#satu #dua #tiga', [11, 16]],
    [TWO, '＃一 ＃二 ＃三', [6, 8]],
    [TWO, '#یک #دو #سه', [8, 11]],
    [{ ...TWO, cap: official(3, 'hashtags') }, '#a #b #c', [6, 8]],
    [{ advised: official(1, 'hashtags') }, '#a #b', [3, 5]],
    [{ advised: secondary(0, 'hashtags') }, 'No #tag', [3, 7]],
  ])('%j: %s', (hashtags, text, range) => {
    const found = lintWith('channel-hashtags', { guide: {}, channel: madeChannel({ hashtags }) }, text);
    expect(found.map(({ start, end, severity }) => [[start, end], severity])).toEqual([[range, 'warning']]);
  });
});

describe('others are left alone', () => {
  test.each<readonly [Hashtags, string]>([
    [TWO, '#a #b'],
    [TWO, ''],
    [TWO, 'no. #1 #2 #3'],
    [TWO, 'https://a.example/#a #b #c'],
    [{}, '#a #b #c #d #e #f'],
    [{ cap: official(1, 'hashtags') }, '#a #b #c'],
    [{ ...TWO, cap: official(3, 'hashtags') }, '#a #b #c #d'],
  ])('%j: %s', (hashtags, text) => {
    expect(lintWith('channel-hashtags', { guide: {}, channel: madeChannel({ hashtags }) }, text)).toEqual([]);
  });

  test.each([
    [1, 0],
    [2, 0],
    [3, 1],
  ])('a guide that allows %i', (max, count) => {
    const channel = madeChannel({ hashtags: TWO });
    expect(lintWith('channel-hashtags', { guide: { hashtags: { max } }, channel }, '#a #b #c')).toHaveLength(
      count,
    );
  });
});

test.each<readonly [Hashtags, string]>([
  [
    TWO,
    'Board advises 2 hashtags at most and this has 3; remove 1 (approximate: not published by the channel).',
  ],
  [
    { advised: { ...official(2, 'hashtags'), note: 'since June' } },
    'Board advises 2 hashtags at most and this has 3; remove 1; since June.',
  ],
])('says how sure it is: %j', (hashtags, message) => {
  const channel = madeChannel({ hashtags });
  expect(lintWith('channel-hashtags', { guide: {}, channel }, '#a #b #c')[0]?.message).toBe(message);
});

describe('what a channel takes of a tag', () => {
  test.each<readonly [string, string, readonly (readonly [string, string])[]]>([
    ['x', 'Up: $ACME and $MINT', [['warning', '$MINT']]],
    ['x', '$ACME for $4.95 or US$5', []],
    ['bluesky', `#${'a'.repeat(65)}`, [['error', `#${'a'.repeat(65)}`]]],
    ['bluesky', `#${'ж'.repeat(64)}`, []],
    ['threads', `#${'鏡'.repeat(51)}`, [['error', `#${'鏡'.repeat(51)}`]]],
    ['instagram', `#${'a'.repeat(100)} $A $B`, []],
  ])('%s: %s', (channel, text, expected) => {
    const found = lintWith('channel-hashtags', { guide: {}, channel }, text);
    expect(found.map((one) => [one.severity, one.evidence])).toEqual(expected);
  });
});
