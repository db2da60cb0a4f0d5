/** Links, with or without a scheme; compared without tracking parameters and a trailing slash. */
import domains from './data/domains.json' with { type: 'json' };
import { remembered } from '../engine/remembered.ts';
import { claim, textOf } from './finder.ts';
import type { FactFinder } from './finder.ts';
import type { FoldedText } from './fold.ts';
import { matchesOf } from '../engine/matches-of.ts';

const PATH = `[^\\p{Extended_Pictographic}\\s<>"“”«»„‚‘’\`{}|\\\\^\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}，。；：！？（）「」『』、،؛؟…←-⇿]`;
const LABEL = '[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?';
const SCHEME = `https?:\\/\\/${PATH}{1,2000}`;
const TLD = `(?:[\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}]{2,24}|${domains.idn.join('|')})(?![\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}\\p{Script=Arabic}])`;
const WWW = `www\\.(?:${LABEL}\\.){1,4}${TLD}(?:[/?#]${PATH}{0,2000})?`;
/** A domain in a script of its own: Chinese needs a space before it, since nothing else tells where it begins. */
const IDN = `(?<!\\p{L})(?:${LABEL}\\.){1,3}(?:${domains.idn.join('|')})(?!\\p{L}|\\.\\p{L})(?:\\/${PATH}{0,2000})?`;
const ASCII_LABEL = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
const BARE = `(?:${ASCII_LABEL}\\.){1,4}(?:${domains.bare.join('|').replace(/\./g, '\\.')})(?![\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}\\p{N}_@-]|\\.[a-z]{2})(?:[/?#]${PATH}{0,2000})?`;
const WITH_PATH = `(?:${ASCII_LABEL}\\.){1,4}[a-z]{2,3}\\/${PATH}{1,2000}`;
const linkOf = (...others: readonly string[]): RegExp =>
  new RegExp(
    `(?<![\\p{Script=Latin}\\p{N}@._/-])(?:${[SCHEME, WWW, BARE, WITH_PATH, ...others].join('|')})`,
    'giu',
  );
const LINK = linkOf();
const ANY_LINK = linkOf(IDN);
const SAYS_LINK = /:\/\/|[\p{L}\p{N}]\.\p{L}/u;
const SAYS_IDN = new RegExp(`\\.(?:${domains.idn.join('|')})`, 'iu');

function linksIn(text: string): RegExpExecArray[] {
  if (!SAYS_LINK.test(text)) return [];
  return matchesOf(text, SAYS_IDN.test(text) ? ANY_LINK : LINK);
}

const TRAILING = /[.,;:!?'*_~\-\])]$/u;

function withoutTrailing(link: string): string {
  let end = link.length;
  while (end > 0 && TRAILING.test(link.slice(0, end))) {
    const last = link[end - 1];
    const open = last === ')' ? '(' : last === ']' ? '[' : undefined;
    const kept = link.slice(0, end);
    if (open !== undefined && kept.split(open).length >= kept.split(last ?? '').length) break;
    end -= 1;
  }
  return link.slice(0, end);
}

/** Absolute, host in lower case, the rest as written. */
export function absolute(link: string): string {
  const full = /^https?:\/\//i.test(link) ? link : `https://${link}`;
  return full.replace(
    /^(https?:\/\/)([^/?#]*)/i,
    (_, scheme: string, host: string) => `${scheme.toLowerCase()}${host.toLowerCase()}`,
  );
}

const TRACKING = new Set(domains.tracking);

/** Whether a parameter, in lower case, only says where the reader came from. */
export const isTracking = (name: string): boolean => name.startsWith('utm_') || TRACKING.has(name);

function decoded(text: string): string {
  try {
    return decodeURI(text).normalize('NFC');
  } catch {
    return text;
  }
}

/** What two spellings of one target have in common. */
export const target = remembered(targetOf);

function targetOf(link: string): string {
  const [beforeHash = '', hash] = absolute(link).split('#', 2);
  const [address = '', query = ''] = beforeHash.split('?', 2);
  const kept = query.split('&').filter((pair) => {
    const name = (pair.split('=')[0] ?? '').toLowerCase();
    return name !== '' && !isTracking(name);
  });
  const path = address.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/+$/, '');
  return decoded(path) + (kept.length > 0 ? `?${kept.join('&')}` : '') + (hash ? `#${hash}` : '');
}

/** "It's sold out.Shop later": two sentences whose space is missing. */
const isMissingSpace = (typed: string): boolean => /^[^/?#]*\p{Ll}\.\p{Lu}\p{Ll}+$/u.test(typed);
/** A full-width sign ends a link, though folding makes it look like a part of one. */
function endOf(text: FoldedText, start: number, end: number): number {
  const at = text.typed(start, end).search(/[\uFF01-\uFF5E]/u);
  const from = text.range(start, end).start;
  return at === -1 ? end : text.folded(from, from + at).end;
}
const NOT_LINKS = new Set(domains.notLinks);
const startsLikeDecimal = (link: string): boolean => /^[\d.,]+$/.test(link);

export const url: FactFinder = {
  kind: 'url',
  find: (text, _context, claims) =>
    linksIn(text.text).flatMap((match) => {
      const written = withoutTrailing(match[0]);
      if (startsLikeDecimal(written) || /^https?:\/*$/.test(written)) return [];
      const start = match.index;
      const end = endOf(text, start, start + written.length);
      const typed = text.typed(start, end);
      if (isMissingSpace(typed) || NOT_LINKS.has(typed.toLowerCase())) return [];
      return claim(text, claims, { kind: 'url', start, end, readings: [absolute(typed)] });
    }),
  equal: (a, b) => typeof a === 'string' && typeof b === 'string' && target(a) === target(b),
  print: textOf,
};
