/** The folder is the family: every rule is in a file of its own name, and every file is in the registry. */
import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { rules } from '../../../brand-guide/rules/every-rule.ts';

const folder = new URL('../../../brand-guide/rules/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.ts') && name !== 'registry.ts');

test('the registry has every rule of the folder, each in a file of its own name', () => {
  const named = files.filter((name) =>
    readFileSync(new URL(name, folder), 'utf8').includes(`id: '${name.slice(0, -3)}'`),
  );
  expect(rules.map((rule) => `${rule.meta.id}.ts`).toSorted()).toEqual(named.toSorted());
});

test('every rule has a table of its own', () => {
  const tables = readdirSync(new URL('.', import.meta.url));
  const bare = rules.map(({ meta }) => `${meta.id}.test.ts`).filter((name) => !tables.includes(name));
  expect(bare).toEqual([]);
});
