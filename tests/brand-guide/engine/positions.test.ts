import { expect, test } from 'vitest';
import { positionsOf } from '../../../brand-guide/engine/positions.ts';

test.each([
  ['abc', 0, 1, 1],
  ['abc', 3, 1, 4],
  ['a\nb', 1, 1, 2],
  ['a\nb', 2, 2, 1],
  ['a\r\nb', 3, 2, 1],
  ['a\rb', 2, 2, 1],
  ['a\n\n', 3, 3, 1],
  ['👩‍👩‍👧 x', 9, 1, 10],
  ['', 0, 1, 1],
])('%j at %i is %i:%i', (text, offset, line, column) => {
  expect(positionsOf(text)(offset)).toEqual({ line, column });
});
