import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { readCsv } from '../../functions/core/csv.ts';

const written = (field: string): string => `"${field.replaceAll('"', '""')}"`;

it('reads back whatever was written in quotes', () => {
  const row = fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1 });
  const filled = fc.array(row.filter((fields) => fields.some((field) => field.trim() !== '')));
  fc.assert(
    fc.property(filled, fc.constantFrom('\n', '\r\n'), (rows, end) => {
      const text = rows.map((fields) => fields.map(written).join(',') + end).join('');
      expect(readCsv(text)?.map(({ fields }) => fields)).toEqual(rows);
    }),
  );
});

it.each([
  [
    'a,b\n1,2',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
    [1, 2],
  ],
  ['a\n\n"x\ny"\nlast', [['a'], ['x\ny'], ['last']], [1, 3, 5]],
  ['\uFEFFa,,\r\n', [['a', '', '']], [1]],
  ['', [], []],
])('reads %j', (text, fields, lines) => {
  expect(readCsv(text)?.map((row) => row.fields)).toEqual(fields);
  expect(readCsv(text)?.map((row) => row.line)).toEqual(lines);
});

it.each(['"open', '"a"b', 'a"b'])('does not read %j', (text) => {
  expect(readCsv(text)).toBeUndefined();
});
