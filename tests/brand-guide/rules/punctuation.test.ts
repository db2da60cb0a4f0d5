import { describe, expect, test } from 'vitest';
import type { Punctuation } from '../../../brand-guide/schema/style.ts';
import { GROWTH, LINEAR, slowdown } from '../../support/slowdown.ts';
import { fixWith, lintWith } from './lint-with.ts';

type Row = readonly [asked: Punctuation, locale: string, text: string, ranges: string, fixed: string];

const CURLY: Punctuation = { quotes: 'curly' };
const STRAIGHT: Punctuation = { quotes: 'straight' };
const LOW: Punctuation = { quotes: 'low-high' };
const GUILLEMETS: Punctuation = { quotes: 'guillemets' };
const CORNER: Punctuation = { quotes: 'corner' };
const EM: Punctuation = { dashes: 'em' };
const SPACED: Punctuation = { dashes: 'em-spaced' };
const EN: Punctuation = { dashes: 'en-spaced' };
const CHARACTER: Punctuation = { ellipsis: 'character' };
const FRENCH: Punctuation = { spaceBefore: { marks: [';', ':', '!', '?', '»'], space: 'no-break' } };
const CLOSED: Punctuation = { spaceBefore: { marks: [';', ':', '!', '?'], space: 'none' } };

const same = (asked: Punctuation, locale: string, text: string): Row => [asked, locale, text, '', text];

const QUOTES: readonly Row[] = [
  [CURLY, 'en-US', 'Say "mint" now', '4-5 9-10', 'Say “mint” now'],
  [CURLY, 'en-US', '«mint» „cocoa“', '0-1 5-6 7-8 13-14', '“mint” “cocoa”'],
  [CURLY, 'en-US', '"a \'b\' c"', '0-1 3-4 5-6 8-9', '“a ‘b’ c”'],
  [CURLY, 'en-US', "It's the dogs' '90s", '2-3 13-14 15-16', 'It’s the dogs’ ’90s'],
  [CURLY, 'en-US', "Rock 'n' roll", '5-6 7-8', 'Rock ’n’ roll'],
  [STRAIGHT, 'en-US', '“It’s”', '0-1 3-4 5-6', '"It\'s"'],
  [LOW, 'de-DE', '“Minze” "Kakao"', '0-1 6-7 8-9 14-15', '„Minze“ „Kakao“'],
  [GUILLEMETS, 'ru-RU', 'Кофе "Мята" здесь', '5-6 10-11', 'Кофе «Мята» здесь'],
  [GUILLEMETS, 'el-GR', '“Η μέντα”', '0-1 8-9', '«Η μέντα»'],
  [GUILLEMETS, 'fa-IR', 'گفت "نعنا" آمد', '4-5 9-10', 'گفت «نعنا» آمد'],
  [CORNER, 'zh-TW', '“試戴”與"鏡框"', '0-1 3-4 5-6 8-9', '「試戴」與「鏡框」'],
  same(CURLY, 'en-US', 'A 5" x 7" tray, 6\' tall'),
  same(CURLY, 'en-US', '“a ‘b’ c” it’s ‘fine’'),
  same(GUILLEMETS, 'ru-RU', '«Кофе „Мята“»'),
  same(CORNER, 'zh-TW', '「他說『好』」《書》'),
  same(CURLY, 'en-US', '`"x"` https://a.example/"'),
  [CURLY, 'en-US', '“Mint" and “cocoa"', '5-6 17-18', '“Mint” and “cocoa”'],
  [CURLY, 'en-US', '"Mint” is «a”', '0-1 10-11', '“Mint” is “a”'],
  [GUILLEMETS, 'ru-RU', '«Мята"', '5-6', '«Мята»'],
  same(CURLY, 'en-US', '“A 5" tray” and “b”'),
  same(CURLY, 'en-US', 'An odd " mark'),
];

const DASHES: readonly Row[] = [
  [EM, 'en-US', 'Mint - at last', '4-7', 'Mint—at last'],
  [EM, 'en-US', 'Mint -- at--last', '4-8 10-12', 'Mint—at—last'],
  [EM, 'en-US', 'Mint – at last', '4-7', 'Mint—at last'],
  [EN, 'en-GB', 'Mint—at last — now', '4-5 12-15', 'Mint – at last – now'],
  [SPACED, 'ru-RU', 'Мята - это\u00A0— кофе', '4-7', 'Мята — это\u00A0— кофе'],
  [SPACED, 'el-GR', 'Μέντα—επιτέλους', '5-6', 'Μέντα — επιτέλους'],
  [EM, 'en-US', 'Open 9-17, pages 5-10', '6-7 18-19', 'Open 9–17, pages 5–10'],
  [EM, 'fa-IR', 'ساعت ۹-۱۷', '6-7', 'ساعت ۹–۱۷'],
  same(EM, 'en-US', 'well-known 24-7 50-50 5 - 3 2027-05-12 555-0142 MINT-20 A-4'),
  same(EM, 'en-US', '- one\n- two\n--- \n-- Anna'),
  same(EM, 'en-US', 'npm --flag x --> y {{a -- b}}'),
  same(EM, 'id-ID', 'Athena–Roma, teman-teman'),
  same(EM, 'en-US', '+30 210-555 0142, 210-555-0142'),
];

