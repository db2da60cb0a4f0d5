/** Prints findings as Vale's `line` output does, for editors that read it. */
import { spansOf } from './columns.ts';
import type { FileReport } from './report-file.ts';

function linesOf({ file, findings, source }: FileReport): string[] {
  if (findings.length === 0) return [];
  const spanOf = spansOf(source, 'point');
  return findings.map((finding) => {
    const { line, column } = spanOf(finding).start;
    return `${file}:${line}:${column}:${finding.rule}:${finding.message.replaceAll(/\s*[\r\n]+\s*/gu, ' ')}`;
  });
}

/** `file:line:column:Rule:message`, one a line; columns are 1-based and count code points. */
export function reportLine(files: readonly FileReport[]): string {
  return files.flatMap(linesOf).join('\n');
}
