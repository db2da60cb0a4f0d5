/** Prints findings as the JSON document of `cantus lint --format json`. */
import type { Finding } from '../types.ts';
import type { FileReport } from './report-file.ts';

function plain({ rule, severity, message, start, end, line, column, fix, suggestions, evidence }: Finding) {
  return {
    rule,
    severity,
    message,
    start,
    end,
    line,
    column,
    ...(fix ? { fix: { start: fix.start, end: fix.end, text: fix.text } } : {}),
    ...(suggestions ? { suggestions } : {}),
    evidence,
  };
}

/** `[{file, findings: [{rule, severity, message, start, end, line, column, fix?, suggestions?, evidence}]}]`, offsets in UTF-16. */
export function reportJson(files: readonly FileReport[]): string {
  const report = files.map(({ file, findings }) => ({ file, findings: findings.map(plain) }));
  return JSON.stringify(report, null, 2);
}
