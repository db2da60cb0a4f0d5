/** Prints findings as workflow commands, which GitHub Actions shows beside the lines of a pull request. */
import type { Finding, Severity } from '../types.ts';
import { spansOf } from './columns.ts';
import type { Span } from './columns.ts';
import type { FileReport } from './report-file.ts';

const COMMANDS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  suggestion: 'notice',
};

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/** The runner takes columns only where a range stays on one line. */
function placeOf({ start, end }: Span): readonly (readonly [string, number])[] {
  const lines = [['line', start.line] as const, ['endLine', end.line] as const];
  if (start.line !== end.line) return lines;
  return [...lines, ['col', start.column], ['endColumn', end.column]];
}

function command(file: string, finding: Finding, span: Span): string {
  const properties = [['file', file] as const, ...placeOf(span), ['title', finding.rule] as const];
  const written = properties.map(([name, value]) => `${name}=${escapeProperty(String(value))}`).join(',');
  return `::${COMMANDS[finding.severity]} ${written}::${escapeData(finding.message)}`;
}

/** `::error file=,line=,endLine=,col=,endColumn=,title=::message`; columns are 1-based, in UTF-16, the end behind the range. */
export function reportGithub(files: readonly FileReport[]): string {
  return files
    .flatMap(({ file, findings, source }) => {
      const spanOf = spansOf(source, 'utf16');
      return findings.map((finding) => command(file, finding, spanOf(finding)));
    })
    .join('\n');
}
