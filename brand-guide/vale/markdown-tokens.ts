/** Reads GitHub's Markdown into the tags and texts of the HTML that it stands for. */
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { aligned } from './align.ts';
import { htmlTokens } from './html-tokens.ts';
import { markdownStretches } from './markdown-stretches.ts';
import { madeUp, stretch } from './mapped.ts';
import { endTag, startTag } from './token.ts';
import type { Attributes, Mapped, Token } from './token.ts';

type Root = ReturnType<typeof fromMarkdown>;
type Child<Node> = Node extends { readonly children: readonly (infer Inner)[] } ? Inner : never;
type Blocks = Root['children'][number];
type Content = Blocks | Child<Blocks>;
type OfType<Type extends Content['type']> = Extract<Content, { readonly type: Type }>;
type List = OfType<'list'>;
type Table = OfType<'table'>;
type FootnoteDefinition = OfType<'footnoteDefinition'>;
type Image = OfType<'image'>;
type ImageReference = OfType<'imageReference'>;

interface Reading {
  readonly source: string;
  readonly notes: ReadonlyMap<string, FootnoteDefinition>;
  /** In the order in which the text refers to them. */
  readonly referred: string[];
  readonly targets: ReadonlyMap<string, string>;
}

const span = (node: Content): readonly [start: number, end: number] => [
  node.position?.start.offset ?? 0,
  node.position?.end.offset ?? 0,
];

const text = (content: Mapped): Token => ({ kind: 'text', content });

/** As a link's address is written into HTML. */
function addressOf(url: string): string {
  try {
    return encodeURI(url).replaceAll('%25', '%');
  } catch {
    return url;
  }
}

function* wrapped(tag: string, inner: Iterable<Token>, attributes?: Attributes): Iterable<Token> {
  yield startTag(tag, attributes);
  yield* inner;
  yield endTag(tag);
}

function* all(nodes: readonly Content[], reading: Reading, tight = false): Iterable<Token> {
  for (const node of nodes) yield* tokensOf(node, reading, tight);
}

function* listTokens(list: List, reading: Reading): Iterable<Token> {
  const loose = list.spread === true || list.children.some((item) => item.spread === true);
  yield startTag(list.ordered === true ? 'ol' : 'ul');
  for (const item of list.children) {
    yield startTag('li');
    if (typeof item.checked === 'boolean') {
      yield startTag('input', { type: 'checkbox' });
      yield text(madeUp(' ', span(item)[0]));
    }
    yield* all(item.children, reading, !loose);
    yield endTag('li');
  }
  yield endTag(list.ordered === true ? 'ol' : 'ul');
}

function* tableTokens(table: Table, reading: Reading): Iterable<Token> {
  yield startTag('table');
  for (const [at, row] of table.children.entries()) {
    if (at < 2) yield startTag(at === 0 ? 'thead' : 'tbody');
    yield startTag('tr');
    for (const cell of row.children) yield* wrapped(at === 0 ? 'th' : 'td', all(cell.children, reading));
    yield endTag('tr');
    if (at === 0) yield endTag('thead');
  }
  if (table.children.length > 1) yield endTag('tbody');
  yield endTag('table');
}

function imageToken(node: Image | ImageReference, { source }: Reading): Token {
  const [start, end] = span(node);
  const alt = node.alt ?? '';
  const attributes = { alt, src: node.type === 'image' ? node.url : '' };
  if (alt === '') return startTag('img', attributes);
  return { kind: 'start', tag: 'img', attributes, alt: aligned(source, start + 2, end, alt) };
}

