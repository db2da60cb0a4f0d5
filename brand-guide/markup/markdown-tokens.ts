/** What the tokens of the Markdown parser are to a reader. */
import type { postprocess } from 'micromark';
import type { Block, BlockKind, Container, InlineKind } from './types.ts';

export type Event = ReturnType<typeof postprocess>[number];
export type Token = Event[1];
type Opening = Pick<Block, 'kind' | 'level' | 'within'>;

export const CONTAINERS: Readonly<Record<string, Container>> = {
  blockQuote: 'blockquote',
  listOrdered: 'list-item',
  listUnordered: 'list-item',
  table: 'table',
  gfmFootnoteDefinition: 'footnote',
};

export const INLINES: Readonly<Record<string, InlineKind>> = {
  emphasis: 'emphasis',
  strong: 'strong',
  strikethrough: 'deletion',
  codeText: 'code',
  link: 'link',
  autolink: 'link',
  literalAutolink: 'link',
};

/** What stands between their ends is no prose. */
export const MUTE: ReadonlySet<string> = new Set([
  'resource',
  'reference',
  'definition',
  'gfmFootnoteCall',
  'gfmFootnoteDefinitionLabel',
  'taskListCheck',
  'codeFencedFence',
  'tableDelimiterRow',
  'htmlText',
]);

/** Text as it is written. */
export const COPIED: ReadonlySet<string> = new Set([
  'data',
  'codeFlowValue',
  'autolinkProtocol',
  'autolinkEmail',
  'literalAutolinkHttp',
  'literalAutolinkWww',
  'literalAutolinkEmail',
]);

const KINDS: Readonly<Record<string, BlockKind>> = {
  paragraph: 'paragraph',
  atxHeading: 'heading',
  setextHeading: 'heading',
  tableHeader: 'table-header',
  tableData: 'table-cell',
  codeFenced: 'code',
  codeIndented: 'code',
  definition: 'raw',
  image: 'image-alt',
};

function levelOf(type: string, written: string): number | undefined {
  if (type === 'atxHeading') return /^#+/u.exec(written)?.[0].length;
  return written.trimEnd().endsWith('=') ? 1 : 2;
}

/** The block that a token is; undefined for one that is none. */
export function openingOf(type: string, written: string, within: readonly Container[]): Opening | undefined {
  const kind = KINDS[type];
  if (kind === 'heading') {
    const level = levelOf(type, written);
    return { kind, within, ...(level !== undefined && { level }) };
  }
  if (kind !== 'paragraph') return kind && { kind, within };
  return { kind: within.findLast((one) => one === 'list-item' || one === 'blockquote') ?? kind, within };
}
