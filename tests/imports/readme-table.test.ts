/** README's import table says what the build holds. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import table from '../../scripts/import-table.json' with { type: 'json' };

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

interface Row {
  readonly zone: string;
  readonly may: readonly string[];
  readonly types?: readonly string[];
}

const line = ({ zone, may, types = [] }: Row): string => {
  const all = [...may.map((one) => `\`${one}\``), ...types.map((one) => `\`${one}\` (types)`)];
  return `| \`${zone}\` | ${all.join(', ') || 'nothing'} |`;
};

it('is in README row by row', () => {
  const rows: readonly Row[] = table.rows;
  expect(readme.split('\n').map((text) => text.replace(/ +/gu, ' '))).toEqual(
    expect.arrayContaining(rows.map(line)),
  );
});
