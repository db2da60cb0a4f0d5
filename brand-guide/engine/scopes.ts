/** Finds the stretches of a text that most rules leave alone: links, addresses, tags, code, merge tags, quotations. */
import { IDEOGRAPH, WORD, kindOf } from './character.ts';
import domains from './top-level-domains.json' with { type: 'json' };
import type { Scope, ScopeKind } from './types.ts';

interface Finder {
  readonly kind: ScopeKind;
  /** Without it the pattern cannot match, and need not be tried. */
  readonly needs: string;
  readonly pattern: RegExp;
}

const LINK_TAIL = String.raw`[^\s<>"“”«»「」『』，。、！？；：（）\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]*`;
const DOMAIN = `\\.(?:${domains.join('|')})(?![\\p{L}\\p{N}_-])(?:[:/?#]${LINK_TAIL})?`;

/** In order of claim: what an earlier one took, a later one leaves. */
const FINDERS: readonly Finder[] = [
  { kind: 'code', needs: '`', pattern: /```[^]*?(?:```|$)|`[^`\n]+`/gu },
  { kind: 'merge-tag', needs: '{{', pattern: /\{\{[^{}\n]{1,200}\}\}/gu },
  {
    kind: 'url',
    needs: '://',
    pattern: new RegExp(`(?<![A-Za-z0-9])[Hh][Tt][Tt][Pp][Ss]?://${LINK_TAIL}`, 'gu'),
  },
  { kind: 'email', needs: '@', pattern: /@(?<=[\p{L}\p{N}._%+-]@)[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu },
  {
    kind: 'handle',
    needs: '@',
    pattern: /@(?<![\p{L}\p{N}_@/.]@)[\p{L}\p{N}_][\p{L}\p{N}_.-]*(?:@[\p{L}\p{N}.-]+)?/gu,
  },
  { kind: 'url', needs: '.', pattern: new RegExp(DOMAIN, 'gu') },
  { kind: 'hashtag', needs: '#', pattern: /#(?<![\p{L}\p{N}_&/]#)[\p{L}\p{N}\p{M}_\u200C\u200D]+/gu },
  { kind: 'hashtag', needs: '＃', pattern: /＃(?<![\p{L}\p{N}_&/]＃)[\p{L}\p{N}\p{M}_\u200C\u200D]+/gu },
];

const QUOTES: readonly (readonly [open: string, pattern: RegExp])[] = [
  ['“', /“[^“”]*?”/gu],
  ['„', /„[^„“”]*?[“”]/gu],
  ['«', /«[^«»]*?»/gu],
  ['「', /「[^「」]*?」/gu],
  ['『', /『[^『』]*?』/gu],
  ['"', /"[^"\n]+?"/gu],
];

const TRAILING = /[.,;:!?…'’")\]}]+$/u;
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

function trimEnd(text: string, start: number, end: number): number {
  const tail = TRAILING.exec(text.slice(Math.max(start, end - 20), end));
  return tail ? end - tail[0].length : end;
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
  for (const { 0: match, index } of text.matchAll(finder.pattern)) {
    while (taken[next] && (taken[next]?.end ?? 0) <= index) floor = Math.max(floor, taken[next++]?.end ?? 0);
    const end = ['url', 'email', 'handle'].includes(finder.kind)
      ? trimEnd(text, index, index + match.length)
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

function quotations(text: string): Scope[] {
  const found: Scope[] = [];
  for (const [open, pattern] of QUOTES) {
    if (!text.includes(open)) continue;
    for (const { 0: match, index } of text.matchAll(pattern)) {
      if (!/\n\s*\n/u.test(match)) found.push({ kind: 'quotation', start: index, end: index + match.length });
    }
  }
  return found;
}

/** All scopes by start. Only quotations may hold others. */
export function scopesOf(text: string): Scope[] {
  let taken: Scope[] = [];
  for (const finder of FINDERS) {
    if (!text.includes(finder.needs)) continue;
    const found = [...claim(finder, text, taken)];
    if (found.length > 0) taken = [...taken, ...found].toSorted(byStart);
  }
  return [...taken, ...quotations(text)].toSorted(byStart);
}
