/** What a document is to the linter: blocks of prose, each with a map back to the source. Offsets are UTF-16, half-open. */
import type { Range, Scope } from '../engine/types.ts';

export const DOCUMENT_KINDS = ['markdown', 'html', 'text'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/**
 * What a block is to its reader; inside a list or a quotation the nearest of the two decides.
 * `image-alt` is the text that stands for a picture; `code` and `raw` (markup, scripts, definitions) hold no prose.
 */
export type BlockKind =
  | 'heading'
  | 'paragraph'
  | 'list-item'
  | 'blockquote'
  | 'table-header'
  | 'table-cell'
  | 'figure-caption'
  | 'image-alt'
  | 'code'
  | 'raw';

/** `break` is one character, a line end that the reader sees. */
export type InlineKind = 'code' | 'link' | 'emphasis' | 'strong' | 'deletion' | 'image' | 'html' | 'break';

/** A stretch of a block's text; of `image` and `html` it is empty and says where they stand. */
export interface Inline extends Range {
  readonly kind: InlineKind;
  /** All of it in the source, its marks included. */
  readonly source: Range;
  /** Where a link goes or a picture lies, as the source writes it. */
  readonly target?: string;
}

/** From a text that was read out of a source, back to the source. */
export interface SourceMap {
  /** Where the character at this offset is written; of the text's length, where its last one ends. */
  readonly toSource: (offset: number) => number;
  /** All that the range was read from: whole entities and escapes, and any markup between its ends. An empty range stays empty. */
  readonly toRange: (range: Range) => Range;
  /** Whether the source holds the range's very characters, nothing between them. */
  readonly isVerbatim: (range: Range) => boolean;
}

export type Container = 'list-item' | 'blockquote' | 'table' | 'figure' | 'footnote' | 'link';

export interface Block {
  readonly kind: BlockKind;
  /** 1 to 6, of a heading. */
  readonly level?: number;
  /** What it stands in, the outermost first. */
  readonly within: readonly Container[];
  /** Entities and escapes resolved, marks left out; a line end inside a paragraph is `\n`. */
  readonly text: string;
  readonly map: SourceMap;
  /** Where the block stands. Blocks are in order of it; only an `image-alt` lies inside another. */
  readonly source: Range;
  readonly inlines: readonly Inline[];
}

export interface FrontMatter extends Range {
  readonly format: 'yaml' | 'toml' | 'json';
}

/** An HTML comment, its marks included in the range. */
export interface Comment extends Range {
  /** Without the marks and the white space around. */
  readonly text: string;
}

export interface SourceDocument {
  readonly kind: DocumentKind;
  /** Without a byte order mark. */
  readonly source: string;
  readonly frontMatter?: FrontMatter;
  readonly blocks: readonly Block[];
  readonly comments: readonly Comment[];
  /** Where the source writes the addresses that its links go to, but for those that are prose themselves. In order. */
  readonly targets: readonly Range[];
}

/** The prose of a document as one text; of plain text, the text itself. */
export interface Projection {
  readonly text: string;
  readonly map: SourceMap;
  /** Code inside the prose, which the text no longer shows to be code. */
  readonly scopes: readonly Scope[];
  /** Where headings stand in the text. */
  readonly headings: readonly Range[];
}
