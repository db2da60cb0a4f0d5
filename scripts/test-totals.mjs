/** Prints `N passed, N failed` of Vitest's JSON report; a file that could not be run counts as one failure. */
import { readFileSync } from 'node:fs';

const { testResults } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
const unrun = testResults.filter(
  ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
);
const count = (status) => tests.filter((test) => test.status === status).length;

const failed = count('failed') + unrun.length;
const skipped = tests.length - count('passed') - count('failed');
console.log(
  [`${count('passed')} passed`, `${failed} failed`, ...(skipped > 0 ? [`${skipped} skipped`] : [])].join(
    ', ',
  ),
);
if (failed > 0) process.exitCode = 1;