const OTHERS: readonly Row[] = [
  [CHARACTER, 'en-US', 'Wait... what', '4-7', 'Wait… what'],
  [{ ellipsis: 'dots' }, 'en-US', 'Wait…', '4-5', 'Wait...'],
  [{ ellipsis: 'none' }, 'en-US', 'Wait… no...', '4-5 8-11', 'Wait… no...'],
  same(CHARACTER, 'en-US', '../a .... ..'),
  [
    FRENCH,
    'fr-FR',
    'Oui! Non ? « a » b:',
    '3-4 8-10 14-16 18-19',
    'Oui\u00A0! Non\u00A0? « a\u00A0» b\u00A0:',
  ],
  same(FRENCH, 'fr-FR', 'À 12:30 :) https://a.example/?b'),
  [CLOSED, 'el-GR', 'Πού είσαι ;', '9-11', 'Πού είσαι;'],
  [CLOSED, 'en-US', 'Mint !', '4-6', 'Mint!'],
  [CHARACTER, 'en-US', 'Mint , cocoa .', '4-6 12-14', 'Mint, cocoa.'],
  [CHARACTER, 'en-US', 'Mint,, cocoa..', '4-6 12-14', 'Mint, cocoa.'],
  same(CHARACTER, 'en-US', 'From .5 to .NET, etc. What?! No!!'),
  [CORNER, 'zh-TW', '挑五副, 留一副.', '3-5 8-9', '挑五副，留一副。'],
  [CORNER, 'zh-TW', '好嗎?(是的)', '2-3 3-4 6-7', '好嗎？（是的）'],
  same(CORNER, 'zh-TW', 'Mint, 1,000元 (OK) 12:30'),
  [GUILLEMETS, 'fa-IR', 'سلام, خوبی?', '4-5 10-11', 'سلام، خوبی؟'],
  same(GUILLEMETS, 'fa-IR', 'قیمت ۱,۰۰۰ و Mint, cocoa'),
  [CLOSED, 'el-GR', 'Πότε? Τώρα\u037E', '4-5 10-11', 'Πότε; Τώρα;'],
  same(CLOSED, 'el-GR', 'OK? Naί.'),
];

describe.each([
  ['quotes', QUOTES],
  ['dashes', DASHES],
  ['other marks', OTHERS],
] as const)('%s', (_, rows) => {
  test.each(rows)('%o in %s: %s', (asked, locale, text, ranges, fixed) => {
    const setting = { guide: { punctuation: asked }, locale };
    expect(
      lintWith('punctuation', setting, text)
        .map(({ start, end }) => `${start}-${end}`)
        .join(' '),
    ).toBe(ranges);
    expect(fixWith('punctuation', setting, text)).toBe(fixed);
  });
});

test('an overlay gives each locale its own', () => {
  const guide = { punctuation: CURLY, locales: { ru: { punctuation: GUILLEMETS } } };
  expect(fixWith('punctuation', { guide, locale: 'ru-RU' }, '"Мята"')).toBe('«Мята»');
  expect(fixWith('punctuation', { guide, locale: 'en-US' }, '"Mint"')).toBe('“Mint”');
});

test('only what is asked for is checked', () => {
  expect(lintWith('punctuation', { guide: { punctuation: { oxfordComma: 'never' } } }, '"a" , b')).toEqual(
    [],
  );
});

test.each(["'", '"', ' - ', '字(', '5-', '“a'])(
  '%s by the thousand take time that grows with the text',
  GROWTH,
  (unit) => {
    const guide = { punctuation: { ...CURLY, ...EM, ...CHARACTER, ...FRENCH } };
    const run = (size: number) =>
      void lintWith('punctuation', { guide, locale: 'zh-TW' }, `字${unit.repeat(size / unit.length)}`);
    expect(slowdown(run, 2_000)).toBeLessThan(LINEAR);
  },
);

test('in an SMS no mark is asked for that doubles what is paid', () => {
  const guide = { punctuation: { quotes: 'curly', ellipsis: 'character' } } as const;
  expect(lintWith('punctuation', { guide, channel: 'sms' }, "It's here...")).toEqual([]);
  expect(lintWith('punctuation', { guide, channel: 'x' }, "It's here...")).toHaveLength(2);
});
