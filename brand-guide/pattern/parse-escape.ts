/** Reads what follows a backslash. */
import type { CharSet } from './char-set.ts';
import type { Cursor } from './cursor.ts';
import * as named from './unicode-class.ts';

const SIMPLE: Readonly<Record<string, number>> = {
  a: 7,
  e: 0x1b,
  f: 0x0c,
  n: 0x0a,
  r: 0x0d,
  t: 0x09,
  v: 0x0b,
};

const hex = (cursor: Cursor, expression: RegExp, from: number): number => {
  const digits = cursor.match(expression);
  const point = digits === undefined ? NaN : parseInt(digits.replace(/[{}]/g, ''), 16);
  return point <= 0x10ffff
    ? point
    : cursor.fail('A character by its number needs hexadecimal digits, as \\x41', from);
};

const control = (cursor: Cursor, from: number): number => {
  const code = cursor.peek().toUpperCase().charCodeAt(0) - 0x40;
  if (!(code >= 0 && code < 0x20)) return cursor.fail('\\c needs a letter, as \\cA', from);
  cursor.at++;
  return code;
};

/** One character; the backslash is passed. */
export const escapedPoint = (cursor: Cursor): number => {
  const from = cursor.at - 1;
  const octal = cursor.match(/[0-7]{1,3}/y);
  if (octal !== undefined) return parseInt(octal, 8) & 0xff;
  const point = cursor.point();
  const letter = String.fromCodePoint(point);
  if (letter === 'x') return hex(cursor, cursor.peek() === '{' ? /\{[0-9a-f]+\}/iy : /[0-9a-f]{2}/iy, from);
  if (letter === 'u') return hex(cursor, cursor.peek() === '{' ? /\{[0-9a-f]+\}/iy : /[0-9a-f]{4}/iy, from);
  if (letter === 'c') return control(cursor, from);
  return SIMPLE[letter] ?? point;
};

const property = (cursor: Cursor, from: number): CharSet => {
  const braced = cursor.match(/\{\^?[^}]*\}/y);
  const name = braced === undefined ? cursor.match(/[A-Za-z]/y) : braced.slice(1, -1);
  const negated = name?.startsWith('^') === true;
  const set = named.propertySet(negated ? name.slice(1) : (name ?? ''));
  if (!set) return cursor.fail(`Unicode has no category or script "${name ?? ''}"`, from);
  return negated ? set.inverted() : set;
};

const CLASSES: Readonly<Record<string, { readonly guide: CharSet; readonly vale: CharSet }>> = {
  d: { guide: named.DIGIT, vale: named.ASCII_DIGIT },
  w: { guide: named.WORD, vale: named.ASCII_WORD },
  s: { guide: named.SPACE, vale: named.ASCII_SPACE },
};

/** A class such as `\w` or `\p{Greek}`, passed; undefined where a single character is meant. */
export const escapedClass = (cursor: Cursor): CharSet | undefined => {
  const letter = cursor.peek();
  const lower = letter.toLowerCase();
  const from = cursor.at - 1;
  if (lower === 'p') {
    cursor.at++;
    const set = property(cursor, from);
    return letter === 'P' ? set.inverted() : set;
  }
  const kind =
    lower === 'h' && cursor.dialect === 'guide' ? { guide: named.BLANK, vale: named.BLANK } : CLASSES[lower];
  if (!kind) return undefined;
  cursor.at++;
  const set = kind[cursor.dialect];
  return letter === lower ? set : set.inverted();
};
