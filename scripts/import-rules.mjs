/** Makes dependency-cruiser's rules of the import table: what no row allows is refused. */
import { readFileSync } from 'node:fs';

/** Reads the table that ships with the project, or another one for a test. */
export const readTable = (path = new URL('import-table.json', import.meta.url)) =>
  JSON.parse(readFileSync(path, 'utf8'));

const zoneOf = (table, name) => {
  const zone = table.zones[name];
  if (zone === undefined) throw new Error(`The import table has no zone "${name}"`);
  return zone;
};

const packages = (names) => `(^|/)node_modules/(${names.join('|')})/`;

/** What a row grants: its own zone, the zones it names, and packages by whether it may have effects. */
export function grantsOf(table, row) {
  const from = zoneOf(table, row.zone);
  const types = (row.types ?? []).map((name) => ({ ...zoneOf(table, name), dependencyTypes: ['type-only'] }));
  const outside =
    row.effects === true
      ? [{ dependencyTypes: ['core', 'npm', 'npm-dev'] }, { path: '^package\\.json$' }]
      : [{ path: packages(table.pure), dependencyTypes: ['npm'] }];
  const zones = row.may.map((name) => zoneOf(table, name));
  return [from, ...zones, ...types, ...outside].map((to) => ({ from, to }));
}

export const allowedBy = (table) => table.rows.flatMap((row) => grantsOf(table, row));

/** How packages' subpaths are found. */
export const RESOLVE = { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] };

export const forbidden = [
  {
    name: 'no-cycle',
    severity: 'error',
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
];
