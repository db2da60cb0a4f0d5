/** Checks, and fixes where asked, one text that a person named. */
import type { Channel } from '../brand-guide/engine/channel.ts';
import { lint, readingContext } from '../brand-guide/engine/lint.ts';
import type { CompiledGuide } from '../brand-guide/engine/lint.ts';
import type { Finding } from '../brand-guide/engine/types.ts';
import { findMentions } from '../brand-guide/facts/find.ts';
import { MARK, readSource } from './input.ts';
import { mend } from './mend.ts';
import type { Mended } from './mend.ts';
import { replaceFile } from './replace-file.ts';
import type { Terminal } from './terminal.ts';

/** What becomes of fixes: nothing, a diff, or the file. */
export type Fixing = 'none' | 'shown' | 'written';

export interface Checked {
  readonly file: string;
  readonly before: string;
  /** The same as `before` where nothing was to be fixed. */
  readonly after: string;
  readonly fixed: number;
  /** Over `after`. */
  readonly findings: readonly Finding[];
}

export interface Checker {
  readonly check: (text: string) => readonly Finding[];
  readonly fix: (text: string) => Mended;
}

/** A text is the main part of its channel, or a part named `text`. */
export function checkerOf(compiled: CompiledGuide, channel: Channel | undefined): Checker {
  const field = channel?.spec.fields[0].name ?? 'text';
  const { locale } = compiled.place;
  const check = (text: string) =>
    lint(compiled, { parts: [{ field, text }], locale, ...(channel && { channel }) });
  const context = readingContext(compiled);
  return { check, fix: (text) => mend(text, check, (one) => findMentions(one, context)) };
}

/** @throws Refused `invalid-input` for a file that cannot be read or written. */
export async function lintSource(
  terminal: Terminal,
  file: string,
  { check, fix }: Checker,
  fixing: Fixing,
): Promise<Checked> {
  const { text, marked } = await readSource(terminal, file);
  if (fixing === 'none') return { file, before: text, after: text, fixed: 0, findings: check(text) };
  const mended = fix(text);
  if (fixing === 'written' && file !== '-' && mended.text !== text)
    await replaceFile(terminal, file, (marked ? MARK : '') + mended.text);
  return { file, before: text, after: mended.text, fixed: mended.fixed, findings: mended.findings };
}
