/** Cuts English prose into sentences by Kiss and Strunk's method (Punkt): abbreviations, initials and numbers do not end one by themselves. */
import type { Range } from '../engine/types.ts';
import words from './sentence-words.json' with { type: 'json' };

const ABBREVIATIONS = new Set(words.abbreviations);
const STARTERS = new Set(words.starters);
/** Seen in lower case, and never with a capital but at a sentence's start. */
const OPENING = new Set(words.opening);
const ORDINARY = new Set([...words.opening, ...words.ordinary]);

interface Token {
  readonly text: string;
  readonly end: number;
  breaks: boolean;
  short: boolean;
}

const ENDS = /(?:\.["”’)]|[?!]["'’”)]?)$|[.?!][[(]|\."/u;
const MARK = /[.!?。！？]/u;
const TOKEN = /[^\s。；！？]*[。；！？]|[^\s。；！？]+/gu;
const NUMBER = /-?[.,]?\d[\d,.-]*\.?$/u;
const INITIAL = /^[A-Za-z]\.$/u;
const DOTTED = /(?:\w\.)+\w*\./u;
const ELLIPSIS = /(?:\.\s?){2,}\./u;

/** Tokens that end in a mark, or come right after one that does. */
function* tokensIn(text: string): Iterable<Token> {
  let wanted = false;
  for (const { 0: word, index } of text.matchAll(TOKEN)) {
    const marked = MARK.test(word);
    if (marked || wanted) yield { text: word, end: index + word.length, breaks: false, short: false };
    wanted = marked;
  }
}

const isUpper = ({ text }: Token): boolean => /^\p{Lu}/u.test(text);
const isLower = ({ text }: Token): boolean => /^\p{Ll}/u.test(text);

/** The word that a token is, numbers all alike. */
function typeOf({ text, breaks }: Token): string {
  const type = text.toLowerCase().replace(NUMBER, '#').replaceAll(',', '');
  return breaks && type.length > 1 ? type.replace(/\.$/u, '') : type;
}

/** Whether the token is one that only begins sentences, or one that never does; undefined where nothing tells. */
function begins(token: Token): boolean | undefined {
  if (/^[;:,.!?]$/u.test(token.text)) return false;
  const type = typeOf(token);
  if (isUpper(token) && (OPENING.has(type) || /(?:ly|ing)$/u.test(type))) return true;
  return isLower(token) ? false : undefined;
}

const isOrdinary = (token: Token): boolean => {
  const type = typeOf(token);
  return ORDINARY.has(type) || STARTERS.has(type) || /(?:ly|ing|ed|tion|ment|ness|able)$/u.test(type);
};

function judgeAlone(token: Token): void {
  const { text } = token;
  if (ENDS.test(text) && !text.includes('Yahoo!')) token.breaks = true;
  else if (text.endsWith('。')) token.breaks = true;
  else if (text.endsWith('.') && !text.endsWith('..')) {
    const word = text.slice(0, -1).toLowerCase();
    const last = word.split('-').at(-1) ?? '';
    if (ABBREVIATIONS.has(word) || ABBREVIATIONS.has(last)) token.short = true;
    else token.breaks = true;
  }
}

/** Abbreviations, initials and numbers, by what comes after them. */
function judgeBefore(token: Token, next: Token): void {
  if (!token.text.endsWith('.')) return;
  const initial = INITIAL.test(token.text);
  if ((token.short || /\.\.+$/u.test(token.text)) && !initial) {
    if (begins(next) === true || (isUpper(next) && STARTERS.has(typeOf(next)))) {
      token.breaks = true;
      return;
    }
  }
  if (token.text === '.' && next.text === '.') {
    token.breaks = false;
    next.breaks = false;
  } else if (initial || /^#\.?$/u.test(typeOf(token))) {
    const unknownName = initial && isUpper(next) && !isOrdinary(next) && begins(next) === undefined;
    if (begins(next) === false || unknownName) token.breaks = false;
  }
}

/** Spaced dots, dotted abbreviations such as `U.S.`, and marks inside brackets or quotations. */
function judgeDots(token: Token, next: Token): void {
  const { text } = token;
  const starter = STARTERS.has(typeOf(next));
  if (text.endsWith('.') && next.text === '.') {
    token.breaks = false;
    next.breaks = false;
    return;
  }
  if (ELLIPSIS.test(text)) {
    if (isUpper(next) || starter) {
      token.breaks = true;
      return;
    }
  }
  if (token.breaks && /[)’”"']$/u.test(text) && isLower(next) && !starter) {
    token.breaks = false;
    return;
  }
  if (text.endsWith('.') && !token.breaks && isUpper(next) && isOrdinary(next)) token.breaks = true;
  if (!DOTTED.test(text) || INITIAL.test(text)) return;
  token.breaks = begins(next) === true || (isUpper(next) && starter);
}

function* endsIn(text: string): Iterable<number> {
  const tokens = [...tokensIn(text)];
  for (const token of tokens) judgeAlone(token);
  for (const judge of [judgeBefore, judgeDots])
    for (const [at, token] of tokens.entries()) {
      const next = tokens[at + 1];
      if (next) judge(token, next);
    }
  for (const { breaks, end } of tokens) if (breaks) yield end;
  yield text.length;
}

/** In order, without the white space around them. */
export function valeSentences(text: string): Range[] {
  const found: Range[] = [];
  let start = 0;
  for (const end of endsIn(text)) {
    const piece = text.slice(start, end);
    const from = start + (piece.length - piece.trimStart().length);
    const to = start + piece.trimEnd().length;
    if (to > from) found.push({ start: from, end: to });
    start = end;
  }
  return found;
}

export function isOneSentence(text: string): boolean {
  return !MARK.test(text) || valeSentences(text).length === 1;
}
