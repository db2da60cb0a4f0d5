/** Finds the call to action among the sentences of a text: the last one that leads somewhere. */
import type { Mention } from '../../../brand-guide/facts/types.ts';
import { languageOf } from '../../../brand-guide/engine/locale.ts';
import leads from '../data/link-leads.json' with { type: 'json' };
import { linkWords, withoutMarks } from './inline-marks.ts';
import type { Piece } from './pieces.ts';

/** Pieces `from` to `to`, `to` not included. */
export interface Call {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly url: string;
}

const LEADS: Readonly<Record<string, readonly string[]>> = leads;
/** Code points beside the link: a longer one tells a story. */
const MOST = 120;
/** A link may be long. */
const LONGEST = 2_400;
const POINTERS = String.raw`\s:：\-–—→\u27A1\u2B07\uFE0F👉🔗👇،,`;
const OUTER = new RegExp(`^[${POINTERS}<>([]+|[${POINTERS}<>()[\\]]+$`, 'gu');

const bare = (text: string): string => text.replace(OUTER, '').trim();

const trailing = new Map(
  Object.entries(LEADS).map(([language, words]) => {
    const gap = language === 'zh' ? '' : '(?<=\\s)';
    return [language, new RegExp(`[\\s,，、،]{0,3}${gap}(?:${words.join('|')})$`, 'iu')] as const;
  }),
);

/** Words such as “or visit”, which lead to a link and say nothing without it. */
function withoutLead(text: string, locale: string): string {
  const lead = trailing.get(languageOf(locale));
  if (!lead) return text;
  let left = text;
  for (let tries = 0; tries < 4; tries += 1) {
    const shorter = bare(left.replace(lead, ''));
    if (shorter === '' || shorter === left) break;
    left = shorter;
  }
  return left;
}

/** What a stretch says beside its only link; empty where that is nothing. */
function wordsBeside(typed: string, link: Mention, locale: string): string {
  const words = linkWords(typed);
  if (words !== undefined) return words.trim();
  const at = typed.indexOf(link.text);
  const before = withoutLead(bare(typed.slice(0, at)), locale);
  const after = bare(typed.slice(at + link.text.length).replace(/^[.!?。！？]+/u, ''));
  return withoutMarks([before, after].filter((one) => one !== '').join(' '));
}

const isShort = (text: string): boolean => Array.from(text.slice(0, MOST * 2 + 1)).length <= MOST;

/** The links of each piece, in order of both. */
function linksOf(pieces: readonly Piece[], links: readonly Mention[]): readonly (readonly Mention[])[] {
  let next = 0;
  return pieces.map(({ end }) => {
    const from = next;
    while (next < links.length && (links[next]?.end ?? end + 1) <= end) next += 1;
    return links.slice(from, next);
  });
}

/** A sentence of its own words, else the line that it stands in, else with the line above that leads to it. */
export function callIn(
  source: string,
  pieces: readonly Piece[],
  mentions: readonly Mention[],
  after: number,
  locale: string,
): Call | undefined {
  const links = linksOf(
    pieces,
    mentions.filter(({ kind }) => kind === 'url'),
  );
  const says = (from: number, to: number, link: Mention): string =>
    wordsBeside(source.slice(pieces[from]?.start, pieces[to - 1]?.end), link, locale);
  for (let at = pieces.length - 1; at >= after; at -= 1) {
    const [link, another] = links[at] ?? [];
    const [url] = link?.readings ?? [];
    if (!link || another || typeof url !== 'string' || !closes(pieces, at)) continue;
    const froms = [at, lineStart(pieces, at, after), above(pieces, at, after)];
    const own = froms.map((from) => ({ from, text: says(from, at + 1, link) }));
    const found = own.find(({ from, text }) => text !== '' && isShort(text) && alone(links, from, at));
    if (found) return { ...found, to: at + 1, url };
  }
  return undefined;
}

/** Whether nothing but small print stands behind it in its paragraph. */
function closes(pieces: readonly Piece[], at: number): boolean {
  const piece = pieces[at];
  if (piece?.kind !== 'text' || piece.text.length > LONGEST) return false;
  for (let next = at + 1; pieces[next]?.paragraph === piece.paragraph; next += 1)
    if (pieces[next]?.kind === 'text' || pieces[next]?.kind === 'heading') return false;
  return true;
}

const alone = (links: readonly (readonly Mention[])[], from: number, to: number): boolean =>
  links.slice(from, to).every((one) => one.length === 0);

function lineStart(pieces: readonly Piece[], at: number, after: number): number {
  let from = at;
  while (from > after && pieces[from - 1]?.line === pieces[at]?.line && pieces[from - 1]?.kind === 'text')
    from -= 1;
  return from;
}

/** The line above, of which a link alone is the end. */
function above(pieces: readonly Piece[], at: number, after: number): number {
  const start = lineStart(pieces, at, after);
  const before = pieces[start - 1];
  if (start <= after || before?.kind !== 'text' || before.line !== (pieces[at]?.line ?? 0) - 1) return start;
  return before.text.length <= MOST ? start - 1 : start;
}
