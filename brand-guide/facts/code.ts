/** Voucher codes: known ones exactly, near misses as written, unknown ones only after a cue. */
import { claim, textOf } from './finder.ts';
import type { FactFinder } from './finder.ts';
import type { Claims } from './claims.ts';
import type { FoldedText } from './fold.ts';
import { nearCode } from './code-look.ts';
import { CUE_WORDS, isSecret, isTold, NOT, OPEN, REACH } from './told-code.ts';
import type { Token } from './told-code.ts';
import otherCodes from './data/other-codes.json' with { type: 'json' };
import { anyOf, fromAll, LETTER } from './lexicon.ts';
import type { Mention } from './types.ts';
import { matchesOf } from '../engine/matches-of.ts';

const SIGN = '[\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}\\p{Script=Arabic}\\p{N}_-]';
const TOKEN = new RegExp(`(?<!${SIGN})(?![_-])${SIGN}{2,40}(?!${SIGN})`, 'gu');
const FILLER = anyOf(fromAll((language) => language.code.fillers));
const CUE_END = `(?:(?!${LETTER})|(?<=\\p{Script=Han}))`;
/** "Code for 20% off: SUN20". */
const OFFER = `(?:(?:for|na|на|untuk|για|with) )?\\d{1,3} ?(?:%|${anyOf(fromAll((language) => language.percent))})(?: (?:off|discount|скидки|εκπτωση))?`;
const CUE = new RegExp(
  `(?<!${LETTER})(?<not>${NOT}[ -]{0,2})?(?<cue>${CUE_WORDS})${CUE_END}(?:${OPEN}{0,3}(?<!${LETTER})(?:${FILLER}|${OFFER})(?!${LETTER})){0,3}${OPEN}{0,4}$`,
  'u',
);

const ANY_CUE = new RegExp(`(?<!${LETTER})${CUE_WORDS}${CUE_END}`, 'gu');
const MAY_TELL = new RegExp(`\\p{N}|(?<!${LETTER})(?:${CUE_WORDS}|${anyOf(otherCodes.secret)})`, 'u');
/** "SUMMER20 at checkout", "SUMMER20 is your code". */
const CUE_AFTER = new RegExp(
  `^["'“”»」』)*_]{0,2}(?: ?[—–:-])? ?${anyOf(fromAll((language) => language.code.after))}(?!${LETTER})`,
  'u',
);

/** Words in capitals that a cue may stand before, and that are no codes. */
const NEVER: ReadonlySet<string> = new Set(otherCodes.never);
/** "SAVE10 or SAVE20": what stands right behind a code. */
const NEXT = /^["'»”」]? ?(?:or|and|,|\/|\||ή|η|και|или|и|atau|dan|或|和|、|یا|و) ?["'«“「]?$/u;

function tokens(text: FoldedText): Token[] {
  return matchesOf(text.text, TOKEN).map((match) => {
    const trimmed = match[0].replace(/[-_]+$/, '');
    const end = match.index + trimmed.length;
    return { start: match.index, end, written: text.typed(match.index, end) };
  });
}

/** Where cue words end, in text order, so that most tokens need no look back. */
const cueEnds = (text: FoldedText): number[] =>
  matchesOf(text.text, ANY_CUE).map((match) => match.index + match[0].length);

/** Gives the cue right before an offset, as typed; undefined where there is none or it says that no code is needed. */
function cueReader(text: FoldedText): (start: number) => string | undefined {
  const ends = cueEnds(text);
  let next = 0;
  return (start) => {
    while ((ends[next] ?? Number.POSITIVE_INFINITY) <= start) next += 1;
    const from = Math.max(0, start - REACH);
    if ((ends[next - 1] ?? -1) < from) return undefined;
    const match = CUE.exec(text.text.slice(from, start));
    if (!match?.groups || match.groups['not'] !== undefined) return undefined;
    return text.typed(from + match.index, start);
  };
}

const hasDigit = (written: string): boolean => /\p{N}/u.test(written) && /\p{L}/u.test(written);
const inCapitals = (written: string): boolean =>
  /\p{Lu}.*\p{Lu}/u.test(written) && written === written.toUpperCase();

function isUnknownCode({ written }: Token, cue: string): boolean {
  if (NEVER.has(written)) return false;
  if (hasDigit(written)) return /\p{Lu}/u.test(written) || !/^\p{N}/u.test(written);
  // "USE CODE NOW" shouts throughout; "CODE: FREESHIP" says which.
  const shouted = /\p{Lu}{3}/u.test(cue) && !/[:：「『【“"«]\s*$/u.test(cue);
  return !shouted && written.length >= 3 && inCapitals(written);
}

function isNearMiss(token: Token, code: string, cue: string | undefined): boolean {
  const tells = cue !== undefined || (/\p{N}/u.test(code) && /\p{N}|\p{Lu}{2}/u.test(token.written));
  return tells && Math.abs(token.written.length - code.length) <= 2 && nearCode(token.written, code);
}

interface Around {
  readonly text: string;
  readonly codes: readonly string[];
  readonly cue: string | undefined;
  /** Where the code before this token ends. */
  readonly last: number;
}

function isCode({ text, codes, cue, last }: Around, token: Token): boolean {
  if (codes.includes(token.written)) return true;
  if (codes.some((code) => isNearMiss(token, code, cue))) return true;
  if (cue !== undefined) return isUnknownCode(token, cue);
  const isShaped = /^(?=.*\d)\p{Lu}[\p{Lu}\d_-]{3,}$/u.test(token.written);
  if (!isShaped) return isSecret(text, token);
  const isNext = last >= 0 && NEXT.test(text.slice(last, Math.min(token.start, last + REACH)));
  return isNext || CUE_AFTER.test(text.slice(token.end, token.end + REACH)) || isTold(text, token);
}

/** Known codes in a script whose words no token tells apart. */
const OUTSIDE = new RegExp(`[^${SIGN.slice(1)}`, 'u');
function wholly(text: FoldedText, code: string): Token[] {
  const found: Token[] = [];
  for (let at = text.source.indexOf(code); at !== -1; at = text.source.indexOf(code, at + code.length))
    found.push({ ...text.folded(at, at + code.length), written: code });
  return found;
}

function findCodes(text: FoldedText, codes: readonly string[], claims: Claims): Mention[] {
  const cueBefore = cueReader(text);
  // Without a code to look for and without a cue, only what has a digit may be one.
  if (codes.length === 0 && !MAY_TELL.test(text.text)) return [];
  let last = -1;
  const found = tokens(text).filter((token) => {
    const isOne = isCode({ text: text.text, codes, cue: cueBefore(token.start), last }, token);
    if (isOne) last = token.end;
    return isOne;
  });
  const others = codes
    .filter((code) => code !== '' && OUTSIDE.test(code))
    .flatMap((code) => wholly(text, code));
  return [...others, ...found].flatMap(({ start, end, written }) =>
    claim(text, claims, { kind: 'code', start, end, readings: [written] }),
  );
}

export const code: FactFinder = {
  kind: 'code',
  find: (text, context, claims) => findCodes(text, context.codes ?? [], claims),
  equal: (a, b) => a === b,
  print: textOf,
};
