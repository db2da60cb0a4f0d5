/** The exported patterns, run as Vale runs them: without regard to case, by Unicode words. */
import { describe, expect, test } from 'vitest';
import { literalPattern } from '../../../brand-guide/export/vale-pattern.ts';
import type { Literal } from '../../../brand-guide/engine/types.ts';

const WORD = '[\\p{L}\\p{M}\\p{Nd}\\p{Pc}\\u200C\\u200D]';
const EDGE = `(?:(?<=${WORD})(?!${WORD})|(?<!${WORD})(?=${WORD}))`;

/** Vale's own engine takes `\b` and `\w` for Unicode; here they are spelt out. */
function found(pattern: string, text: string): string[] {
  const unicode = pattern
    .replaceAll('\\b', EDGE)
    .replaceAll('\\w', WORD)
    .replaceAll(/\\([#\-/])/gu, '$1');
  return [...text.matchAll(new RegExp(unicode, 'giu'))].map(([match]) => match);
}

const literal = (rest: Partial<Literal> & Pick<Literal, 'text'>): Literal => ({ item: 'x', ...rest });

describe('patterns for Vale', () => {
  test.each<[string, Literal, string, string, readonly string[]]>([
    ['a word', literal({ text: 'cheap' }), 'en', 'Cheap, CHEAP, cheaper and uncheap', ['Cheap', 'CHEAP']],
    ['links, tags and handles', literal({ text: 'north' }), 'en', 'north.example #north @north /north', []],
    ['a possessive', literal({ text: 'Lumen', suffixes: true }), 'en', 'Lumen’s', ['Lumen']],
    ['a phrase over lines', literal({ text: 'coffee shop' }), 'en', 'a coffee\n shop', ['coffee\n shop']],
    ['a hyphen of any kind', literal({ text: 'guilt-free' }), 'en', 'guilt‑free', ['guilt‑free']],
    ['a prefix', literal({ text: 'util', match: 'prefix' }), 'en', 'utilize, futile', ['utilize']],
    ['an exception', literal({ text: 'masa', except: ['masai'], suffixes: true }), 'id', 'masai', []],
    [
      'an ending of Indonesian',
      literal({ text: 'diskon', suffixes: true }),
      'id',
      'diskonnya, diskonto',
      ['diskon'],
    ],
    [
      'a word that only looks inflected',
      literal({ text: 'masa', suffixes: true }),
      'id',
      'masalah masanya',
      ['masa'],
    ],
    ['ё and е', literal({ text: 'дешёвый' }), 'ru', 'дешевый дешёвый', ['дешевый', 'дешёвый']],
    ['Han inside a sentence', literal({ text: '便宜' }), 'zh', '很便宜的', ['便宜']],
    [
      'Persian with and without its gap',
      literal({ text: 'می‌شود' }),
      'fa',
      'میشود می شود می‌شود',
      ['میشود', 'می شود', 'می‌شود'],
    ],
    ['Arabic letters for Persian', literal({ text: 'کیفی' }), 'fa', 'كيفي', ['كيفي']],
  ])('%s', (_, sought, locale, text, expected) => {
    expect(found(literalPattern(sought, [], locale), text)).toEqual(expected);
  });

  test.each([
    [{ before: 'iced ', after: '' }, 'iced coffee and coffee', ['coffee']],
    [{ before: '', after: ' shop' }, 'coffee shop, coffee', ['coffee']],
  ])('stands aside inside a right text %j', (around, text, expected) => {
    expect(found(literalPattern(literal({ text: 'coffee' }), [around], 'en'), text)).toEqual(expected);
  });

  test.each<[string, Literal, RegExp]>([
    ['its own case alone', literal({ text: 'US', caseSensitive: true }), /\(\?-i:US\)/u],
    ['Greek capitals without accents', literal({ text: 'τζάπα' }), /\(\?:τζάπα\|\(\?-i:ΤΖΑΠΑ\)\)/u],
    ['letters that Vale would lose', literal({ text: 'με' }), /\(\?-i:\[μΜ\]\)ε/u],
  ])('says %s within the pattern', (_, sought, expected) => {
    expect(literalPattern(sought, [], 'el')).toMatch(expected);
  });
});
