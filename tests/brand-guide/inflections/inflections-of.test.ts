import dictionary from 'dictionary-en';
import { describe, expect, test } from 'vitest';
import { inflectionsOf } from '../../../brand-guide/inflections/inflections-of.ts';

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const en = { aff: text(dictionary.aff), dic: text(dictionary.dic) };

describe('the English dictionary', () => {
  test.each([
    ['guest', ['guests', 'guested', 'guesting']],
    ['customer', ['customers']],
    ['utilize', ['utilized', 'utilizes', 'utilizing', 'utilizable']],
    ['coffee addict', ['coffee addicts', 'coffee addicted', 'coffee addicting', 'coffee addictive']],
    ['Northwind', []],
    ['happy', ['happier', 'unhappy', 'happiest', 'happiness', 'unhappier', 'unhappiness']],
  ])('%s', (term, forms) => {
    expect(inflectionsOf(term, en, 'en-US').filter((one) => one !== 'unhappinesses')).toEqual(forms);
  });
});

const ru = {
  aff: [
    'SET UTF-8',
    'FLAG long',
    'NEEDAFFIX ZZ',
    'FORBIDDENWORD XX',
    'SFX Aa Y 3',
    'SFX Aa а ы [^гкх]а',
    'SFX Aa а и [гкх]а',
    'SFX Aa а у а',
    'SFX Bb N 2',
    'SFX Bb ый ая ый',
    'SFX Bb ый ых/Cc ый',
    'SFX Cc N 1',
    'SFX Cc 0 то .',
    'PFX Dd Y 1',
    'PFX Dd 0 не .',
  ].join('\n'),
  dic: [
    '7',
    'оправа/AaDd',
    'рамка/Aa',
    'новый/Bb',
    'основ/ZZ',
    'халява/XXAa',
    'очки',
    'мята/Aa po:noun',
  ].join('\n'),
};

describe('conditions, flags of two letters, endings after endings, prefixes that cross', () => {
  test.each([
    ['оправа', ['оправу', 'оправы', 'неоправа', 'неоправу', 'неоправы']],
    ['рамка', ['рамки', 'рамку']],
    ['новый', ['новая', 'новых', 'новыхто']],
    ['мята', ['мяту', 'мяты']],
    ['основ', []],
    ['халява', []],
    ['дом', []],
    ['Рамка', ['рамки', 'рамку']],
    ['рамки', ['рамка', 'рамку']],
    ['новый очки', ['новая очки', 'новых очки', 'новыхто очки']],
    [
      'рамка мята',
      [
        'рамка мяту',
        'рамка мяты',
        'рамки мята',
        'рамки мяту',
        'рамки мяты',
        'рамку мята',
        'рамку мяту',
        'рамку мяты',
      ],
    ],
  ])('%s', (term, forms) => {
    expect(inflectionsOf(term, ru, 'ru-RU')).toEqual(forms);
  });

  test('a phrase of another language inflects its last word', () => {
    expect(inflectionsOf('рамка мята', ru, 'id-ID')).toEqual(['рамка мяту', 'рамка мяты']);
  });
});

const numbered = {
  aff: 'AF 2\nAF 7\nAF 7,8\nFLAG num\nSFX 7 Y 1\nSFX 7 0 s .\nSFX 8 Y 1\nSFX 8 0 er .',
  dic: '2\nmint/1\nroast/2\na\\/c/1',
};

test.each([
  ['mint', ['mints']],
  ['roast', ['roasts', 'roaster']],
  ['a\\/c', ['a\\/cs']],
])('flags by number, in numbered sets: %s', (term, forms) => {
  expect(inflectionsOf(term, numbered, 'en')).toEqual(forms);
});

test.each([
  ['', ''],
  ['SFX', '1\nmint/S'],
  ['SFX A Y 1\nSFX A', '1\nmint/A'],
])('a broken dictionary gives nothing: %j', (aff, dic) => {
  expect(inflectionsOf('mint', { aff, dic }, 'en')).toEqual([]);
});
