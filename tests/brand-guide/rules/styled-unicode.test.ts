import { describe, expect, test } from 'vitest';
import { styledRuns } from '../../../brand-guide/engine/plain-letters.ts';
import { GROWTH, LINEAR, slowdown } from '../../support/slowdown.ts';
import { fixWith, lintWith } from './lint-with.ts';

describe('dressed-up letters are found and said plainly', () => {
  test.each([
    ['en-US', '𝐁𝐨𝐥𝐝 offer', [[0, 8]], 'Bold offer'],
    ['en-US', 'An 𝗼𝗳𝗳𝗲𝗿 𝘁𝗼𝗱𝗮𝘆!', [[3, 24]], 'An offer today!'],
    ['en-US', '𝟓𝟎% off', [[0, 4]], '50% off'],
    ['en-US', '𝓒𝓪𝓯𝓮\u0301', [[0, 9]], 'Café'],
    ['en-US', 'ℒ𝑜𝓋ℯ it', [[0, 6]], 'Love it'],
    ['en-US', 'ⓃⒺⓌ mint', [[0, 3]], 'NEW mint'],
    ['en-US', '🅢🅐🅛🅔 🆂🅰🅻🅴', [[0, 17]], 'SALE SALE'],
    ['en-US', '⒜ first', [[0, 1]], 'a first'],
    ['en-US', 'Ｊａｖａ　Ｍｉｎｔ here', [[0, 9]], 'Java Mint here'],
    ['en-US', 'Jᴀᴠᴀ Mɪɴᴛ', [[1, 9]], 'Java Mint'],
    ['en-US', 'our ʙᴀʀɪsᴛᴀ', [[4, 11]], 'our barista'],
    ['en-US', '① Order', [[0, 1]], '① Order'],
    ['en-US', '#𝓢𝓪𝓵𝓮', [[1, 9]], '#Sale'],
    ['en-US', 'She said “𝓸𝓱”', [[10, 14]], 'She said “oh”'],
    ['el-GR', '𝛤𝜐𝛼𝜆𝜄ά', [[0, 10]], 'Γυαλιά'],
    ['ru-RU', 'Скидка 𝟐𝟎%', [[7, 11]], 'Скидка 20%'],
    ['id-ID', '𝘋𝘪𝘴𝘬𝘰𝘯 besar', [[0, 12]], 'Diskon besar'],
    ['fa-IR', 'با کد 𝗠𝗜𝗡𝗧', [[6, 14]], 'با کد MINT'],
    ['zh-TW', '全館 𝗦𝗔𝗟𝗘', [[3, 11]], '全館 SALE'],
  ])('%s: %s', (locale, text, ranges, fixed) => {
    const setting = { guide: {}, locale };
    expect(lintWith('styled-unicode', setting, text).map(({ start, end }) => [start, end])).toEqual(ranges);
    expect(fixWith('styled-unicode', setting, text)).toBe(fixed);
  });
});

describe('other characters are left alone', () => {
  test.each([
    ['en-US', 'Java Mint™, 4 ℃, no. №5, ½ price, x²'],
    ['en-US', 'Blood group 🅰️ or 🅱️🅾️, parking 🅿'],
    ['en-US', '🆗 🆕 🔤 🇬🇷 1️⃣'],
    ['en-US', 'The set ℝ of numbers'],
    ['en-US', 'Say /ˈfræpeɪ/, with an ɪ'],
    ['en-US', 'See `𝓬𝓸𝓭𝓮`'],
    ['en-US', 'https://a.example/𝓼𝓪𝓵𝓮'],
    ['el-GR', 'Γυαλιά ηλίου, 89 €'],
    ['ru-RU', 'Скидка 20 %'],
    ['fa-IR', '۲۰٪ تخفیف'],
    ['zh-TW', 'Ｌｕｍｅｎ 眼鏡 ① 預約 ② 試戴'],
    ['ja-JP', 'ＳＡＬＥ　２０％'],
  ])('%s: %s', (locale, text) => {
    expect(lintWith('styled-unicode', { guide: {}, locale }, text)).toEqual([]);
  });
});

test('a number in a circle is a person’s choice', () => {
  expect(lintWith('styled-unicode', { guide: {} }, '② Wait')[0]).toMatchObject({ suggestions: ['2'] });
});

test.each(['𝓼', '𝓼 ', 'ᴀs', 'ᴀ ', 'ᴀʙ  ', '🅰', '𝓼\u0301'])(
  'stays linear over runs of %j',
  GROWTH,
  (piece) => {
    expect(slowdown((size) => styledRuns(piece.repeat(size), true), 2000)).toBeLessThan(LINEAR);
  },
);
