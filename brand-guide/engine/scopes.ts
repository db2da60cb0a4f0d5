/** Finds the stretches of a text that most rules leave alone: links, addresses, tags, code, merge tags, quotations. */
import { IDEOGRAPH, WORD, kindOf } from './character.ts';
import { quotationsOf } from './quotations.ts';
import domains from './top-level-domains.json' with { type: 'json' };
import type { Scope, ScopeKind } from './types.ts';
import { matchesOf } from './matches-of.ts';

interface Finder {
  readonly kind: ScopeKind;
  /** Without it the pattern cannot match, and need not be tried. */
  readonly needs: string;
  readonly pattern: RegExp;
}

const HAN = String.raw`\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}`;
const LINK_TAIL = `[^\\s<>"“”„«»‹›‘’「」『』《》〈〉【】，。、！？；：（）،؛؟\u037E\u2066-\u2069${HAN}]*`;
/** In capitals only what is no word: IT and ASP.NET are no addresses. */
const CAPITAL_DOMAINS = ['COM', 'ORG', 'INFO', 'BIZ', 'SHOP', 'STORE', 'APP', 'EDU', 'GOV', 'EXAMPLE'];
const TOP = `\\.(?:${[...domains, ...CAPITAL_DOMAINS].join('|')})`;
const DOMAIN = `(?:${TOP}){1,3}(?![\\p{L}\\p{N}_-])(?:[:/?#]${LINK_TAIL})?`;
/** No letter of a script that spaces its words. */
const NO_WORD_BEFORE = (signs: string) => `(?<!(?![${HAN}])[\\p{L}\\p{N}_${signs}])`;
const ACCOUNT = `(?:[A-Za-z0-9_][A-Za-z0-9_.-]*|(?:(?![${HAN}])[\\p{L}\\p{N}_])(?:(?![${HAN}])[\\p{L}\\p{N}\\p{M}_.-])*)(?:@[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+)?`;
const TAG = String.raw`(?!\uFE0F?\u20E3)[\p{L}\p{N}\p{M}_\u200C\u200D]+`;

/** In order of claim: what an earlier one took, a later one leaves. */
const FINDERS: readonly Finder[] = [
  { kind: 'code', needs: '`', pattern: /```[^]*?(?:```|$)|``[^`\n][^\n]*?``(?!`)|`[^`\n]+`/gu },
  { kind: 'merge-tag', needs: '{{', pattern: /\{\{[^{}\n]{1,200}\}\}/gu },
  {
    kind: 'url',
    needs: '://',
    pattern: new RegExp(`(?<![A-Za-z0-9+-])[A-Za-z][A-Za-z0-9+-]{1,19}://${LINK_TAIL}`, 'gu'),
  },
  {
    kind: 'url',
    needs: '.',
    pattern: new RegExp(`(?<![\\p{L}\\p{N}@._-])[Ww]{3}\\.(?=[\\p{L}\\p{N}])${LINK_TAIL}`, 'gu'),
  },
  { kind: 'email', needs: '@', pattern: /@(?<=[\p{L}\p{N}._%+-]@)[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu },
  { kind: 'handle', needs: '@', pattern: new RegExp(`${NO_WORD_BEFORE('@/.')}@${ACCOUNT}`, 'gu') },
  { kind: 'handle', needs: '＠', pattern: new RegExp(`${NO_WORD_BEFORE('@/.')}＠${ACCOUNT}`, 'gu') },
  { kind: 'url', needs: '.', pattern: new RegExp(DOMAIN, 'gu') },
  { kind: 'hashtag', needs: '#', pattern: new RegExp(`${NO_WORD_BEFORE('&/')}#${TAG}`, 'gu') },
  { kind: 'hashtag', needs: '＃', pattern: new RegExp(`${NO_WORD_BEFORE('&/')}＃${TAG}`, 'gu') },
];

const TRAILING = /[.,;:!?…’'")\]}*_~|-]|\u200C|\u200D/u;
const PAIRS: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };
const DOMAIN_PART = /[\p{L}\p{N}.-]/u;
const LOCAL_PART = /[\p{L}\p{N}._%+-]/u;
const LETTER = /\p{L}/u;

