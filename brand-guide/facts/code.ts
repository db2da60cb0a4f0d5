/** Voucher codes: known ones exactly, near misses as written, unknown ones only after a cue. */
import { claim, textOf } from './finder.ts';
import type { FactFinder } from './finder.ts';
import type { Claims } from './claims.ts';
import type { FoldedText } from './fold.ts';
import { nearCode } from './code-look.ts';
import otherCodes from './data/other-codes.json' with { type: 'json' };
import { anyOf, endingIn, fromAll, LETTER } from './lexicon.ts';
import type { Language } from './lexicon.ts';
import type { Mention } from './types.ts';
import { after, before, sentenceAhead } from './window.ts';

const SIGN = '[\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}\\p{Script=Arabic}\\p{N}_-]';
const REACH = 48;
const TOKEN = new RegExp(`(?<!${SIGN})(?![_-])${SIGN}{2,40}(?!${SIGN})`, 'gu');
const CUE_WORDS = anyOf(fromAll((language) => language.code.cues));
const NOT = anyOf(fromAll((language) => language.code.not));
const FILLER = anyOf(fromAll((language) => language.code.fillers));
const CUE_END = `(?:(?!${LETTER})|(?<=\\p{Script=Han}))`;
/** "Code for 20% off: SUN20". */
const OFFER = `(?:(?:for|na|на|untuk|για|with) )?\\d{1,3} ?(?:%|${anyOf(fromAll((language) => language.percent))})(?: (?:off|discount|скидки|εκπτωση))?`;
const OPEN = `[ :=「『【〖《"'“”«(\\[*_→]`;
const CUE = new RegExp(
  `(?<!${LETTER})(?<not>${NOT}[ -]{0,2})?(?<cue>${CUE_WORDS})${CUE_END}(?:${OPEN}{0,3}(?<!${LETTER})(?:${FILLER}|${OFFER})(?!${LETTER})){0,3}${OPEN}{0,4}$`,
  'u',
);

const ANY_CUE = new RegExp(`(?<!${LETTER})${CUE_WORDS}${CUE_END}`, 'gu');
/** "SUMMER20 at checkout", "SUMMER20 is your code". */
const CUE_AFTER = new RegExp(
  `^["'“”»」』)*_]{0,2}(?: ?[—–:-])? ?${anyOf(fromAll((language) => language.code.after))}(?!${LETTER})`,
  'u',
);

/** Words in capitals that a cue may stand before, and that are no codes. */
const NEVER = new Set([
  'OTP',
  'PIN',
  'QR',
  'SMS',
  'PDF',
  'URL',
  'NFC',
  'VAT',
  'FAQ',
  'HTML',
  'CSS',
  'IATA',
  'WIFI',
]);
const words = (pick: (code: Language['code']) => readonly string[]): string[] =>
  fromAll((language) => pick(language.code));
/** "Enter SUMMER20": what is typed somewhere and looks like a code. */
const TYPED = endingIn(words((code) => code.typed));
/** "Use SUMMER20 for 15% off": what is used to get an offer; "use USB3" is neither. */
const USED = endingIn(words((code) => code.used));
/** Right behind an offer as well. */
const USED_FOR = endingIn(
  words((code) => code.used),
  undefined,
  '(?!)',
);
const OFFER_BEHIND = new RegExp(
  [
    anyOf(fromAll(({ reduction }) => reduction.nouns)),
    `(?:\\d|\\p{Sc}).*${anyOf(fromAll(({ reduction }) => reduction.after))}`,
    `${anyOf(fromAll(({ reduction }) => reduction.verbs))}.*\\d|\\d ?折`,
  ].join('|'),
  'u',
);
const LOOKS = /^\p{Lu}{3,}\d{1,4}\p{Lu}*$/u;
const NO_CODE = /^(?:SPF|USB|HDMI|ISO|LED|DDR|GPT|RTX|GTX|MP|UHD|PS|COVID|OMEGA)\d/u;
const OFFERED = new RegExp(
  `(?<![\\d.,])(?<a>\\d{1,4}) ?(?:[%\\p{Sc}]|${anyOf(fromAll((language) => language.percent))}|折)|(?:\\p{Sc} ?|rp\\.? ?)(?<b>\\d{1,4})(?![\\d.,]\\d)`,
  'gu',
);
/** "SAVE10 or SAVE20": what stands right behind a code. */
const NEXT = /^["'»”」]? ?(?:or|and|,|\/|\||ή|η|και|или|и|atau|dan|或|和|、|یا|و) ?["'«“「]?$/u;

/** "Code for members: SUMMER20": what stands between says whose it is, or that it is none of an offer. */
const CODE_OF = new RegExp(
  `(?<!${LETTER})(?<!${NOT}[ -]{0,2})${CUE_WORDS}(?!${LETTER})(?<of>(?: [\\p{L}-]{1,16}){1,3}) ?: ?$`,
  'u',
);
const OF_ELSE = new RegExp(`(?<!${LETTER})${anyOf(otherCodes.of)}`, 'u');
/** 早鳥碼, 會員碼, 預購碼: any kind of code but a bar code, a password and their kin. */
const HAN_CODE = new RegExp(`(?<!^|${anyOf(otherCodes.han)})碼(?:${OPEN}{0,2})$`, 'u');

interface Token {
  readonly start: number;
  readonly end: number;
  readonly written: string;
}

function tokens(text: FoldedText): Token[] {
  return [...text.text.matchAll(TOKEN)].map((match) => {
    const trimmed = match[0].replace(/[-_]+$/, '');
    const end = match.index + trimmed.length;
    return { start: match.index, end, written: text.typed(match.index, end) };
  });
}

/** Where cue words end, in text order, so that most tokens need no look back. */
const cueEnds = (text: FoldedText): number[] =>
  [...text.text.matchAll(ANY_CUE)].map((match) => match.index + match[0].length);

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

/** "20% off everything with BAKE20": the code has the offer's number in it. */
function repeatsOffer(text: string, start: number, written: string): boolean {
  const number = /\d+/u.exec(written)?.[0] ?? '';
  const said = [...sentenceAhead(text, start).matchAll(OFFERED)];
  return said.some(({ groups }) => (groups?.['a'] ?? groups?.['b']) === number);
}

/** What looks like a code where a verb says that it is typed, or used for an offer. */
function isTold(text: string, { start, end, written }: Token): boolean {
  if (!LOOKS.test(written) || NO_CODE.test(written)) return false;
  const ahead = before(text, start);
  const of = CODE_OF.exec(text.slice(Math.max(0, start - REACH), start))?.groups?.['of'];
  if ((of !== undefined && !OF_ELSE.test(of)) || HAN_CODE.test(ahead)) return true;
  if (TYPED.test(ahead)) return true;
  if (USED.test(ahead) && OFFER_BEHIND.test(after(text, end))) return true;
  return USED_FOR.test(ahead) && repeatsOffer(text, start, written);
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
  if (!isShaped) return false;
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
  if (codes.length === 0 && !/\p{N}/u.test(text.text) && text.text.search(ANY_CUE) === -1) return [];
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
