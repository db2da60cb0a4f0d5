/** What kind of character a UTF-16 unit or code point is, looked up once each. */

export const WORD = 1;
export const MARK = 2;
/** Written without spaces, so a word may begin or end anywhere. */
export const IDEOGRAPH = 4;
/** A letter of the Arabic script, where joined, spaced and half-spaced spellings are one word. */
export const ARABIC = 8;
export const SPACE = 16;
/** Invisible: no part of what is compared. */
export const UNSEEN = 32;
export const GREEK = 64;
const KNOWN = 128;

const WORD_PATTERN = /[\p{L}\p{Mn}\p{Nd}\p{Pc}\u200C\u200D]/u;
// A jamo that follows composes with the syllable before it, as a mark does.
const MARK_PATTERN = /[\p{M}\u1160-\u11FF]/u;
const IDEOGRAPH_PATTERN = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}]/u;
const ARABIC_PATTERN = /(?=\p{L})\p{sc=Arabic}/u;
const SPACE_PATTERN = /\s/u;
const UNSEEN_PATTERN = /[\u00AD\u0640\u061C\u200C\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/u;
const GREEK_PATTERN = /\p{sc=Greek}/u;

const PATTERNS: readonly (readonly [number, RegExp])[] = [
  [WORD, WORD_PATTERN],
  [MARK, MARK_PATTERN],
  [IDEOGRAPH, IDEOGRAPH_PATTERN],
  [ARABIC, ARABIC_PATTERN],
  [SPACE, SPACE_PATTERN],
  [UNSEEN, UNSEEN_PATTERN],
  [GREEK, GREEK_PATTERN],
];

const table = new Uint8Array(0x10000);

function classify(point: number): number {
  const character = String.fromCodePoint(point);
  let bits = KNOWN;
  for (const [bit, pattern] of PATTERNS) if (pattern.test(character)) bits |= bit;
  // The tatweel is a letter to Unicode and nothing to a reader.
  return (bits & UNSEEN) !== 0 ? bits & ~WORD : bits;
}

/** The kinds of a code point as bits; lone surrogates have none. */
export function kindOf(point: number): number {
  if (point > 0xffff) return classify(point);
  let bits = table[point] ?? 0;
  if (bits === 0) {
    bits = classify(point);
    table[point] = bits;
  }
  return bits;
}

export function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

export function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
