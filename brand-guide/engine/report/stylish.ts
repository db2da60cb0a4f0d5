/** Prints findings for people in a terminal: by file, one a line, with a count at the end. */
import { SEVERITIES } from '../types.ts';
import type { Finding, Severity } from '../types.ts';
import type { FileReport } from './report-file.ts';
import type { Paint, ReportOptions } from './reporter.ts';

export type { Paint };

const UNPAINTED: Paint = { file: (text) => text, severity: (text) => text, quiet: (text) => text };
const PLURAL: Readonly<Record<Severity, string>> = {
  error: 'errors',
  warning: 'warnings',
  suggestion: 'suggestions',
};

function widest(texts: readonly string[]): number {
  return texts.reduce((most, text) => Math.max(most, text.length), 0);
}

function placeOf({ line, column }: Finding): string {
  return `${line}:${column}`;
}

function fileLines({ file, findings }: FileReport, paint: Paint): string[] {
  const places = widest(findings.map(placeOf));
  const severities = widest(findings.map((one) => one.severity));
  const lines = findings.map((one) => {
    const severity = paint.severity(one.severity.padEnd(severities), one.severity);
    return `  ${paint.quiet(placeOf(one).padStart(places))}  ${severity}  ${one.message}  ${paint.quiet(one.rule)}`;
  });
  return [paint.file(file), ...lines, ''];
}

function summary(findings: readonly Finding[]): string {
  if (findings.length === 0) return 'No findings.';
  const counts = SEVERITIES.map((severity) => {
    const count = findings.filter((one) => one.severity === severity).length;
    return count === 0 ? [] : [`${count} ${count === 1 ? severity : PLURAL[severity]}`];
  });
  const fixable = findings.filter((one) => one.fix).length;
  return `${counts.flat().join(', ')}${fixable > 0 ? `; ${fixable} can be fixed with --fix` : ''}.`;
}

export function reportStylish(
  files: readonly FileReport[],
  { paint = UNPAINTED }: Pick<ReportOptions, 'paint'> = {},
): string {
  const withFindings = files.filter(({ findings }) => findings.length > 0);
  const lines = withFindings.flatMap((file) => fileLines(file, paint));
  return [...lines, summary(files.flatMap(({ findings }) => findings))].join('\n');
}
