import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { importProblems } from '../../scripts/import-check.mjs';

const table = {
  zones: {
    core: { path: '^core/' },
    ports: { path: '^ports\\.ts$' },
    adapters: { path: '^adapters/' },
  },
  rows: [
    { zone: 'core', may: [], types: ['ports'] },
    { zone: 'ports', may: ['core'] },
    { zone: 'adapters', may: ['core', 'ports'], effects: true },
  ],
  pure: ['zod'],
};

/** A tree that follows the table and uses every row and package of it. */
const TREE: Readonly<Record<string, string>> = {
  'core/price.ts': `import * as z from 'zod'; import type { Clock } from '../ports.ts'; export const price = z.string(); export type Uses = Clock;`,
  'ports.ts': `import { price } from './core/price.ts'; export interface Clock { now: () => typeof price }`,
  'adapters/disk.ts': `import { readFile } from 'node:fs/promises'; import { price } from '../core/price.ts'; export const disk = [readFile, price];`,
};

const PACKAGE = JSON.stringify({ name: 'tree', type: 'module', dependencies: { zod: '1', yaml: '1' } });

/** Two packages to import, so that a test needs nothing of this project's own. */
const INSTALLED: Readonly<Record<string, string>> = {
  'package.json': PACKAGE,
  'node_modules/zod/package.json': '{"name":"zod","version":"1.0.0","exports":"./zod.js"}',
  'node_modules/zod/zod.js': 'export const string = () => 1;',
  'node_modules/yaml/package.json': '{"name":"yaml","version":"1.0.0","exports":"./yaml.js"}',
  'node_modules/yaml/yaml.js': 'export const stringify = () => 1;',
};

async function problemsOf(
  changes: Readonly<Record<string, string>>,
  rules = table,
): Promise<readonly string[]> {
  const root = await mkdtemp(join(tmpdir(), 'imports-'));
  onTestFinished(() => rm(root, { recursive: true }));
  for (const [path, text] of Object.entries({ ...INSTALLED, ...TREE, ...changes })) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  const { problems } = await importProblems(rules, ['core', 'ports.ts', 'adapters'], root);
  return problems;
}

describe('the import table', () => {
  it('holds for a tree that follows it', async () => {
    expect(await problemsOf({})).toEqual([]);
  });

  it.each([
    [
      'a zone that its row does not name',
      `import { disk } from '../adapters/disk.ts'; export const x = disk;`,
      'adapters/disk.ts',
    ],
    [
      'a value where only types may be taken',
      `import * as ports from '../ports.ts'; export const x = ports;`,
      'ports.ts',
    ],
    [
      'a built-in of Node',
      `import { readFile } from 'node:fs/promises'; export const x = readFile;`,
      'fs/promises',
    ],
    [
      'a package that is not listed as pure',
      `import { stringify } from 'yaml'; export const x = stringify;`,
      'yaml',
    ],
    ['by a dynamic import', `export const x = () => import('../adapters/disk.ts');`, 'adapters/disk.ts'],
    ['by exporting on', `export { disk } from '../adapters/disk.ts';`, 'adapters/disk.ts'],
    [
      'what lies outside every zone',
      `import { y } from '../elsewhere.ts'; export const x = y;`,
      'elsewhere.ts',
    ],
  ])('refuses %s', async (_what, text, target) => {
    const problems = await problemsOf({ 'core/offence.ts': text, 'elsewhere.ts': 'export const y = 1;' });
    expect(problems.filter((problem) => problem.startsWith('core/offence.ts'))).toEqual([
      expect.stringMatching(new RegExp(`may not import .*${target}`, 'u')),
    ]);
  });

  it('refuses a circle', async () => {
    const problems = await problemsOf({
      'core/a.ts': `import { b } from './b.ts'; export const a = () => b;`,
      'core/b.ts': `import { a } from './a.ts'; export const b = () => a;`,
    });
    expect(problems).toContainEqual(expect.stringContaining('no-cycle'));
  });

  it.each([
    [
      'a row',
      {
        ...table,
        zones: { ...table.zones, web: { path: '^web/' } },
        rows: [...table.rows, { zone: 'web', may: ['core'] }],
      },
      'row "web" of the import table matches no import',
    ],
    [
      'a package',
      { ...table, pure: ['zod', 'yaml'] },
      '"yaml" is listed as pure in the import table and nobody imports it',
    ],
  ])('fails on %s that matches nothing', async (_what, rules, says) => {
    expect(await problemsOf({}, rules)).toEqual([says]);
  });

  it('fails on a zone that it does not define', async () => {
    const rules = { ...table, rows: [...table.rows, { zone: 'core', may: ['kernel'] }] };
    await expect(problemsOf({}, rules)).rejects.toThrow('The import table has no zone "kernel"');
  });
});
