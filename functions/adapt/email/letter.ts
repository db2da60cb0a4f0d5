/** An e-mail as a letter: its heading, paragraphs, the one call to action, the closing lines, the pictures. */
import { entryFor } from '../../../brand-guide/engine/locale.ts';
import { phrasesFor } from '../../../brand-guide/guides/neutral.ts';
import type { Guide } from '../../../brand-guide/schema/guide.ts';
import type { Content } from '../../core/variant.ts';
import { fold } from '../words.ts';

export interface Call {
  readonly text: string;
  readonly url: string;
}

/** Lines that stand together; a call has a block of its own. */
export type LetterBlock = { readonly lines: readonly string[] } | { readonly call: Call };

export interface Letter {
  readonly locale: string;
  readonly subject: string;
  readonly preheader: string;
  /** The one heading. */
  readonly heading: string;
  readonly blocks: readonly LetterBlock[];
  readonly pictures: readonly { readonly file: string; readonly alt: string }[];
}

/** Of whatever the variant says now, a person's edit too: the line that ends in the variant's link is the call. */
export function letterOf(content: Content, guide: Guide, locale: string): Letter {
  const textIn = (field: string): string => content.parts.find((part) => part.field === field)?.text ?? '';
  const [subject, body] = [textIn('subject'), textIn('body')];
  const paragraphs = body.split(/\n[^\S\n]*\n\s*/u).filter((one) => one.trim() !== '');
  const [first = ''] = paragraphs;
  const heads = subject === '' || (!first.includes('\n') && fold(first).startsWith(fold(subject)));
  const rest = heads ? paragraphs.slice(1) : paragraphs;
  const word = wordFor(guide, locale);
  return {
    locale,
    subject,
    preheader: textIn('preheader'),
    heading: heads ? first : subject,
    blocks: rest.flatMap((paragraph) => blocksOf(paragraph, content.link, word)),
    pictures: content.media.map(({ file, alt = '' }) => ({ file, alt })),
  };
}

/** What a button says when the line had the link alone. */
const wordFor = (guide: Guide, locale: string): string =>
  phrasesFor(guide, locale).shortCta ?? entryFor(guide.cta?.phrasings, locale)?.[0] ?? '→';

function blocksOf(paragraph: string, link: string | undefined, word: string): readonly LetterBlock[] {
  const blocks: LetterBlock[] = [];
  let lines: string[] = [];
  const flush = (): void => {
    if (lines.length > 0) blocks.push({ lines });
    lines = [];
  };
  for (const line of paragraph.split('\n')) {
    const ends = link !== undefined && line.trimEnd().endsWith(link);
    if (!ends) {
      lines.push(line.trim());
      continue;
    }
    flush();
    const text = line
      .trimEnd()
      .slice(0, -link.length)
      .replace(/[\s:：]+$/u, '')
      .trim();
    blocks.push({ call: { text: text === '' ? word : text, url: link } });
  }
  flush();
  return blocks;
}
