import { expect, it } from 'vitest';
import { visible } from '../../cli/visible.ts';

it.each([
  ['two lines\n\tand a tab', 'two lines\n\tand a tab'],
  ['\u001B[31mred\u001B[39m', '\u001B[31mred\u001B[39m'],
  ['wiped\u001B[2J', 'wiped␛[2J'],
  ['titled\u001B]0;mine\u0007', 'titled␛]0;mine␇'],
  ['over\rwritten\u0000', 'over␍written␀'],
  ['9.4$ \u202Edna', '9.4$ <U+202E>dna'],
  ['\u009B2J', '<U+009B>2J'],
  ['نوشیدنی\u200Cهای 👩‍🍳', 'نوشیدنی\u200Cهای 👩‍🍳'],
])('%j steers no terminal', (text, shown) => {
  expect(visible(text)).toBe(shown);
});
