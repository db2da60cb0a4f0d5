/** Writes what a rule looks for as a pattern of Vale's engine (regexp2), which is run without regard to case. */
import { stripAccents } from '../engine/fold-character.ts';
import { foldText } from '../engine/fold.ts';
import { suffixesOf } from '../engine/suffixes.ts';
import type { Literal } from '../engine/types.ts';

/** Letters and marks that the linter holds equal. */
const EQUAL = ['её', 'ىیي', 'كک', 'σς', "'’‘ʼ＇", '"“”„«»＂', '-‐‑'];
/** Vale folds these to the micro sign and to an iota below, and finds neither. */
const LOST: Readonly<Record<string, string>> = { μ: '(?-i:[μΜ])', ι: '(?-i:[ιΙ])' };
const WORD = /[\p{L}\p{M}\p{Nd}\p{Pc}\u200C\u200D]/u;
const HAN = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/u;
const ZWNJ = '\u200C';

function escaped(character: string): string {
  return /[\\^$.*+?()[\]{}|/#-]/u.test(character) ? `\\${character}` : character;
}

function ofCharacter(character: string, locale: string, caseSensitive: boolean): string {
  if (character === ZWNJ || (character === ' ' && /^fa\b/u.test(locale))) return `[\\s${ZWNJ}]*`;
  if (/\s/u.test(character)) return '\\s+';
  const small = character.toLocaleLowerCase('und');
  const lost = LOST[small];
  if (lost !== undefined && !caseSensitive) return lost;
  const equal = EQUAL.find((set) => set.includes(small));
  return equal === undefined ? escaped(character) : `[${[...equal].map(escaped).join('')}]`;
}

function plainPattern(text: string, locale: string, caseSensitive = false): string {
  return [...text.normalize('NFC')]
    .map((character) => ofCharacter(character, locale, caseSensitive))
    .join('');
}

/** Greek drops its accents in capitals, and only there. */
function inCapitals(text: string): string | undefined {
  if (!/\p{Script=Greek}/u.test(text)) return undefined;
  const bare = [...foldText(text)].map((one) => stripAccents(one)).join('');
  return bare === foldText(text) ? undefined : `(?-i:${bare.toLocaleUpperCase('und')})`;
}

/** A pattern for a text in any of its spellings, without boundaries. */
export function textPattern(text: string, locale: string, caseSensitive = false): string {
  const plain = plainPattern(text, locale, caseSensitive);
  if (caseSensitive) return `(?-i:${plain})`;
  const capitals = inCapitals(text);
  return capitals === undefined ? plain : `(?:${plain}|${capitals})`;
}

function boundary(character: string | undefined): string {
  return character !== undefined && WORD.test(character) && !HAN.test(character) ? '\\b' : '';
}

/** The endings that may follow, which are no part of the hit; English `'s` stands behind a boundary anyway. */
function endings({ text, suffixes = false }: Literal, locale: string): string {
  const end = boundary([...text].at(-1));
  const { endings: known } = suffixesOf(locale);
  if (!suffixes || known.length === 0 || /^en\b/u.test(locale)) return end;
  return `(?=(?:${ZWNJ}?(?:${known.map((one) => plainPattern(one, 'und')).join('|')}))?${end})`;
}

/** Whole words that begin as the literal does and are not meant. */
function exceptions({ text, except = [], suffixes, use = [] }: Literal, locale: string): string {
  const folded = foldText(text);
  const right = use.filter((one) => foldText(one) === folded).map((one) => textPattern(one, locale, true));
  const known = suffixes ? [...suffixesOf(locale).except].filter((one) => one.startsWith(folded)) : [];
  const words = [...right, ...[...except, ...known].map((one) => textPattern(one, locale))];
  return words.length === 0 ? '' : `(?!(?:${words.join('|')})\\b)`;
}

/** A right text around the literal, such as `iced coffee` around `coffee`. */
export interface Around {
  readonly before: string;
  readonly after: string;
}

function shielded({ before, after }: Around, literal: string, locale: string): string {
  const ahead = before === '' ? '' : `(?<=${textPattern(before, locale)})`;
  return `(?!${ahead}${literal}${textPattern(after, locale)})`;
}

/** Links, addresses, handles and hashtags are no prose. */
const NO_PROSE = { before: '(?<![#@/]|\\w\\.)', after: '(?!\\.\\w|@)' };

/** The literal as the linter finds it: bounded by words, without what it excepts or what stands in a right text. */
export function literalPattern(literal: Literal, around: readonly Around[], locale: string): string {
  const { text, match = 'word', caseSensitive } = literal;
  const plain = textPattern(text, locale, caseSensitive);
  const end = match === 'prefix' ? '\\w*' : endings(literal, locale);
  const shields = around.map((one) => shielded(one, plain, locale)).join('');
  const start = boundary([...text][0]);
  const { before, after } = start === '' ? { before: '', after: '' } : NO_PROSE;
  return `${start}${before}${exceptions(literal, locale)}${shields}${plain}${end}${after}`;
}
