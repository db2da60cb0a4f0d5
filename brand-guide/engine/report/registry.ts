/** Every reporter, in the order in which they are listed to people. */
import { reportGithub } from './github.ts';
import { reportJson } from './json.ts';
import { reportLine } from './line.ts';
import { reportRdjson } from './rdjson.ts';
import type { Reporter } from './reporter.ts';
import { reportSarif } from './sarif.ts';
import { reportStylish } from './stylish.ts';

export const REPORT_FORMATS = ['stylish', 'json', 'sarif', 'rdjson', 'github', 'line'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

export const reporters: Readonly<Record<ReportFormat, Reporter>> = {
  stylish: reportStylish,
  json: reportJson,
  sarif: reportSarif,
  rdjson: reportRdjson,
  github: reportGithub,
  line: reportLine,
};
