import { describe, expect, test } from 'vitest';
import { emojiIn } from '../../../brand-guide/engine/emoji.ts';
import type { EmojiPolicy } from '../../../brand-guide/schema/social.ts';
import { GROWTH, LINEAR, slowdown } from '../../support/slowdown.ts';
import { fixWith, lintWith } from './lint-with.ts';

const NONE: EmojiPolicy = { policy: 'none' };
const ONLY_MINT: EmojiPolicy = { policy: 'listed', allow: ['🌿'] };

const ROWS: readonly (readonly [
  EmojiPolicy,
  string,
  string,
  readonly (readonly [number, number])[],
  string,
])[] = [
  [NONE, 'en-US', 'Mint 🌿', [[5, 7]], 'Mint'],
  [NONE, 'en-US', '🌿 Mint', [[0, 2]], 'Mint'],
  [NONE, 'en-US', 'Mint 🌿 is back', [[5, 7]], 'Mint is back'],
  [NONE, 'en-US', 'Mint 🌿.', [[5, 7]], 'Mint.'],
  [NONE, 'en-US', 'Mint🌿back', [[4, 6]], 'Mint back'],
  [
    NONE,
    'en-US',
    'Mint 🌿\n🍓 Berry',
    [
      [5, 7],
      [8, 10],
    ],
    'Mint\nBerry',
  ],
  [NONE, 'en-US', 'Mint 🌿🍓 🥭!', [[5, 12]], 'Mint!'],
  [NONE, 'en-US', 'We ❤️ mint', [[3, 5]], 'We ❤️ mint'],
  [NONE, 'en-US', 'Call 2️⃣1️⃣', [[5, 11]], 'Call 2️⃣1️⃣'],
  [NONE, 'en-US', 'Java™ © ® 1 # * ❤ ☺︎ #️ `🌿`', [], 'Java™ © ® 1 # * ❤ ☺︎ #️ `🌿`'],
  [NONE, 'el-GR', 'Γυαλιά 👓 σήμερα', [[7, 9]], 'Γυαλιά σήμερα'],
  [NONE, 'zh-TW', '試戴👓五天', [[2, 4]], '試戴五天'],
  [NONE, 'fa-IR', 'عینک 👓 نو', [[5, 7]], 'عینک نو'],
  [NONE, 'ru-RU', 'Очки 👓', [[5, 7]], 'Очки'],
  [ONLY_MINT, 'en-US', '🌿 and 🍓', [[7, 9]], '🌿 and'],
  [{ policy: 'listed', allow: ['👍'] }, 'en-US', '👍🏽 👎', [[5, 7]], '👍🏽'],
  [{ policy: 'listed', allow: ['👍🏽'] }, 'en-US', '👍🏽 👍', [[5, 7]], '👍🏽'],
  [{ deny: ['👩'], allow: ['👩‍💻'] }, 'en-US', 'a 👩🏽‍💻 b 👩‍🚀', [[12, 17]], 'a 👩🏽‍💻 b'],
  [{ deny: ['❤'] }, 'en-US', 'x ❤️', [[2, 4]], 'x'],
  [{ deny: ['🍓'] }, 'en-US', '🌿', [], '🌿'],
  [{ max: 1 }, 'en-US', '🇬🇷 🇮🇩 🇹🇼', [[5, 9]], '🇬🇷 🇮🇩 🇹🇼'],
  [{ max: 2 }, 'en-US', '👨‍👩‍👧‍👦 1️⃣', [], '👨‍👩‍👧‍👦 1️⃣'],
  [{ max: 0 }, 'en-US', '🏴󠁧󠁢󠁳󠁣󠁴󠁿', [[0, 14]], '🏴󠁧󠁢󠁳󠁣󠁴󠁿'],
  [
    { position: 'end' },
    'en-US',
    'Mint 🌿 is back 🍓 #Mint\nNow 🥭',
    [[5, 7]],
    'Mint 🌿 is back 🍓 #Mint\nNow 🥭',
  ],
  [{ position: 'end' }, 'zh-TW', '👓試戴', [[0, 2]], '👓試戴'],
  [{ position: 'end', asBullets: true }, 'en-US', '🌿 Mint\n🍓 Berry', [], '🌿 Mint\n🍓 Berry'],
  [{ policy: 'free' }, 'en-US', '🌿🌿🌿', [], '🌿🌿🌿'],
];

describe('holds emoji to', () => {
  test.each(ROWS)('%o in %s: %s', (emoji, locale, text, ranges, fixed) => {
    const setting = { guide: { emoji }, locale };
    expect(lintWith('emoji-policy', setting, text).map(({ start, end }) => [start, end])).toEqual(ranges);
    expect(fixWith('emoji-policy', setting, text)).toBe(fixed);
  });
});

test('what may be read as a word is removed only by a person', () => {
  const [found] = lintWith('emoji-policy', { guide: { emoji: NONE } }, 'We ❤️ mint');
  expect([found?.fix, found?.suggestions]).toEqual([undefined, ['']]);
});

describe('reads as one emoji each', () => {
  test.each([
    ['👩🏽‍💻👨‍👩‍👧‍👦🏳️‍🌈', ['👩🏽‍💻', '👨‍👩‍👧‍👦', '🏳️‍🌈']],
    ['🇬🇷🇬', ['🇬🇷']],
    ['*️⃣ 0⃣', ['*️⃣', '0⃣']],
    ['☎ ☎️ ☎︎ ⌚ ⌚︎', ['☎️', '⌚']],
    ['❤️‍🔥 🫱🏽‍🫲🏿', ['❤️‍🔥', '🫱🏽‍🫲🏿']],
    ['\ud83d x \udc33', []],
  ])('%s', (text, expected) => {
    expect(emojiIn(text).map(({ start, end }) => text.slice(start, end))).toEqual(expected);
  });
});

test('time grows with the text', GROWTH, () => {
  const run = (size: number) =>
    void lintWith(
      'emoji-policy',
      { guide: { emoji: { deny: ['🍓'], position: 'end' } } },
      '🌿🍓a '.repeat(size / 6),
    );
  expect(slowdown(run, 2_000)).toBeLessThan(LINEAR);
});
