/** Prints what linting found and what it fixed. */
import { reporters } from '../brand-guide/engine/report/registry.ts';
import type { ReportFormat } from '../brand-guide/engine/report/registry.ts';
import type { FileReport } from '../brand-guide/engine/report/report-file.ts';
import type { Paint } from '../brand-guide/engine/report/reporter.ts';
import { unifiedDiff } from './diff.ts';
import type { Checked, Fixing } from './lint-source.ts';
import { printLine } from './output.ts';
import { version } from './package-version.ts';
import type { Colors, Terminal } from './terminal.ts';

const paintOf = ({ underline, red, yellow, cyan, dim }: Colors): Paint => ({
  file: underline,
  severity: (text, severity) => ({ error: red, warning: yellow, suggestion: cyan })[severity](text),
  quiet: dim,
});

/** The diff, the fixed text of standard input, or a word about the file that was written. */
export function showFixed(
  terminal: Terminal,
  checked: Checked,
  fixing: Fixing,
  { format, fromInput }: { readonly format: ReportFormat; readonly fromInput: boolean },
): void {
  const { file, before, after, fixed } = checked;
  if (fixing === 'none') return;
  if (fixing === 'shown') {
    const diff = unifiedDiff(file, before, after);
    if (format === 'stylish') terminal.print(diff);
    else if (diff !== '') terminal.say(diff.trimEnd());
  } else if (fromInput) terminal.print(after);
  else if (fixed > 0) terminal.say(`${file}: ${fixed} fixed`);
}

/** `aside`: standard output carries a text or a diff, so people's words go beside it. */
export function printReport(
  terminal: Terminal,
  reports: readonly FileReport[],
  format: ReportFormat,
  aside: boolean,
): void {
  const people = format === 'stylish';
  if (people && reports.length === 0) return;
  const paint = paintOf(aside ? terminal.paintTalk : terminal.paint);
  const report = reporters[format](reports, { version, ...(people && { paint }) });
  if (people && aside) terminal.say(report);
  else if (people) printLine(terminal, report);
  else if (report !== '') terminal.print(`${report}\n`);
}
