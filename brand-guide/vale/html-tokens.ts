/** Cuts HTML into tags, texts and comments, as they are written: nothing is closed that its author left open. */
import { parseFragment } from 'parse5';
import type { Piece } from '../markup/source-map.ts';
import { sliced } from './mapped.ts';
import type { Attributes, Mapped, Token } from './token.ts';

/** Their content is text up to their own end tag. */
const RAW = new Set([
  'script',
  'style',
  'textarea',
  'title',
  'noscript',
  'iframe',
  'noembed',
  'noframes',
  'xmp',
]);
const TAG = /<(\/?)([a-z][^\s/>]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/iuy;
const ATTRIBUTE = /([^\s=/"'<>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+)))?/gu;
const ENTITY = /&(?:#x?[\da-f]{1,7}|[a-z][a-z\d]{1,31});?/giu;

const decoded = new Map<string, string>();

function decode(entity: string): string {
  const known = decoded.get(entity);
  if (known !== undefined) return known;
  const [node] = parseFragment(entity).childNodes;
  const text = node && 'value' in node ? node.value : entity;
  if (decoded.size < 5000) decoded.set(entity, text);
  return text;
}

/** With its entities resolved. */
function resolved(written: Mapped): Mapped {
  if (!written.text.includes('&')) return written;
  const pieces: Piece[] = [];
  let text = '';
  let at = 0;
  const keep = (end: number): void => {
    const part = sliced(written, at, end);
    for (const piece of part.pieces) pieces.push({ ...piece, at: piece.at + text.length });
    text += part.text;
    at = end;
  };
  for (const { 0: entity, index } of written.text.matchAll(ENTITY)) {
    const value = decode(entity);
    if (value === entity) continue;
    keep(index);
    const own = sliced(written, index, index + entity.length).pieces;
    pieces.push({ at: text.length, start: own[0]?.start ?? 0, end: own.at(-1)?.end ?? 0, verbatim: false });
    text += value;
    at = index + entity.length;
  }
  keep(written.text.length);
  return { text, pieces };
}

function attributesOf(written: string): Attributes {
  const found: Record<string, string> = {};
  for (const [, name = '', double, single, bare] of written.matchAll(ATTRIBUTE))
    found[name.toLowerCase()] ??= (double ?? single ?? bare ?? '').replaceAll(ENTITY, decode);
  return found;
}

function altOf(written: Mapped, attributes: Attributes, from: number): Mapped | undefined {
  const { alt } = attributes;
  if (alt === undefined || alt === '') return undefined;
  const at = written.text.indexOf(alt, from);
  return at < 0 ? undefined : sliced(written, at, at + alt.length);
}

interface Cut {
  readonly token: Token | undefined;
  readonly end: number;
}

function startOf({ pieces }: Mapped): number {
  return pieces[0]?.start ?? 0;
}

function commentAt(written: Mapped, at: number): Cut | undefined {
  const { text } = written;
  if (text.startsWith('<!--', at)) {
    const close = text.indexOf('-->', at + 4);
    const end = close < 0 ? text.length : close + 3;
    const inner = text.slice(at + 4, close < 0 ? text.length : close);
    return { token: { kind: 'comment', text: inner.trim(), at: startOf(sliced(written, at, end)) }, end };
  }
  if (!/^<[!?]/u.test(text.slice(at, at + 2))) return undefined;
  const close = text.indexOf('>', at);
  return { token: undefined, end: close < 0 ? text.length : close + 1 };
}

function tagAt(written: Mapped, at: number): Cut | undefined {
  TAG.lastIndex = at;
  const match = TAG.exec(written.text);
  if (!match) return undefined;
  const [whole, slash = '', name = '', rest = ''] = match;
  const tag = name.toLowerCase();
  const end = at + whole.length;
  if (slash !== '') return { token: { kind: 'end', tag }, end };
  const attributes = attributesOf(rest);
  const alt = altOf(written, attributes, at);
  const kind = rest.endsWith('/') ? 'self' : 'start';
  return { token: { kind, tag, attributes, ...(alt && { alt }) }, end };
}

function* rawContent(written: Mapped, tag: string, at: number): Generator<Token, number> {
  const close = new RegExp(`</${tag}[\\s/>]`, 'iu').exec(written.text.slice(at));
  const end = close ? at + close.index : written.text.length;
  if (end > at) yield { kind: 'text', content: sliced(written, at, end) };
  return end;
}

export function* htmlTokens(written: Mapped): Iterable<Token> {
  const { text } = written;
  let plain = 0;
  let at = 0;
  while ((at = text.indexOf('<', at)) >= 0) {
    const cut = commentAt(written, at) ?? tagAt(written, at);
    if (!cut) {
      at++;
      continue;
    }
    if (at > plain) yield { kind: 'text', content: resolved(sliced(written, plain, at)) };
    if (cut.token) yield cut.token;
    at = cut.end;
    if (cut.token?.kind === 'start' && RAW.has(cut.token.tag))
      at = yield* rawContent(written, cut.token.tag, at);
    plain = at;
  }
  if (plain < text.length) yield { kind: 'text', content: resolved(sliced(written, plain)) };
}
