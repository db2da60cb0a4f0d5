import { describe, expect, test } from 'vitest';
import { lintWith } from './lint-with.ts';

const guide = { emoji: { asBullets: false } };

describe('a list with emoji for bullets is found, and shown with plain ones', () => {
  test.each([
    ['en-US', '✅ Mint\n✅ Milk\n✅ Ice', [0, 19], '• Mint\n• Milk\n• Ice'],
    ['en-US', 'New:\n✅Mint\n✅Milk\n✅Ice\nSoon', [5, 21], '• Mint\n• Milk\n• Ice'],
    ['en-US', '☕️ One\n☕ Two\n☕️ Three', [0, 21], '• One\n• Two\n• Three'],
    ['en-US', '✅ a\n\n✅ b\n\n✅ c', [0, 13], '• a\n\n• b\n\n• c'],
    ['en-US', '✅ a\r\n✅ b\r\n✅ c\r\n', [0, 13], '• a\r\n• b\r\n• c'],
    ['en-US', '  👉🏽 a\n  👉🏽 b\n  👉🏽 c', [2, 26], '• a\n  • b\n  • c'],
    ['el-GR', '👓 Σκελετοί\n👓 Φακοί\n👓 Ήλιος', [0, 29], '• Σκελετοί\n• Φακοί\n• Ήλιος'],
    ['ru-RU', '🇬🇷 раз\n🇬🇷 два\n🇬🇷 три', [0, 26], '• раз\n• два\n• три'],
    ['id-ID', '⭐ satu\n⭐ dua\n⭐ tiga', [0, 19], '• satu\n• dua\n• tiga'],
    ['zh-TW', '1️⃣試戴\n1️⃣選框\n1️⃣取貨', [0, 17], '• 試戴\n• 選框\n• 取貨'],
    ['fa-IR', '✨ یک\n✨ دو\n✨ سه', [0, 14], '• یک\n• دو\n• سه'],
  ])('%s: %j', (locale, text, range, list) => {
    expect(
      lintWith('emoji-bullets', { guide, locale }, text).map(({ start, end, suggestions }) => [
        [start, end],
        suggestions,
      ]),
    ).toEqual([[range, [list]]]);
  });

  test('each list by itself', () => {
    const text = '✅ a\n✅ b\n✅ c\n⭐ d\n⭐ e\n⭐ f';
    expect(lintWith('emoji-bullets', { guide }, text).map(({ evidence }) => evidence)).toEqual([
      '✅ a\n✅ b\n✅ c',
      '⭐ d\n⭐ e\n⭐ f',
    ]);
  });
});

describe('other lines are left alone', () => {
  test.each([
    '✅ a\n✅ b',
    '✅ a\n✅ b\nc\n✅ d',
    '✅ a\n⭐ b\n✅ c',
    'a ✅\nb ✅\nc ✅',
    '✅\n✅\n✅',
    '© a\n© b\n© c',
    '1. a\n2. b\n3. c',
    '• a\n• b\n• c',
    '',
    '✅ a ✅ b ✅ c',
  ])('%j', (text) => {
    expect(lintWith('emoji-bullets', { guide }, text)).toEqual([]);
  });
});

test.each([{}, { emoji: {} }, { emoji: { asBullets: true } }])('is not asked for by %j', (other) => {
  expect(lintWith('emoji-bullets', { guide: other }, '✅ a\n✅ b\n✅ c')).toEqual([]);
});
