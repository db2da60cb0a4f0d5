/** Breaks in a sentence, ranges of figures, and the ellipsis. */
import type { Punctuation } from '../../schema/style.ts';
import { mark } from './mark.ts';
import type { Mark } from './mark.ts';
import { matchesOf } from '../../engine/matches-of.ts';

type Dashes = NonNullable<Punctuation['dashes']>;
type Ellipsis = NonNullable<Punctuation['ellipsis']>;

const SET: Readonly<Record<Dashes, readonly [dash: string, spaced: boolean]>> = {
  em: ['—', false],
  'em-spaced': ['—', true],
  'en-spaced': ['–', true],
};

const BLANK = '[ \\u00A0\\u202F\\u2009\\u200A]';
/** A dash between words of one line; a hyphen only where it stands apart, and two only where both sides are alike. */
const BREAK = new RegExp(
  [
    `(?<=[^\\s\\-–—])(?<before>${BLANK}*)(?<dash>—)(?<after>${BLANK}*)(?=[^\\s\\-–—!?:;.,…])`,
    `(?<=[^\\s\\-–—])(?<before2>${BLANK}+)(?<dash2>–|--?)(?<after2>${BLANK}+)(?=[^\\s\\-–—>!?:;.,…])`,
    `(?<=[\\p{L}”’"'!?])(?<dash3>--)(?=[\\p{L}“‘"'])`,
  ].join('|'),
  'gu',
);

function* breaks(text: string, asked: Dashes): Iterable<Mark> {
  const [dash, spaced] = SET[asked];
  for (const { 0: written, index, groups = {} } of matchesOf(text, BREAK)) {
    const before = groups['before'] ?? groups['before2'] ?? '';
    const after = groups['after'] ?? groups['after2'] ?? '';
    const used = groups['dash'] ?? groups['dash2'] ?? groups['dash3'] ?? '';
    const end = index + written.length;
    // Between figures it is a range or a difference.
    if (/\p{Nd}/u.test(text.charAt(index - 1)) && /\p{Nd}/u.test(text.charAt(end))) continue;
    const right = spaced ? `${before.charAt(0) || ' '}${dash}${after.charAt(0) || ' '}` : dash;
    if (written === right) continue;
    const why =
      used === dash
        ? `“${dash}” is set ${spaced ? 'with' : 'without'} spaces`
        : `“${used}” is no dash of this brand`;
    yield mark(index, written, right, why);
  }
}

const RANGE =
  /(?<![\p{L}\p{M}\p{N}#@_\-–—/.,:+=*×])(?<sign>\p{Sc}?)(?<low>\p{Nd}{1,4}(?:[.,:]\p{Nd}{1,2})?)-(?<high>\p{Nd}{1,4}(?:[.,:]\p{Nd}{1,2})?)(?![\p{N}_\-–—/=*×]|[.,:]\p{Nd}|\p{L}\p{Nd}| \p{Nd}{3})/gu;
const ASCII_ZEROS: readonly number[] = [0x30, 0x660, 0x6f0, 0xff10];

function amount(written: string): number {
  const ascii = Array.from(written, (one) => {
    const point = one.codePointAt(0) ?? 0;
    const zero = ASCII_ZEROS.find((from) => point >= from && point < from + 10);
    return zero === undefined ? '.' : String(point - zero);
  });
  return Number(ascii.join(''));
}

/** Only a smaller figure before a larger one is a range: 24-7 and 50-50 are not. */
function* ranges(text: string): Iterable<Mark> {
  for (const { index, groups = {} } of matchesOf(text, RANGE)) {
    const { sign = '', low = '', high = '' } = groups;
    if (!(amount(low) < amount(high)) || low.length > high.length || /^0\d/u.test(high)) continue;
    yield mark(index + sign.length + low.length, '-', '–', 'A range of figures takes an en dash');
  }
}

export function* dashes(text: string, asked: Dashes): Iterable<Mark> {
  if (!/[-–—]/u.test(text)) return;
  yield* breaks(text, asked);
  yield* ranges(text);
}

const DOTS = /(?<!\.)\.{3}(?![./\\])/gu;

export function* ellipsis(text: string, asked: Ellipsis): Iterable<Mark> {
  const [pattern, right] =
    asked === 'character'
      ? [DOTS, '…']
      : asked === 'dots'
        ? [/…/gu, '...']
        : [/…|(?<!\.)\.{3}(?![./\\])/gu, undefined];
  for (const { 0: written, index } of matchesOf(text, pattern)) {
    const why =
      right === undefined ? 'This brand writes no ellipsis' : `“${written}” is no ellipsis of this brand`;
    yield mark(index, written, right, why);
  }
}
