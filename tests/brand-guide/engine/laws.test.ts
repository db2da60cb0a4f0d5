/** Laws that hold for any text, however broken. */
import * as fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { runs } from '../../support/runs.ts';
import { applyFixes } from '../../../brand-guide/engine/fixes.ts';
import { compileGuide } from '../../../brand-guide/engine/compile.ts';
import { lint } from '../../../brand-guide/engine/lint.ts';
import { prepareGuide } from '../../../brand-guide/engine/prepare.ts';
import type { CompiledGuide } from '../../../brand-guide/engine/compile-rules.ts';
import type { Finding } from '../../../brand-guide/engine/types.ts';
import type { Guide } from '../../../brand-guide/schema/guide.ts';
import { loadGuide } from '../../../brand-guide/schema/load.ts';
import { channelOf } from '../../../functions/channels/specs.ts';
import { GROWTH, LINEAR, slowdown } from '../../support/slowdown.ts';

function guideOf(file: string): Guide {
  const loaded = loadGuide(
    readFileSync(new URL(`../../../brand-guide/guides/${file}`, import.meta.url), 'utf8'),
  );
  if (!loaded.ok) throw new Error(file);
  return loaded.guide;
}

const lumen = guideOf('lumen-opticians.yaml');
const northwind = guideOf('northwind-coffee.yaml');
const channel = channelOf('sms');
const PLACES = [
  [northwind, 'en-US'],
  [lumen, 'en-GB'],
  [lumen, 'el-GR'],
  [lumen, 'ru-RU'],
  [lumen, 'id-ID'],
  [lumen, 'zh-TW'],
  [lumen, 'fa-IR'],
] as const;
await Promise.all(PLACES.map(([guide]) => prepareGuide(guide)));
const compiled = PLACES.map(([guide, locale]) => compileGuide(guide, { locale, channel: 'sms' }));

function findingsOf(guide: CompiledGuide, text: string): Finding[] {
  return lint(guide, {
    parts: [{ field: 'text', text }],
    locale: guide.place.locale,
    ...(channel ? { channel } : {}),
  });
}

const WORDS = [
  'cheap',
  'Cheapest',
  'frappe',
  'customers',
  'ΤΖΑΜΠΑ',
  'φτηνά',
  'дешевые',
  'рамку',
  'kamulah',
  'framenya',
  '你們',
  '便宜',
  '眼鏡架',
  'می باشد',
  'ارزان‌ها',
  'a',
  'an',
];
const TRICKS = [
  '\u200C',
  '\u200D',
  '\u00AD',
  '\u202E',
  '\u2067',
  '\u2069',
  '\u0301',
  '\uD83D',
  '\uDC69',
  '👩‍👩‍👧‍👦',
  '🇬🇷',
  '1️⃣',
  '\u0640',
  '\n\n',
  '\r\n',
  '“',
  '”',
  '#',
  '@',
  '.com',
  'https://',
  '{{',
  '}}',
  '`',
  'STOP',
  '$4.95',
];
const unit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));
const piece = fc.oneof(
  fc.constantFrom(...WORDS),
  fc.constantFrom(...TRICKS),
  fc.constant(' '),
  unit,
  fc.string({ unit: 'grapheme', maxLength: 4 }),
);
const anyText = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));
const anyGuide = fc.constantFrom(...compiled);

/** Whether an offset lies between the halves of one character. */
const splits = (text: string, at: number) =>
  /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/u.test(text.slice(at - 1, at + 1)) &&
  text.slice(at - 1, at + 1).length === 2 &&
  at > 0;

describe('for any text', () => {
  test('each range slices to its evidence, and lies in the text', () => {
    fc.assert(
      fc.property(anyGuide, anyText, (guide, text) => {
        for (const { start, end, evidence, fix } of findingsOf(guide, text)) {
          expect(text.slice(start, end)).toBe(evidence);
          expect(start >= 0 && start <= end && end <= text.length).toBe(true);
          const inside = !fix || (fix.start >= 0 && fix.start <= fix.end && fix.end <= text.length);
          expect(inside).toBe(true);
        }
      }),
      runs(400),
    );
  });

  test('no range begins or ends inside a surrogate pair', () => {
    fc.assert(
      fc.property(anyGuide, anyText, (guide, text) => {
        for (const { start, end } of findingsOf(guide, text))
          expect([splits(text, start), splits(text, end)]).toEqual([false, false]);
      }),
      runs(200),
    );
  });

  test('the same text has the same findings', () => {
    fc.assert(
      fc.property(anyGuide, anyText, (guide, text) => {
        expect(findingsOf(guide, text)).toEqual(findingsOf(guide, text));
      }),
      runs(100),
    );
  });

  test('fixing ends, and what is fixed stays as it is', () => {
    fc.assert(
      fc.property(anyGuide, anyText, (guide, text) => {
        let fixed = text;
        for (let round = 0; round < 40; round++) {
          const next = applyFixes(fixed, findingsOf(guide, fixed)).text;
          if (next === fixed) break;
          fixed = next;
        }
        expect(applyFixes(fixed, findingsOf(guide, fixed)).text).toBe(fixed);
      }),
      runs(200),
    );
  });

  test('a paragraph before shifts the vocabulary’s findings and changes nothing else', () => {
    const own = ['banned-term', 'preferred-term', 'canonical-name'];
    const core = (guide: CompiledGuide, text: string, shift: number) =>
      findingsOf(guide, text)
        .filter((one) => own.includes(one.rule))
        .map((one) => [one.rule, one.start + shift, one.evidence]);
    fc.assert(
      fc.property(anyGuide, anyText, (guide, text) => {
        const plain = text.replaceAll(/[`“”„«»「」『』"{}]/gu, '');
        const before = 'Mint.\n\n';
        expect(core(guide, before + plain, 0)).toEqual(core(guide, plain, before.length));
      }),
      runs(200),
    );
  });
});

describe('time', () => {
  const compiledWith = (size: number) => {
    const terms = Array.from({ length: size }, (_, at) => ({
      id: `t${at}`,
      term: `word${at.toString(36)} thing${at % 97}`,
      status: 'banned' as const,
    }));
    return compileGuide({ meta: { name: { full: 'Big' } }, vocabulary: { terms } }, { locale: 'en-US' });
  };
  const big = compiledWith(5000);
  const prose = 'Fresh garden mint meets our slow-roasted espresso, word3a thing21, blended over ice. ';

  test.each([
    ['prose', prose],
    ['one word of a single letter', 'α'],
  ])('a text of %s ten times as long takes about ten times as long', GROWTH, (_, part) => {
    const repeat = (size: number) => part.repeat(size / part.length);
    expect(slowdown((size) => void findingsOf(big, repeat(size)), 10_000)).toBeLessThan(LINEAR);
  });

  test('ten times the terms cost a caption little more', GROWTH, () => {
    const caption = prose.repeat(27);
    const small = compiledWith(500);
    const little = 5;
    const run = (terms: number): void => {
      const guide = terms === 5000 ? big : small;
      for (let times = 0; times < 20; times++) findingsOf(guide, caption);
    };
    expect(slowdown(run, 500, little)).toBeLessThan(little);
  });
});
