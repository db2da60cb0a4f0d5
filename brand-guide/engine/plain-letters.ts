/** Finds letters dressed up as other characters, which screen readers spell out or skip, and says them plainly. */
import styled from '../rules/data/styled-letters.json' with { type: 'json' };
import type { Range } from './types.ts';
import { matchesOf } from './matches-of.ts';

/** A run of dressed-up letters: with what joins them where more than one word is dressed. */
export interface StyledRun extends Range {
  readonly plain: string;
  /** Numbers in circles and the like: a list may mean them, so a person decides. */
  readonly numbers: boolean;
}

const SMALL: ReadonlyMap<string, string> = new Map(Object.entries(styled.smallCapitals));
const SMALL_SET = [...SMALL.keys()].join('');
const LETTERLIKE = styled.letterlike.join('');

const MATHEMATICAL = String.raw`\u{1D400}-\u{1D7FF}`;
const ENCLOSED = String.raw`\u249C-\u24E9\u{1F110}-\u{1F12A}\u{1F130}-\u{1F149}\u{1F150}-\u{1F169}\u{1F170}-\u{1F189}`;
const FULL_WIDTH = String.raw`\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A`;
const NUMBERS = String.raw`\u2460-\u249B\u24EA-\u24FF\u2776-\u2793`;

const gather = (one: string): string => `(?:[${one}]\\p{M}*)+(?:[^\\S\\r\\n]+(?:[${one}]\\p{M}*)+)*`;
/** A word of small capitals may begin with a capital, and has plain s, x and q where Unicode has none that look right. */
const SMALL_WORD = `(?<![\\p{Ll}${SMALL_SET}])(?:[${SMALL_SET}][sxq]?|[sxq](?=[${SMALL_SET}]))+(?![\\p{Ll}${SMALL_SET}])`;

const DRESSED = new RegExp(
  `(?<dressed>${gather(MATHEMATICAL + ENCLOSED + LETTERLIKE)})|(?<wide>${gather(FULL_WIDTH)})|(?<numbers>[${NUMBERS}])|(?<small>${SMALL_WORD}(?:[^\\S\\r\\n]+\\p{Lu}?${SMALL_WORD})*)`,
  'gu',
);
/** Without one of these there is nothing to find. */
const ANY = new RegExp(`[${MATHEMATICAL}${ENCLOSED}${LETTERLIKE}${FULL_WIDTH}${NUMBERS}${SMALL_SET}]`, 'u');

const EMOJI_LETTERS = /[🅰🅱🅾🅿]\uFE0F?/gu;
const LETTERLIKE_SIGN = new RegExp(`^[${LETTERLIKE}]$`, 'u');

/** White on black has no plain form of its own in Unicode, so it is counted from the first of its row. */
const ROWS: readonly (readonly [first: number, last: number])[] = [
  [0x1f150, 0x1f169],
  [0x1f170, 0x1f189],
];

function plainOf(character: string): string {
  const small = SMALL.get(character);
  if (small !== undefined) return small;
  const point = character.codePointAt(0) ?? 0;
  const row = ROWS.find(([first, last]) => point >= first && point <= last);
  if (row) return String.fromCodePoint(0x41 + point - row[0]);
  // A letter in brackets is meant as the letter.
  return point >= 0x249c && point <= 0x24b5
    ? String.fromCodePoint(0x61 + point - 0x249c)
    : character.normalize('NFKC');
}

/** Blood groups and the parking sign are emoji, and one ℝ alone is mathematics. */
function isDressed(run: string): boolean {
  return run.replaceAll(EMOJI_LETTERS, '').trim() !== '' && !LETTERLIKE_SIGN.test(run);
}

/** In order. `wide` also finds full-width Latin, which is at home in Chinese, Japanese and Korean. */
export function styledRuns(text: string, wide: boolean): StyledRun[] {
  if (!ANY.test(text)) return [];
  const found: StyledRun[] = [];
  for (const { 0: run, index, groups } of matchesOf(text, DRESSED)) {
    const numbers = groups?.['numbers'] !== undefined;
    if ((numbers || groups?.['wide'] !== undefined) && !wide) continue;
    if (groups?.['dressed'] !== undefined && !isDressed(run)) continue;
    if (groups?.['small'] !== undefined && [...run].filter((one) => SMALL.has(one)).length < 2) continue;
    const plain = Array.from(run, plainOf).join('').normalize('NFC');
    found.push({ start: index, end: index + run.length, plain, numbers });
  }
  return found;
}
