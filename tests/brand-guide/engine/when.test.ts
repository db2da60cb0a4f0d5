import { describe, expect, test } from 'vitest';
import { isCalledFor, termsOf } from '../../../brand-guide/engine/when.ts';
import type { Occasion } from '../../../brand-guide/engine/when.ts';
import type { When } from '../../../brand-guide/schema/wording.ts';

const here: Occasion = {
  place: { channel: 'sms', locale: 'el-GR' },
  topics: ['health'],
  says: (terms) => terms.includes('mint'),
  states: (kinds) => kinds.includes('price'),
};

describe('a line is called for', () => {
  test.each<[When | undefined, boolean]>([
    [undefined, true],
    [{}, true],
    [{ channels: ['sms'] }, true],
    [{ channels: ['x'] }, false],
    [{ channels: [] }, false],
    [{ locales: ['el'] }, true],
    [{ locales: ['en', 'el-CY'] }, false],
    [{ topics: ['food', 'health'] }, true],
    [{ topics: ['food'] }, false],
    [{ anyTerm: ['mint'] }, true],
    [{ anyTerm: ['tea'] }, false],
    [{ factKinds: ['price'] }, true],
    [{ factKinds: ['date'] }, false],
    [{ channels: ['sms'], anyTerm: ['mint'], factKinds: ['date'] }, false],
  ])('by %o: %s', (when, expected) => {
    expect(isCalledFor(when, here)).toBe(expected);
  });

  test('a condition for channels holds nowhere where no channel is known', () => {
    expect(isCalledFor({ channels: ['sms'] }, { ...here, place: { locale: 'el-GR' } })).toBe(false);
  });
});

describe('a term is said', () => {
  test.each([
    ['en-US', ['shot'], 'Two SHOTS of mint', false],
    ['en-US', ['shot'], 'The shot’s on us', true],
    ['en-US', ['shot'], 'https://shot.example', false],
    ['en-US', ['triple shot'], 'a triple\nshot', true],
    ['el-GR', ['δωρεάν'], 'ΔΩΡΕΑΝ σήμερα', true],
    ['ru-RU', ['доход'], 'доходы', false],
    ['id-ID', ['masa'], 'masalah', false],
    ['zh-TW', ['試戴'], '在家試戴五天', true],
    ['fa-IR', ['عینک'], 'عینک‌ها', true],
  ])('in %s: one of %o in %s: %s', (locale, terms, text, expected) => {
    const saying = termsOf([{ id: 'line', when: { anyTerm: terms } }], locale);
    expect(saying(text).has('line')).toBe(expected);
  });
});
