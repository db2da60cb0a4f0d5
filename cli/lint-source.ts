/** Checks, and fixes where asked, one text that a person named. */
import type { Finding } from '../brand-guide/engine/types.ts';
import { Refused } from '../functions/core/errors.ts';
import { MARK, readSource } from './input.ts';
import type { LintRecipe, OpenChecker } from './lint-checker.ts';
import { mend } from './mend.ts';
import { replaceFile } from './replace-file.ts';
import type { Terminal } from './terminal.ts';

/** What becomes of fixes: nothing, a diff, or the file. */
export type Fixing = 'none' | 'shown' | 'written';

/** A text to check, and the name that it goes by: standard input may be given one. */
export interface LintInput {
  readonly path: string;
  readonly name: string;
}

export interface Checked {
  readonly file: string;
  readonly before: string;
  /** The same as `before` where nothing was to be fixed. */
  readonly after: string;
  readonly fixed: number;
  /** Over `after`. */
  readonly findings: readonly Finding[];
}

/** One file's report, or the line that says why there is none. */
export type Outcome = Checked | { readonly file: string; readonly fault: string };

export interface LintJob {
  readonly recipe: LintRecipe;
  readonly fixing: Fixing;
}

/** @throws Refused `invalid-input` for a file that cannot be read or written. */
async function lintSource(
  terminal: Terminal,
  { path, name }: LintInput,
  checker: OpenChecker,
  fixing: Fixing,
): Promise<Checked> {
  const { text, marked } = await readSource(terminal, path);
  const check = (one: string): readonly Finding[] => checker.check(name, one);
  if (fixing === 'none') return { file: name, before: text, after: text, fixed: 0, findings: check(text) };
  const mended = mend(text, check, (one) => checker.facts(name, one));
  if (fixing === 'written' && path !== '-' && mended.text !== text)
    await replaceFile(terminal, path, (marked ? MARK : '') + mended.text);
  return { file: name, before: text, after: mended.text, fixed: mended.fixed, findings: mended.findings };
}

/** What went wrong with the file is its outcome; a bug is thrown. */
export async function attempt(
  terminal: Terminal,
  input: LintInput,
  checker: OpenChecker,
  fixing: Fixing,
): Promise<Outcome> {
  try {
    return await lintSource(terminal, input, checker, fixing);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { file: input.name, fault: error.message };
  }
}
