import { describe, expect, test } from 'vitest';
import { compileGuide } from '../../../brand-guide/engine/compile.ts';
import { formulasOf } from '../../../brand-guide/engine/readability-formulas.ts';
import { syllablesOf } from '../../../brand-guide/engine/syllables.ts';
import type { Readability } from '../../../brand-guide/schema/style.ts';
import { lintWith } from './lint-with.ts';

const found = (readability: Readability, locale: string, text: string) =>
  lintWith('readability', { guide: { readability }, locale }, text);

const EASY = 'We roast our mint by hand. You drink it cold. It is good.';
const HARD =
  'Notwithstanding considerable administrative complications, organisational sustainability necessitates collaboration.';
const LONG =
  'We roast the mint and you drink it and then we all go home and eat and sing and sleep and wake.';

describe('finds the prose of a part', () => {
  test.each([
    [{ min: 60 }, 'en-US', HARD, [0, 116], 'Flesch reading ease'],
    [{ min: 100 }, 'en-US', `  ${LONG}\n\n#mint`, [2, 97], 'sentences weigh most, with 22 words'],
    [{ metric: 'flesch-kincaid', max: 8 }, 'en-US', HARD, [0, 116], 'long words weigh most'],
    [{ metric: 'gunning-fog', max: 12 }, 'en-US', HARD, [0, 116], 'at most 12'],
    [{ metric: 'smog', max: 10 }, 'en-US', HARD, [0, 116], 'The SMOG grade'],
    [{ metric: 'coleman-liau', max: 12 }, 'en-US', HARD, [0, 116], 'Coleman–Liau'],
    [{ metric: 'automated-readability', max: 12 }, 'en-GB', HARD, [0, 116], 'automated readability'],
    [{ metric: 'lix', max: 40 }, 'en-GB', HARD, [0, 116], 'LIX of this text is 108'],
    [{ max: 90 }, 'en-US', EASY, [0, 57], 'it reads more simply'],
    [
      { min: 30 },
      'ru-RU',
      'Многофункциональные организационные усовершенствования предусматривают сотрудничество.',
      [0, 86],
      'Oborneva',
    ],
    [
      { max: 40 },
      'el-GR',
      'Εξειδικευμένες χρηματοοικονομικές διαδικασίες εξυπηρετούν απαιτητικούς πελάτες.',
      [0, 79],
      'LIX of this text is 106',
    ],
    [
      { max: 40 },
      'id-ID',
      'Mempertanggungjawabkan keberlangsungan organisasi membutuhkan kolaborasi.',
      [0, 73],
      'LIX of this text is 105',
    ],
  ] as const)('%j in %s: %s', (asked, locale, text, [start, end], says) => {
    const [one, ...more] = found({ minWords: 4, ...asked }, locale, text);
    expect([one?.start, one?.end, more]).toEqual([start, end, []]);
    expect(one?.message).toContain(says);
  });
});

describe('leaves alone', () => {
  test.each([
    [{ min: 60, minWords: 4 }, 'en-US', EASY],
    [{ min: 60 }, 'en-US', HARD],
    [{ min: 60, minWords: 4 }, 'en-US', `${EASY} https://northwind.example/sustainability #Sustainability`],
    [{ min: 60, minWords: 4 }, 'en-US', `${EASY} 1,250,000 and 2027`],
    [{ metric: 'flesch-kincaid', max: 8, minWords: 4 }, 'en-US', EASY],
    [{ metric: 'smog', max: 8, minWords: 4 }, 'en-US', EASY],
    [{ min: 60, minWords: 4 }, 'ru-RU', 'Мы варим кофе. Ты его пьёшь. Всё.'],
    [{ max: 40, minWords: 4 }, 'el-GR', 'Ο καφές μας είναι εδώ. Έλα να τον πιεις.'],
    [{ max: 50, minWords: 4 }, 'id-ID', 'Kopi kami ada di sini. Ayo coba.'],
    [{ min: 60, minWords: 4 }, 'zh-TW', '我們的咖啡在這裡等您來品嚐。'],
    [{ min: 60, minWords: 4 }, 'fa-IR', 'قهوه ما اینجا منتظر شماست و گرم است.'],
    [{ minWords: 4 }, 'en-US', HARD],
    [{ min: 60, minWords: 0 }, 'en-US', ''],
  ] as const)('%j in %s: %s', (asked, locale, text) => {
    expect(found(asked, locale, text)).toEqual([]);
  });
});

describe('what is not checked is said', () => {
  const told = (readability: Readability, locale: string) =>
    compileGuide({ meta: { name: { full: 'T' } }, readability }, { locale }).notChecked.map(
      (one) => one.message,
    );
  test.each([
    [{ min: 60 }, 'zh-TW', 'readability is not checked in zh-TW: it is made for en, el, ru'],
    [{ min: 60 }, 'fa-IR', 'readability is not checked in fa-IR: it is made for en, el, ru'],
    [
      { metric: 'smog', max: 9 },
      'el-GR',
      'readability is not checked in el-GR: smog is not made for this language; give the locale a metric of its own, such as lix.',
    ],
  ] as const)('%j in %s', (asked, locale, message) => {
    expect(told(asked, locale).join()).toContain(message);
  });

  test.each([
    [{ max: 50 }, 'el-GR'],
    [{ sentenceMaxWords: 9 }, 'zh-TW'],
  ] as const)('%j in %s is checked', (asked, locale) => {
    expect(told(asked, locale)).toEqual([]);
  });
});

/** Counts of a text of 100 words in 5 sentences, with the scores worked out by hand from the published formulas. */
describe('formulas', () => {
  const counts = { sentences: 5, words: 100, letters: 450, longWords: 20, syllables: 150, polysyllables: 10 };
  test.each([
    ['en', 'flesch-reading-ease', 59.635],
    ['en', 'flesch-kincaid', 9.91],
    ['en', 'gunning-fog', 12],
    ['en', 'smog', 11.208],
    ['en', 'coleman-liau', 9.18],
    ['en', 'automated-readability', 9.765],
    ['en', 'lix', 40],
    ['ru', 'flesch-reading-ease', 90.685],
    ['ru', 'flesch-kincaid', 7.01],
  ] as const)('%s %s', (language, metric, score) => {
    expect(formulasOf(language)[metric]?.score(counts)).toBeCloseTo(score, 2);
  });
});

test.each([
  ['coffee', 'en', 2],
  ['beautiful', 'en', 3],
  ['don’t', 'en', 1],
  ['молоко', 'ru', 3],
  ['ёлка', 'ru', 2],
  ['в', 'ru', 1],
  ['καφές', 'el', undefined],
])('%s in %s has %s syllables', (word, language, count) => {
  expect(syllablesOf(word, language)).toBe(count);
});

test('a score that is written as the bound keeps to it', () => {
  const text =
    'Coffee, tea or me? But seriously, our new menu has something for everyone: iced, hot and decaf.';
  const [one] = lintWith(
    'readability',
    { guide: { readability: { max: 0, metric: 'flesch-kincaid', minWords: 5 } } },
    text,
  );
  const score = Number(/is (-?[\d.]+),/u.exec(one?.message ?? '')?.[1]);
  const at = (max: number) =>
    lintWith('readability', { guide: { readability: { max, metric: 'flesch-kincaid', minWords: 5 } } }, text);
  expect([at(score), at(score - 0.1).length]).toEqual([[], 1]);
});
