/** Says how a file is read, by its name and by what the configuration maps it to. */
import formats from './formats.json' with { type: 'json' };

/**
 * `lines` is text that nothing is known of; `unread` is markup or code that only Vale itself reads. `part` is a text of a
 * variant and `headline` its headline: text that is measured as well, which Vale does not do with plain text.
 */
export type Format = 'markdown' | 'html' | 'text' | 'lines' | 'part' | 'headline' | 'unread';

export interface FileFormat {
  readonly format: Format;
  /** As the file has it, with its dot; empty where it has none. */
  readonly extension: string;
}

function extensionOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  return dot < 0 ? '' : name.slice(dot);
}

export function formatOf(path: string, mapped: ReadonlyMap<string, string>): FileFormat {
  const extension = extensionOf(path);
  const own = extension.slice(1);
  const known = mapped.get(own) ?? own;
  if (formats.markdown.includes(known)) return { format: 'markdown', extension };
  if (formats.html.includes(known)) return { format: 'html', extension };
  if (formats.text.includes(known)) return { format: 'text', extension };
  if (formats.unread.includes(known) || formats.code.includes(known)) return { format: 'unread', extension };
  return { format: 'lines', extension };
}
