/** Reads a document of any kind. */
import { readHtml } from './html.ts';
import { readMarkdown } from './markdown.ts';
import { readPlain } from './plain.ts';
import type { DocumentKind, SourceDocument } from './types.ts';

const READERS = { markdown: readMarkdown, html: readHtml, text: readPlain } as const;

/** Pure; takes time linear in the source for prose. The source has no byte order mark. */
export function readDocument(source: string, kind: DocumentKind): SourceDocument {
  return { kind, source, ...READERS[kind](source) };
}

const KINDS: Readonly<Record<string, DocumentKind>> = {
  md: 'markdown',
  markdown: 'markdown',
  html: 'html',
  htm: 'html',
  txt: 'text',
};

/** The kind that a file's name tells; undefined for other names, which are read as text where a person asks for it. */
export function kindOfFile(name: string): DocumentKind | undefined {
  return KINDS[/\.([^./\\]+)$/u.exec(name)?.[1]?.toLowerCase() ?? ''];
}
