/** What every reporter implements. */
import type { FileReport } from './report-file.ts';
import type { Severity } from '../types.ts';

/** Colours of the caller's choice, so that none are written where none are wanted. */
export interface Paint {
  readonly file: (text: string) => string;
  readonly severity: (text: string, severity: Severity) => string;
  readonly quiet: (text: string) => string;
}

export interface ReportOptions {
  /** The linter's own version, such as `1.2.0`. */
  readonly version: string;
  /** For reports that people read in a terminal. */
  readonly paint?: Paint;
}

/** Everything to print, without a final line break; empty where nothing is to be printed. Pure. */
export type Reporter = (files: readonly FileReport[], options: ReportOptions) => string;