function codeTokens(value: string, node: Content, language: string | null | undefined, { source }: Reading) {
  const [start, end] = span(node);
  const fence = /^(?:`{3,}|~{3,})[^\n]*\n/u.exec(source.slice(start, end))?.[0].length ?? 0;
  const content = text(aligned(source, start + fence, end, value, { code: true }));
  const attributes = language ? { class: `language-${language}` } : undefined;
  return wrapped('pre', wrapped('code', [content], attributes));
}

function* inlineCode(value: string, node: Content, { source }: Reading): Iterable<Token> {
  const [start, end] = span(node);
  const ticks = /^`+/u.exec(source.slice(start, end))?.[0].length ?? 0;
  yield* wrapped('code', [text(aligned(source, start + ticks, end - ticks, value, { code: true }))]);
}

function* noteReference(identifier: string, node: Content, reading: Reading): Iterable<Token> {
  if (!reading.notes.has(identifier)) return;
  if (!reading.referred.includes(identifier)) reading.referred.push(identifier);
  const number = String(reading.referred.indexOf(identifier) + 1);
  const content = text(madeUp(number, span(node)[0]));
  yield* wrapped('sup', wrapped('a', [content], { href: `#fn:${number}`, class: 'footnote-ref' }));
}

/** After the document, in the order of their references; a note may refer to others. */
function* noteTokens(reading: Reading): Iterable<Token> {
  if (reading.referred.length === 0) return;
  yield startTag('div', { class: 'footnotes' });
  yield startTag('ol');
  for (let at = 0; at < reading.referred.length; at++) {
    const note = reading.notes.get(reading.referred[at] ?? '');
    if (!note) continue;
    yield startTag('li');
    yield* all(note.children, reading);
    yield endTag('li');
  }
  yield endTag('ol');
  yield endTag('div');
}

/** Elements that hold others. */
function holderTokens(node: Content, reading: Reading, tight: boolean): Iterable<Token> {
  switch (node.type) {
    case 'paragraph':
      return tight ? all(node.children, reading) : wrapped('p', all(node.children, reading));
    case 'heading':
      return wrapped(`h${node.depth}`, all(node.children, reading));
    case 'emphasis':
      return wrapped('em', all(node.children, reading));
    case 'strong':
      return wrapped('strong', all(node.children, reading));
    case 'delete':
      return wrapped('del', all(node.children, reading));
    case 'link':
      return wrapped('a', all(node.children, reading), { href: addressOf(node.url) });
    case 'linkReference': {
      const href = addressOf(reading.targets.get(node.identifier) ?? '');
      return wrapped('a', all(node.children, reading), { href });
    }
    case 'blockquote':
      return wrapped('blockquote', all(node.children, reading));
    default:
      return [];
  }
}

function tokensOf(node: Content, reading: Reading, tight: boolean): Iterable<Token> {
  const { source } = reading;
  const [start, end] = span(node);
  switch (node.type) {
    case 'text':
      return [text(aligned(source, start, end, node.value))];
    case 'list':
      return listTokens(node, reading);
    case 'table':
      return tableTokens(node, reading);
    case 'image':
    case 'imageReference':
      return [imageToken(node, reading)];
    case 'inlineCode':
      return inlineCode(node.value, node, reading);
    case 'code':
      return codeTokens(node.value, node, node.lang, reading);
    case 'html':
      return htmlTokens(aligned(source, start, end, node.value, { code: true }));
    case 'break':
      return [startTag('br'), text({ text: '\n', pieces: [{ at: 0, start, end, verbatim: false }] })];
    case 'footnoteReference':
      return noteReference(node.identifier, node, reading);
    case 'thematicBreak':
      return [startTag('hr')];
    default:
      return holderTokens(node, reading, tight);
  }
}

/** Neighbouring texts are one. */
function* joined(tokens: Iterable<Token>): Iterable<Token> {
  let held: Mapped | undefined;
  for (const token of tokens) {
    if (token.kind === 'text') {
      const { content } = token;
      const length = held?.text.length ?? 0;
      const moved = content.pieces.map((piece) => ({ ...piece, at: piece.at + length }));
      held = held ? { text: held.text + content.text, pieces: [...held.pieces, ...moved] } : content;
      continue;
    }
    if (held) yield text(held);
    held = undefined;
    yield token;
  }
  if (held) yield text(held);
}

function* everyNode(nodes: readonly Content[]): Iterable<Content> {
  for (const node of nodes) {
    yield node;
    if ('children' in node) yield* everyNode(node.children);
  }
}

/** Without what looks for addresses in the finished tree: its texts stand nowhere. */
const OPTIONS = {
  extensions: [gfm({ singleTilde: true })],
  mdastExtensions: gfmFromMarkdown().map((extension) => ({ ...extension, transforms: [] })),
};

function* parsed(source: string): Iterable<Token> {
  const { children } = fromMarkdown(source, OPTIONS);
  const notes = new Map<string, FootnoteDefinition>();
  const targets = new Map<string, string>();
  for (const node of everyNode(children)) {
    if (node.type === 'footnoteDefinition') notes.set(node.identifier, node);
    if (node.type === 'definition' && !targets.has(node.identifier)) targets.set(node.identifier, node.url);
  }
  const reading: Reading = { source, notes, referred: [], targets };
  yield* joined(all(children, reading));
  yield* joined(noteTokens(reading));
}

function shifted(token: Token, by: number): Token {
  const shift = ({ text: value, pieces }: Mapped): Mapped => ({
    text: value,
    pieces: pieces.map((piece) => ({ ...piece, start: piece.start + by, end: piece.end + by })),
  });
  if (token.kind === 'text') return text(shift(token.content));
  if (token.kind === 'comment') return { ...token, at: token.at + by };
  return 'alt' in token && token.alt ? { ...token, alt: shift(token.alt) } : token;
}

export function* markdownTokens(source: string): Iterable<Token> {
  for (const { start, end, plain } of markdownStretches(source)) {
    const written = source.slice(start, end);
    if (plain) yield* wrapped('p', [text(stretch(source, start, start + written.trimEnd().length))]);
    else for (const token of parsed(written)) yield start === 0 ? token : shifted(token, start);
  }
}
