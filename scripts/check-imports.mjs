/** Fails when an import is not in the import table, or a row of the table matches no import. */
import { importProblems } from './import-check.mjs';
import { readTable } from './import-rules.mjs';

const table = readTable();
const { imports, problems } = await importProblems(table, ['brand-guide', 'functions', 'infra', 'cli']);
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
else console.log(`imports: ${imports} follow the ${table.rows.length} rows of the import table`);