/** Walks left from `from` over characters of a kind, never over what is already claimed. */
function extendLeft(text: string, from: number, floor: number, allowed: RegExp): number {
  let start = from;
  while (start > floor) {
    const step = start - 2 >= floor && /[\uDC00-\uDFFF]/u.test(text.charAt(start - 1)) ? 2 : 1;
    if (!allowed.test(text.slice(start - step, start))) break;
    start -= step;
  }
  return start;
}

function count(text: string, sign: string): number {
  return text.split(sign).length - 1;
}

/** A bracket that the address itself opens belongs to it; an underscore ends a handle as well as a word. */
function keepsEnd(kind: ScopeKind, address: string): boolean {
  const last = address.at(-1) ?? '';
  if ('_-~*|'.includes(last) && last !== '')
    return kind === 'url' ? last === '_' || last === '-' : last === '_';
  const opening = PAIRS[last];
  return opening !== undefined && count(address, opening) >= count(address, last);
}

const LONGEST_TAIL = 20;
const TRIMMED: ReadonlySet<ScopeKind> = new Set(['url', 'email', 'handle', 'hashtag']);

function trimEnd(kind: ScopeKind, text: string, start: number, end: number): number {
  let to = end;
  const floor = Math.max(start + 1, end - LONGEST_TAIL);
  while (to > floor && TRAILING.test(text.charAt(to - 1)) && !keepsEnd(kind, text.slice(start, to))) to--;
  return to;
}

function leftEdge(kind: ScopeKind, text: string, at: number, floor: number): number {
  if (kind === 'email') return extendLeft(text, at, floor, LOCAL_PART);
  if (kind === 'url' && text.charAt(at) === '.') {
    let start = extendLeft(text, at, floor, DOMAIN_PART);
    while (start < at && '.-'.includes(text.charAt(start))) start++;
    return start;
  }
  return at;
}

function hasBody(kind: ScopeKind, text: string, start: number, at: number): boolean {
  if (kind === 'email') return text.charAt(start - 1) !== '@';
  if (kind !== 'url' || text.charAt(at) !== '.') return true;
  const before = text.charCodeAt(start);
  return start < at && (kindOf(before) & WORD) !== 0 && (kindOf(before) & IDEOGRAPH) === 0;
}

function* claim(finder: Finder, text: string, taken: readonly Scope[]): Iterable<Scope> {
  let next = 0;
  let floor = 0;
  for (const { 0: match, index } of matchesOf(text, finder.pattern)) {
    while (taken[next] && (taken[next]?.end ?? 0) <= index) floor = Math.max(floor, taken[next++]?.end ?? 0);
    const end = TRIMMED.has(finder.kind)
      ? trimEnd(finder.kind, text, index, index + match.length)
      : index + match.length;
    if ((taken[next]?.start ?? Infinity) < end) continue;
    const start = leftEdge(finder.kind, text, index, floor);
    floor = end;
    if (finder.kind === 'hashtag' && !LETTER.test(match)) continue;
    if (hasBody(finder.kind, text, start, index)) yield { kind: finder.kind, start, end };
  }
}

function byStart(a: Scope, b: Scope): number {
  return a.start - b.start || b.end - a.end;
}

/** All scopes by start. Only quotations may hold others. */
export function scopesOf(text: string): Scope[] {
  let taken: Scope[] = [];
  for (const finder of FINDERS) {
    if (!text.includes(finder.needs)) continue;
    const found = [...claim(finder, text, taken)];
    if (found.length > 0) taken = [...taken, ...found].toSorted(byStart);
  }
  return [...taken, ...quotationsOf(text)].toSorted(byStart);
}

/** Adds scopes that are known, in order, from elsewhere; what was found and touches one gives way, but for quotations. */
export function withScopes(found: readonly Scope[], known: readonly Scope[]): readonly Scope[] {
  if (known.length === 0) return found;
  let next = 0;
  const kept = found.filter(({ kind, start, end }) => {
    while ((known[next]?.end ?? Infinity) <= start) next++;
    return kind === 'quotation' || (known[next]?.start ?? Infinity) >= end;
  });
  return [...kept, ...known].toSorted(byStart);
}
