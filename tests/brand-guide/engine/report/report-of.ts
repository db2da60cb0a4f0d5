/** Findings at chosen places of a text, for the tests of reporters. */
import type { FileReport } from '../../../../brand-guide/engine/report/report-file.ts';
import { positionsOf } from '../../../../brand-guide/engine/positions.ts';
import type { Finding } from '../../../../brand-guide/engine/types.ts';

export interface Marked extends Partial<Omit<Finding, 'start' | 'end'>> {
  /** The text of the range, which stands once; or where an empty range is. */
  readonly at: string | number;
}

const findingAt = (source: string, { at, ...own }: Marked): Finding => {
  const start = typeof at === 'number' ? at : source.indexOf(at);
  const end = typeof at === 'number' ? at : start + at.length;
  return {
    field: 'text',
    start,
    end,
    ...positionsOf(source)(start),
    rule: 'banned-term',
    severity: 'error',
    gate: 'block',
    waivable: true,
    message: 'Not this.',
    evidence: source.slice(start, end),
    fingerprint: '0123456789abcdef0123456789abcdef',
    ...own,
  };
};

export const reportOf = (source: string, marked: readonly Marked[], file = 'a.txt'): FileReport => ({
  file,
  source,
  findings: marked.map((one) => findingAt(source, one)),
});
