/** Quotation marks, one level inside another, and apostrophes; inches and feet are left alone. */
import { quotationsOf } from '../../engine/quotations.ts';
import { outside } from '../../engine/ranges.ts';
import type { Scope } from '../../engine/types.ts';
import type { Punctuation } from '../../schema/style.ts';
import { mark } from './mark.ts';
import type { Mark } from './mark.ts';
import { matchesOf } from '../../engine/matches-of.ts';

type Quotes = NonNullable<Punctuation['quotes']>;
type Pair = readonly [open: string, close: string];

interface Style {
  readonly outer: Pair;
  /** The first is written, the others are accepted. */
  readonly inner: readonly [Pair, ...Pair[]];
  readonly apostrophe: string | undefined;
}

const STYLES: Readonly<Record<Quotes, Style>> = {
  curly: { outer: ['“', '”'], inner: [['‘', '’']], apostrophe: '’' },
  straight: { outer: ['"', '"'], inner: [["'", "'"]], apostrophe: "'" },
  'low-high': {
    outer: ['„', '“'],
    inner: [
      ['‚', '‘'],
      ['«', '»'],
    ],
    apostrophe: '’',
  },
  guillemets: {
    outer: ['«', '»'],
    inner: [
      ['“', '”'],
      ['„', '“'],
      ['‹', '›'],
    ],
    apostrophe: '’',
  },
  corner: { outer: ['「', '」'], inner: [['『', '』']], apostrophe: undefined },
};

/** Marks of a work's title, and of the innermost level, which no style asks for. */
const TITLES = /^[《『]/u;
const SINGLE = /^[‘‚'‹]/u;
const BLANK = '[ \\u00A0\\u202F]?';
const OPENING = new RegExp(`^(?:[«‹]${BLANK}|[^«‹])`, 'u');
const CLOSING = new RegExp(`(?:${BLANK}[»›]|[^»›])$`, 'u');

function* replaced(text: string, { start, end }: Scope, [open, close]: Pair, why: string): Iterable<Mark> {
  const whole = text.slice(start, end);
  const first = OPENING.exec(whole)?.[0] ?? '';
  const last = CLOSING.exec(whole)?.[0] ?? '';
  if (!first.startsWith(open)) yield mark(start, first, open, why);
  if (!last.endsWith(close)) yield mark(end - last.length, last, close, why);
}

function matches(text: string, { start, end }: Scope, [open, close]: Pair): boolean {
  return text.charAt(start) === open && text.charAt(end - 1) === close;
}

/** Those that stand inside no other. */
function outermost(quotations: readonly Scope[]): Scope[] {
  let reached = 0;
  return quotations
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
    .filter(({ start, end }) => {
      const isOuter = start >= reached;
      reached = Math.max(reached, end);
      return isOuter;
    });
}

const ANY = '“”„«»「」"';
const STRAIGHT_OPENS = '(?<![\\p{L}\\p{N}])"';
const STRAIGHT_CLOSES = '(?<!\\p{N})"(?![\\p{L}\\p{N}])';

/** One mark is right and the other is not, as a fix leaves a pair whose other mark touched another fix. */
function halfRight([open, close]: Pair): RegExp {
  const opening = ['“', '„', '«', '「', '"']
    .filter((one) => one !== open)
    .map((one) => one.replace('"', STRAIGHT_OPENS));
  const closing = ['”', '»', '」', '"']
    .filter((one) => one !== close)
    .map((one) => one.replace('"', STRAIGHT_CLOSES));
  const within = `[^${ANY}\\n]{1,400}`;
  const first = open === '"' ? STRAIGHT_OPENS : open;
  const last = close === '"' ? STRAIGHT_CLOSES : close;
  return new RegExp(
    `${first}${within}(?:${closing.join('|')})|(?:${opening.join('|')})${within}${last}`,
    'gu',
  );
}

const HALF_RIGHT = new Map(Object.values(STYLES).map((style) => [style, halfRight(style.outer)]));

function mixedPairs(text: string, style: Style): Scope[] {
  const pattern = HALF_RIGHT.get(style);
  return Array.from(pattern ? matchesOf(text, pattern) : [], ({ 0: found, index }) => ({
    kind: 'quotation' as const,
    start: index,
    end: index + found.length,
  }));
}

function* quotationMarks(text: string, style: Style): Iterable<Mark> {
  const whole = quotationsOf(text);
  const mixed = outside(mixedPairs(text, style), outermost(whole));
  const all = [...whole, ...mixed]
    .filter(({ start }) => !TITLES.test(text.charAt(start)))
    .toSorted((a, b) => a.start - b.start || b.end - a.end);
  let outerEnd = 0;
  for (const one of all) {
    const inside = one.end <= outerEnd;
    if (!inside && one.start < outerEnd) continue;
    if (!inside && SINGLE.test(text.charAt(one.start))) continue;
    if (!inside) outerEnd = one.end;
    const right = inside ? style.inner : [style.outer];
    const [best] = right;
    if (!best || right.some((pair) => matches(text, one, pair))) continue;
    const why = inside
      ? 'This is no mark for a quotation inside another'
      : 'This is no quotation mark of this brand';
    yield* replaced(text, one, best, why);
  }
}

const APOSTROPHE =
  /['’ʼ](?=\p{L})(?<=[\p{L}\p{M}].)|['’](?=s?(?![\p{L}\p{N}]))(?<=\p{L}.)|(?<![\p{L}\p{N}'"’])['‘](?=(?:tis|twas|em|til|cause|n['’])(?!\p{L})|\d0s)/giu;

function* apostrophes(text: string, right: string): Iterable<Mark> {
  if (!/['’‘ʼ]/u.test(text)) return;
  const closings = new Set(quotationsOf(text).flatMap(({ start, end }) => [start, end - 1]));
  for (const { 0: written, index } of matchesOf(text, APOSTROPHE)) {
    if (written === right || closings.has(index)) continue;
    yield mark(index, written, right, `“${written}” is no apostrophe of this brand`);
  }
}

export function* quotes(text: string, asked: Quotes): Iterable<Mark> {
  const style = STYLES[asked];
  yield* quotationMarks(text, style);
  if (style.apostrophe !== undefined) yield* apostrophes(text, style.apostrophe);
}
