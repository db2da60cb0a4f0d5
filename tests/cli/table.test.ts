import { expect, it } from 'vitest';
import { table } from '../../cli/table.ts';

it.each([
  ['a\nb', 'a b'],
  ['a\r\n\r\nb', 'a b'],
  ['a\u2028b\tc', 'a b c'],
  ['two  spaces', 'two  spaces'],
])('%j is one line of its row', (cell, shown) => {
  expect(table([['1', cell]])).toBe(`1  ${shown}`);
});

it('keeps its columns beside what was several lines', () => {
  expect(
    table([
      ['多', 'x'],
      ['a\nb', 'y'],
    ]),
  ).toBe('多   x\na b  y');
});
