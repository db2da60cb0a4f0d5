/** Laws of the vocabulary's and the voice's rules, all asked for at once, for any text in six languages. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyFixes } from '../../../brand-guide/engine/fixes.ts';
import { compileGuide } from '../../../brand-guide/engine/compile.ts';
import { lint } from '../../../brand-guide/engine/lint.ts';
import type { CompiledGuide } from '../../../brand-guide/engine/compile-rules.ts';
import type { Finding } from '../../../brand-guide/engine/types.ts';
import type { Guide } from '../../../brand-guide/schema/guide.ts';
import { runs } from '../../support/runs.ts';
import { GROWTH, LINEAR, slowdown } from '../../support/slowdown.ts';
import { sampleDictionaries } from './sample-dictionaries.ts';

const guideOf = (contractions: 'avoid' | 'prefer', address: 'familiar' | 'polite'): Guide => ({
  meta: { name: { full: 'All' } },
  names: [
    { id: 'f', canonical: 'Frappé', trademark: '™', possessive: false },
    { id: 'y', canonical: 'Yahoo!' },
  ],
  vocabulary: {
    spelling: { en: 'sample', el: 'sample-el', ru: 'sample-ru', id: 'sample-id', fa: 'sample-fa' },
  },
  voice: {
    person: ['first-plural'],
    address: { el: address, ru: address, id: address, zh: address, fa: address },
    activeVoice: true,
    contractions,
    exclamationMax: 0,
    allCapsMax: 0,
  },
  readability: { min: 90, minWords: 3, sentenceMaxWords: 4 },
});
const LOCALES = ['en-US', 'el-GR', 'ru-RU', 'id-ID', 'zh-TW', 'fa-IR'];
const compiled = LOCALES.flatMap((locale) => [
  compileGuide(guideOf('avoid', 'polite'), { locale }, { dictionaries: sampleDictionaries }),
  compileGuide(guideOf('prefer', 'familiar'), { locale }, { dictionaries: sampleDictionaries }),
]);
const find = (guide: CompiledGuide, text: string): Finding[] =>
  lint(guide, { parts: [{ field: 'text', text }], locale: guide.place.locale });

const WORDS =
  "don't it’s do not we are I the Frappé Frappé™ frappé’s is made by εσύ σας ψήνεται από τους ты Вас был оформлен kamu Anda rumahmu dibuat 你 您 我們 تو شما ببین BUY NOW Yahoo! !!! ?! “ ” 'tis can’t Don’t you".split(
    ' ',
  );
const TRICKS = [
  '\u200C',
  '\u200D',
  '\u00AD',
  '\u202E',
  '\u0301',
  '\uD83D',
  '👩‍👩‍👧',
  '\n',
  '\n\n',
  '.',
  ' ',
  ' ',
  ' ',
  '@',
  '#',
  '`',
  '{{',
];
const piece = fc.oneof(
  fc.constantFrom(...WORDS),
  fc.constantFrom(...TRICKS),
  fc.string({ unit: 'grapheme', maxLength: 3 }),
);
const anyText = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(' '));
const anyGuide = fc.constantFrom(...compiled);

describe('for any text', () => {
  test('each range and each fix lies in the text, and the same text has the same findings', () => {
    fc.assert(
      fc.property(anyGuide, anyText, (guide, text) => {
        const found = find(guide, text);
        for (const { start, end, evidence, fix } of found) {
          expect(text.slice(start, end)).toBe(evidence);
          expect(!fix || (fix.start >= 0 && fix.start <= fix.end && fix.end <= text.length)).toBe(true);
        }
        expect(find(guide, text)).toEqual(found);
      }),
      runs(400),
    );
  });

  test('mending ends', () => {
    fc.assert(
      fc.property(anyGuide, anyText, (guide, text) => {
        let fixed = text;
        for (let round = 0; round < 60; round++) {
          const next = applyFixes(fixed, find(guide, fixed)).text;
          if (next === fixed) return;
          fixed = next;
        }
        expect(applyFixes(fixed, find(guide, fixed)).text).toBe(fixed);
      }),
      runs(300),
    );
  });
});

describe('a text ten times as long takes about ten times as long', () => {
  test.each([
    ['prose', 'We don’t rush: mint is made by hand, and you LOVE it! '],
    ['one word over and over', 'the '],
    ['marks', '!?'],
    ['capitals', 'MINT '],
    ['a word without end', 'mu'],
    ['apostrophes', "i'"],
    ['be', 'is very '],
  ])('%s', GROWTH, (_, unit) => {
    const [english] = compiled;
    if (!english) throw new Error('no guide');
    const run = (size: number) => void find(english, unit.repeat(size / unit.length));
    expect(slowdown(run, 4_000)).toBeLessThan(LINEAR);
  });
});
