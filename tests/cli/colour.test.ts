import { expect, it } from 'vitest';
import { wantsColour } from '../../cli/colour.ts';

it.each([
  [{ isTTY: true }, {}, true],
  [{ isTTY: true }, { NO_COLOR: '' }, true],
  [{ isTTY: true }, { NO_COLOR: '1' }, false],
  [{ isTTY: true }, { TERM: 'dumb' }, false],
  [{ isTTY: undefined }, {}, false],
  [{ isTTY: undefined }, { FORCE_COLOR: '1' }, false],
])('%j with %j', (stream, env, wanted) => {
  expect(wantsColour(stream, env)).toBe(wanted);
});
