import { describe, expect, it } from 'vitest';
import { clockReads } from '../../scripts/purity.mjs';

describe('reading the clock', () => {
  it.each([
    ['new Date()', [1]],
    ['new Date', [1]],
    ['Date()', [1]],
    ['\n\nfoo(() => new Date().getTime())', [3]],
    ['new Date(instant)', []],
    ['new Date(2027, 4, 4)', []],
    ['// new Date()', []],
    ["'new Date()'", []],
    ['new Thing()', []],
  ])('%j is found on lines %j', (text, lines) => {
    expect(clockReads('a.ts', text)).toEqual(lines);
  });

  it('says which file does not parse', () => {
    expect(() => clockReads('core/a.ts', 'const = ;')).toThrow('core/a.ts: ');
  });
});
