/** Every benchmark by its name. */
import { adaptation } from './adapt/adapting.mjs';
import { warmCaption } from './linter/caption.mjs';
import { loading } from './linter/loading.mjs';
import { coldProcess } from './linter/process.mjs';
import { consistencyReport } from './consistency/report.mjs';
import { throughput } from './linter/throughput.mjs';
import { besideVale } from './linter/vale.mjs';
import { publishing } from './publishing/publishing.mjs';

export const benchmarks = {
  throughput,
  vale: besideVale,
  caption: warmCaption,
  loading,
  process: coldProcess,
  adaptation,
  consistency: consistencyReport,
  publishing,
};
