/** Every key of every kind over Markdown: what Vale 3.22.0 itself printed, and why a row differs where one does. */
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { linesOf } from './support/lines-of.ts';

interface Group {
  readonly rule: Readonly<Record<string, unknown>>;
  readonly rows: readonly {
    readonly text: string;
    readonly lines: readonly string[];
    readonly vale?: readonly string[];
    readonly why?: string;
  }[];
}

const folder = new URL('cases/', import.meta.url);

for (const file of readdirSync(folder)) {
  const groups: readonly Group[] = JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
  describe(`cases of ${file}`, () => {
    for (const { rule, rows } of groups) {
      const lines = linesOf({ 'T/R.yml': JSON.stringify(rule) });
      test.each(rows)(
        `${JSON.stringify(rule).slice(0, 100)}: $text`,
        ({ text, lines: expected, vale, why }) => {
          expect(lines('t.md', text)).toEqual(expected);
          expect(why !== undefined).toBe(vale !== undefined);
        },
      );
    }
  });
}
