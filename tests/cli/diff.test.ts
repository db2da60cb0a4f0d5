import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../support/runs.ts';
import { unifiedDiff } from '../../cli/diff.ts';

const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+/gu) ?? [];

/** Applies a unified diff as `patch` does, strictly. */
const patched = (before: string, diff: string): string => {
  const source = linesOf(before);
  const written: string[] = [];
  let at = 0;
  const body = diff.split('\n').slice(2, -1);
  for (const [index, line] of body.entries()) {
    const start = /^@@ -(\d+),(\d+) \+\d+,\d+ @@$/u.exec(line);
    const whole = body[index + 1]?.startsWith('\\') ? '' : '\n';
    if (start) {
      const from = Number(start[1]) - (start[2] === '0' ? 0 : 1);
      written.push(...source.slice(at, from));
      at = from;
    } else if (line.startsWith('+')) written.push(line.slice(1) + whole);
    else if (!line.startsWith('\\')) {
      if (source[at] !== line.slice(1) + whole)
        throw new Error(`expected ${JSON.stringify(source[at])}, found ${line}`);
      if (line.startsWith(' ')) written.push(line.slice(1) + whole);
      at++;
    }
  }
  return [...written, ...source.slice(at)].join('');
};

describe('a unified diff', () => {
  it.each([
    ['a\nb\nc\n', 'a\nB\nc\n', '@@ -1,3 +1,3 @@\n a\n-b\n+B\n c\n'],
    ['a\n', 'a\nb\n', '@@ -1,1 +1,2 @@\n a\n+b\n'],
    ['', 'a\n', '@@ -0,0 +1,1 @@\n+a\n'],
    ['a', 'b', '@@ -1,1 +1,1 @@\n-a\n\\ No newline at end of file\n+b\n\\ No newline at end of file\n'],
  ])('of %j and %j', (before, after, hunks) => {
    expect(unifiedDiff('t', before, after)).toBe(`--- t\n+++ t\n${hunks}`);
  });

  it('says nothing of equal texts', () => {
    expect(unifiedDiff('t', 'a\n', 'a\n')).toBe('');
  });

  it('keeps far changes in hunks of their own', () => {
    const many = Array.from({ length: 30 }, (_, at) => `${at}\n`);
    const diff = unifiedDiff('t', many.join(''), many.with(2, 'x\n').with(25, 'y\n').join(''));
    expect(diff.match(/^@@/gmu)).toHaveLength(2);
  });

  it('makes the one text of the other', () => {
    const text = fc
      .array(fc.constantFrom('a\n', 'b\n', 'c\n', 'γ\n', '\n', 'd'), { maxLength: 24 })
      .map((all) => all.join(''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        if (before !== after) expect(patched(before, unifiedDiff('t', before, after))).toBe(after);
      }),
      runs(500),
    );
  });

  it.each([
    ['every line', (at: number) => `cheap ${at % 7}\n`, (at: number) => `good ${at % 7}\n`],
    [
      'every third line',
      (at: number) => `tea ${at % 5}\n`,
      (at: number) => (at % 3 ? `tea ${at % 5}\n` : 'new\n'),
    ],
    ['all, and more', (at: number) => `tea ${at}\n`, (at: number) => `one ${at}\ntwo ${at}\n`],
  ])('of long texts where %s changed', (_what, was, is) => {
    const [before, after] = [was, is].map((one) =>
      Array.from({ length: 40_000 }, (_, at) => one(at)).join(''),
    );
    expect(patched(before ?? '', unifiedDiff('t', before ?? '', after ?? ''))).toBe(after);
  });
});
