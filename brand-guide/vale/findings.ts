/** Turns what Vale's rules found into findings, with a fix where the rule's action leaves no choice. */
import { fingerprinter } from '../engine/fingerprint.ts';
import { positionsOf } from '../engine/positions.ts';
import type { Finding, Fix, Gate, Severity } from '../engine/types.ts';
import type { Alert } from './linter.ts';

const GATES: Readonly<Record<Severity, Gate>> = {
  error: 'block',
  warning: 'acknowledge',
  suggestion: 'inform',
};
const SAFE = new Set(['replace', 'remove', 'edit', 'convert']);

/** One text that may take the range's place without a person's choice, or the texts to choose from. */
export function mendOf({
  action,
  suggestions = [],
  start,
  end,
}: Pick<Alert, 'action' | 'suggestions' | 'start' | 'end'>): {
  readonly fix?: Fix;
  readonly suggestions?: readonly string[];
} {
  const [only] = suggestions;
  if (start === end || only === undefined) return {};
  if (suggestions.length === 1 && SAFE.has(action?.name ?? '')) return { fix: { start, end, text: only } };
  return { suggestions };
}

/** `field` is the part that the source is; lines and columns count as the engine's do. */
export function findingsOf(alerts: readonly Alert[], source: string, field: string): Finding[] {
  const position = positionsOf(source);
  const fingerprint = fingerprinter();
  return alerts.map((alert) => {
    const { rule, severity, message, start, end } = alert;
    const evidence = source.slice(start, end);
    const report = { field, start, end, message, ...mendOf(alert) };
    return {
      ...report,
      rule,
      severity,
      gate: GATES[severity],
      waivable: true,
      ...position(start),
      evidence,
      fingerprint: fingerprint(rule, report, evidence),
    };
  });
}
