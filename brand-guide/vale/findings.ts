/** Turns what Vale's rules found into findings, with a fix where the rule's action leaves no choice. */
import { fingerprinter } from '../engine/fingerprint.ts';
import { positionsOf } from '../engine/positions.ts';
import type { Finding, Gate, Report, Severity } from '../engine/types.ts';
import type { Alert } from './linter.ts';

const GATES: Readonly<Record<Severity, Gate>> = {
  error: 'block',
  warning: 'acknowledge',
  suggestion: 'inform',
};
const SAFE = new Set(['replace', 'remove', 'edit', 'convert']);

type Stamped = { -readonly [Key in keyof Finding]: Finding[Key] };

/** The report has a fix where one text may take the range's place without a person's choice, else the texts to choose from. */
export function reportOf({ action, suggestions = [], start, end, message }: Alert, field: string): Report {
  const [only] = suggestions;
  if (start === end || only === undefined) return { field, start, end, message };
  if (suggestions.length > 1 || !SAFE.has(action?.name ?? ''))
    return { field, start, end, message, suggestions };
  return { field, start, end, message, fix: { start, end, text: only } };
}

/** `field` is the part that the source is; lines and columns count as the engine's do. */
export function findingsOf(alerts: readonly Alert[], source: string, field: string): Finding[] {
  const position = positionsOf(source);
  const fingerprint = fingerprinter();
  return alerts.map((alert) => {
    const { rule, severity, message, start, end } = alert;
    const evidence = source.slice(start, end);
    const report = reportOf(alert, field);
    const { line, column } = position(start);
    const finding: Stamped = {
      field,
      start,
      end,
      message,
      rule,
      severity,
      gate: GATES[severity],
      waivable: true,
      line,
      column,
      evidence,
      fingerprint: fingerprint(rule, report, evidence),
    };
    if (report.fix) finding.fix = report.fix;
    if (report.suggestions) finding.suggestions = report.suggestions;
    return finding;
  });
}
