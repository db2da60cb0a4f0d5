/** Prints findings in the Diagnostic Format of reviewdog. */
import type { Finding, Range, Severity } from '../types.ts';
import { spansOf } from './columns.ts';
import type { Span } from './columns.ts';
import type { FileReport } from './report-file.ts';

const SEVERITIES: Readonly<Record<Severity, string>> = {
  error: 'ERROR',
  warning: 'WARNING',
  suggestion: 'INFO',
};

/** The fix, or else the replacements that a person chooses from. */
function suggestionsOf(finding: Finding, spanOf: (range: Range) => Span) {
  if (finding.fix) return [{ range: spanOf(finding.fix), text: finding.fix.text }];
  return (finding.suggestions ?? []).map((text) => ({ range: spanOf(finding), text }));
}

function diagnostic(path: string, finding: Finding, spanOf: (range: Range) => Span) {
  const suggestions = suggestionsOf(finding, spanOf);
  return {
    message: finding.message,
    location: { path, range: spanOf(finding) },
    severity: SEVERITIES[finding.severity],
    code: { value: finding.rule },
    ...(suggestions.length > 0 ? { suggestions } : {}),
  };
}

/** One DiagnosticResult; columns are 1-based and count UTF-8 bytes, ends are behind their ranges. */
export function reportRdjson(files: readonly FileReport[]): string {
  const diagnostics = files.flatMap(({ file, findings, source }) => {
    const spanOf = spansOf(source, 'utf8');
    return findings.map((finding) => diagnostic(file, finding, spanOf));
  });
  return JSON.stringify({ source: { name: 'cantus' }, diagnostics }, null, 2);
}
