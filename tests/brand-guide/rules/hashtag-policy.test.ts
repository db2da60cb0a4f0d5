import { describe, expect, test } from 'vitest';
import type { Sections } from '../../../brand-guide/schema/guide.ts';
import { fixWith, lintWith } from './lint-with.ts';

type Policy = NonNullable<Sections['hashtags']>;

const ROWS: readonly (readonly [Policy, string, string, readonly (readonly [number, number])[], string])[] = [
  [{ required: ['Mint'] }, 'en-US', 'Hello', [[5, 5]], 'Hello\n\n#Mint'],
  [
    { required: ['Mint', 'Cup'] },
    'en-US',
    'Hello #A',
    [
      [8, 8],
      [8, 8],
    ],
    'Hello #A #Mint #Cup',
  ],
  [{ required: ['Mint'] }, 'en-US', '', [[0, 0]], '#Mint'],
  [{ required: ['Mint'], max: 1 }, 'en-US', 'Hello #A', [[8, 8]], 'Hello #A'],
  [{ required: ['Mint'] }, 'en-US', '#MINT', [], '#MINT'],
  [{ required: ['Café'] }, 'en-US', '＃cafe\u0301', [], '＃cafe\u0301'],
  [{ required: ['Προσφορά'] }, 'el-GR', '#προσφορά', [], '#προσφορά'],
  [{ required: ['鏡框'] }, 'zh-TW', '試戴 #鏡框', [], '試戴 #鏡框'],
  [{ required: ['عینک_نو'] }, 'fa-IR', 'سلام', [[4, 4]], 'سلام\n\n#عینک_نو'],
  [{ banned: ['Win'] }, 'en-US', 'Go #win #winner', [[3, 7]], 'Go #winner'],
  [{ banned: ['#Win'] }, 'en-US', 'The #win is ours', [[4, 8]], 'The #win is ours'],
  [{ banned: ['win'] }, 'en-US', 'Go\n\n#win', [[4, 8]], 'Go'],
  [{ banned: ['win'] }, 'en-US', 'Go\n\n#win #Cup', [[4, 8]], 'Go\n\n#Cup'],
  [{ banned: ['win'] }, 'en-US', 'Go\n#win\n#Cup', [[3, 7]], 'Go\n#Cup'],
  [{ required: ['#Mint'] }, 'en-US', 'Go #mint', [], 'Go #mint'],
  [
    { required: ['A', 'B'], max: 1 },
    'en-US',
    'Go',
    [
      [2, 2],
      [2, 2],
    ],
    'Go\n\n#A',
  ],
  [{ banned: ['鏡框'] }, 'zh-TW', '試戴#鏡框', [[2, 5]], '試戴'],
  [{ banned: ['халява'] }, 'ru-RU', 'Тут #ХАЛЯВА', [[4, 11]], 'Тут'],
  [{ max: 1 }, 'en-US', '#A #B #C', [[3, 5]], '#A #B #C'],
  [{ max: 3 }, 'en-US', '#A #B #C', [], '#A #B #C'],
  [{ case: 'pascal' }, 'en-US', '#mint #Cup #鏡框', [[0, 5]], '#Mint #Cup #鏡框'],
  [{ case: 'lower' }, 'el-GR', '#ΚΑΦΕΣ', [[0, 6]], '#καφες'],
  [
    { position: 'end' },
    'en-US',
    '#A first. Then #B @me https://a.example',
    [[0, 2]],
    '#A first. Then #B @me https://a.example',
  ],
  [{ max: 0 }, 'en-US', 'Item #5, C# and a&#39;b, x#y', [], 'Item #5, C# and a&#39;b, x#y'],
  [{ max: 0 }, 'en-US', 'https://a.example/#part', [], 'https://a.example/#part'],
];

describe('holds tags to', () => {
  test.each(ROWS)('%o in %s: %s', (hashtags, locale, text, ranges, fixed) => {
    const setting = { guide: { hashtags }, locale };
    expect(lintWith('hashtag-policy', setting, text).map(({ start, end }) => [start, end])).toEqual(ranges);
    expect(fixWith('hashtag-policy', setting, text)).toBe(fixed);
  });
});

test('a banned tag blocks, a tag too many does not', () => {
  const setting = { guide: { hashtags: { banned: ['win'], max: 1 } } };
  expect(
    lintWith('hashtag-policy', setting, '#a #win')
      .map((one) => one.gate)
      .toSorted(),
  ).toEqual(['acknowledge', 'block']);
});

test('an overlay may switch tags off for a channel', () => {
  const guide = { hashtags: { required: ['Mint'] }, channels: { sms: { hashtags: null } } };
  expect(lintWith('hashtag-policy', { guide, channel: 'sms' }, 'Hello')).toEqual([]);
  expect(lintWith('hashtag-policy', { guide, channel: 'x' }, 'Hello')).toHaveLength(1);
});
