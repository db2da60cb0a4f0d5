/** Cruises the sources and holds every import against the import table. */
import { cruise } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { allowedBy, forbidden, RESOLVE } from './import-rules.mjs';

const matches = (zone, path) =>
  new RegExp(zone.path, 'u').test(path) && !(zone.pathNot && new RegExp(zone.pathNot, 'u').test(path));

const options = (table, baseDir) => ({
  baseDir,
  validate: true,
  ruleSet: { allowed: allowedBy(table), allowedSeverity: 'error', forbidden },
  doNotFollow: { path: 'node_modules' },
  tsPreCompilationDeps: true,
});

/** Rows and packages of the table that no import of the sources uses. */
function unusedIn(table, modules) {
  const used = modules.flatMap(({ source, dependencies }) =>
    dependencies.map(({ resolved }) => ({ from: source, to: resolved })),
  );
  const rows = table.rows.filter((row) => !used.some(({ from }) => matches(table.zones[row.zone], from)));
  const pure = table.pure.filter((name) => !used.some(({ to }) => to.includes(`node_modules/${name}/`)));
  return [
    ...rows.map((row) => `row "${row.zone}" of the import table matches no import`),
    ...pure.map((name) => `"${name}" is listed as pure in the import table and nobody imports it`),
  ];
}

const says = ({ rule, from, to }) =>
  rule.name === 'not-in-allowed' ? `${from} may not import ${to}` : `${from} -> ${to}: ${rule.name}`;

/** Each sentence is one thing wrong; none when the table holds. `folders` are relative to `baseDir`. */
export async function importProblems(table, folders, baseDir = process.cwd()) {
  const transpile = { tsConfig: extractTSConfig('tsconfig.json') };
  const { output } = await cruise(folders, options(table, baseDir), RESOLVE, transpile);
  return {
    imports: output.summary.totalDependenciesCruised,
    problems: [...new Set(output.summary.violations.map(says)), ...unusedIn(table, output.modules)],
  };
}
