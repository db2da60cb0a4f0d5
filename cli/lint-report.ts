/** Prints what linting found and what it fixed. */
import { reportJson } from '../brand-guide/engine/report/json.ts';
import type { FileReport } from '../brand-guide/engine/report/report-file.ts';
import { reportStylish } from '../brand-guide/engine/report/stylish.ts';
import type { Paint } from '../brand-guide/engine/report/stylish.ts';
import { unifiedDiff } from './diff.ts';
import type { Checked, Fixing } from './lint-source.ts';
import { printLine } from './output.ts';
import type { Colors, Terminal } from './terminal.ts';

export type LintFormat = 'stylish' | 'json';

const paintOf = ({ underline, red, yellow, cyan, dim }: Colors): Paint => ({
  file: underline,
  severity: (text, severity) => ({ error: red, warning: yellow, suggestion: cyan })[severity](text),
  quiet: dim,
});

/** The diff, the fixed text of standard input, or a word about the file that was written. */
export function showFixed(terminal: Terminal, checked: Checked, fixing: Fixing, format: LintFormat): void {
  const { file, before, after, fixed } = checked;
  if (fixing === 'none') return;
  if (fixing === 'shown') {
    const diff = unifiedDiff(file, before, after);
    if (format === 'json') terminal.say(diff.trimEnd());
    else terminal.print(diff);
  } else if (file === '-') terminal.print(after);
  else if (fixed > 0) terminal.say(`${file}: ${fixed} fixed`);
}

/** `aside`: standard output carries a text or a diff, so people's words go beside it. */
export function printReport(
  terminal: Terminal,
  reports: readonly FileReport[],
  format: LintFormat,
  aside: boolean,
): void {
  if (format === 'json') printLine(terminal, reportJson(reports));
  else if (reports.length === 0) return;
  else if (aside) terminal.say(reportStylish(reports, { paint: paintOf(terminal.paintTalk) }));
  else printLine(terminal, reportStylish(reports, { paint: paintOf(terminal.paint) }));
}
