import { describe, expect, test } from 'vitest';
import { foreignRuns, greekCapitals } from '../../../brand-guide/engine/gsm.ts';
import { GROWTH, LINEAR, slowdown } from '../../support/slowdown.ts';
import { fixWith, lintWith } from './lint-with.ts';

const sms = (locale = 'en-US') => ({ guide: {}, channel: 'sms', locale });
const LONG = 'A long walk through the valley of mint, where growers dry it. ';

describe('a mark that has a plain stand-in is fixed', () => {
  test.each([
    ['en-US', 'It’s here', [[2, 3]], "It's here"],
    [
      'en-US',
      '“Mint” – now',
      [
        [0, 1],
        [5, 6],
        [7, 8],
      ],
      '"Mint" - now',
    ],
    ['en-US', 'Wait…', [[4, 5]], 'Wait...'],
    ['en-US', 'So…” he said', [[2, 4]], 'So..." he said'],
    ['en-US', 'from\u00A0$4.95', [[4, 5]], 'from $4.95'],
    ['en-US', 'a\u200Bb', [[1, 2]], 'ab'],
    ['en-US', 'Cafe\u0301', [[3, 5]], 'Café'],
    ['en-US', '• Mint', [[0, 1]], '- Mint'],
    ['id-ID', 'Diskon – besar', [[7, 8]], 'Diskon - besar'],
    ['el-GR', 'NEA – TΩPA', [[4, 5]], 'NEA - TΩPA'],
    [
      'en-US',
      '−20% – 5 − 3',
      [
        [0, 1],
        [5, 6],
        [9, 10],
      ],
      '-20% - 5 - 3',
    ],
  ])('%s: %s', (locale, text, ranges, fixed) => {
    const findings = lintWith('sms-encoding', sms(locale), text);
    expect(findings.map(({ start, end }) => [start, end])).toEqual(ranges);
    expect(fixWith('sms-encoding', sms(locale), text)).toBe(fixed);
  });
});

describe('a letter, sign or emoji is a person’s choice', () => {
  test.each([
    ['Mint 🌿', [5, 7], ''],
    ['Mint 👩‍👩‍👧‍👦!', [5, 16], ''],
    ['Mint™ is here', [4, 5], ''],
    ['Garçon', [3, 4], 'c'],
    ['NEA ΓΥAΛIA', [5, 6], 'Y'],
    ['A fiancée, a naïve one', [15, 16], 'i'],
    ['Žal and mint', [0, 1], 'Z'],
    ['Jаva mint here', [1, 2], 'a'],
    ['Only 4 鏡 left here', [7, 8], ''],
    ['Buy https://a.example/a–b now', [23, 24], '-'],
  ] as const)('%s', (text, [start, end], plain) => {
    const findings = lintWith('sms-encoding', sms(), text);
    expect(findings.map((one) => [one.start, one.end, one.suggestions, one.fix])).toEqual([
      [start, end, [plain], undefined],
    ]);
  });
});

describe('what costs nothing is left alone', () => {
  test.each([
    ['en-US', "It's café, crème & señor at 5€ {[~]}"],
    ['en-US', ''],
    ['en-US', 'Hi {{first–name}}, mint is here'],
    ['el-GR', 'NEA ΓYAΛIA'],
    ['el-GR', 'Νέα γυαλιά – τώρα…'],
    ['ru-RU', 'Новые очки – 20%…'],
    ['zh-TW', '新款眼鏡…'],
    ['fa-IR', 'عینک‌های نو…'],
  ])('%s: %s', (locale, text) => {
    expect(lintWith('sms-encoding', sms(locale), text)).toEqual([]);
  });

  test.each(['x', 'facebook', undefined])('on %s', (channel) => {
    expect(lintWith('sms-encoding', { guide: {}, ...(channel ? { channel } : {}) }, 'It’s here')).toEqual([]);
  });
});

describe('says what it saves', () => {
  test.each([
    [
      'It’s here',
      'suggestion',
      "“’” is not in GSM-7, so the whole message is sent as UCS-2; write “'”: it is 1 segment either way.",
    ],
    [
      `${LONG}It’s so.`,
      'suggestion',
      "“’” is not in GSM-7, so the whole message is sent as UCS-2; write “'”: it is 1 segment either way.",
    ],
    [
      `${LONG}It’s so good.`,
      'warning',
      "“’” is not in GSM-7, so the whole message is sent as UCS-2; write “'”: 1 segment instead of 2 without it.",
    ],
    [
      `${LONG}${LONG}🌿`,
      'warning',
      '“🌿” is not in GSM-7, so the whole message is sent as UCS-2; leave it out: 1 segment instead of 2 without it.',
    ],
  ])('%s', (text, severity, message) => {
    expect(lintWith('sms-encoding', sms(), text)[0]).toMatchObject({ severity, message });
  });
});

describe('Greek', () => {
  test.each([
    ['Νέα γυαλιά', 'NEA ΓYAΛIA'],
    ['ΰπνος ϊ Ώρα ςΣ', 'YΠNOΣ I ΩPA ΣΣ'],
    ['20% με MINT20 στο https://a.example/x', '20% ME MINT20 ΣTO https://a.example/x'],
  ])('%s in the capitals of GSM-7', (text, capitals) => {
    expect(greekCapitals(text)).toBe(capitals);
    expect(foreignRuns(capitals)).toEqual([]);
  });

  test('is suggested in capitals for the whole message where that saves a segment', () => {
    const text = `Ήρθαν τα νέα γυαλιά… ${'και οι φακοί '.repeat(5)}!`;
    const findings = lintWith('sms-encoding', sms('el-GR'), text);
    expect(findings).toMatchObject([
      {
        start: 0,
        end: text.length - 2,
        severity: 'suggestion',
        suggestions: [`HPΘAN TA NEA ΓYAΛIA... ${'KAI OI ΦAKOI '.repeat(5).trim()}`],
        message: 'Small Greek letters are sent as UCS-2; in capitals this is 1 segment instead of 2.',
      },
    ]);
    expect(findings[0]?.fix).toBeUndefined();
    expect(lintWith('sms-encoding', sms('el-GR'), `${text} 🌿`)).toEqual([]);
  });
});

test.each(['’', 'é', 'e\u0301', '🌿', 'ж’'])('stays linear over runs of %j', GROWTH, (piece) => {
  expect(slowdown((size) => foreignRuns(piece.repeat(size)), 2000)).toBeLessThan(LINEAR);
});
