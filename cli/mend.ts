/** Fixes a text by its findings until nothing more can be fixed. */
import { applyFixes } from '../brand-guide/engine/fixes.ts';
import type { Finding } from '../brand-guide/engine/types.ts';
import type { ReadFacts } from '../brand-guide/engine/fixes.ts';

export interface Mended {
  readonly text: string;
  /** What is left, over the mended text. */
  readonly findings: readonly Finding[];
  readonly fixed: number;
}

/** Fixes that overlap wait for the next pass; two fixes that undo each other end it. */
const PASSES = 10;

export function mend(text: string, check: (text: string) => readonly Finding[], read: ReadFacts): Mended {
  let [mended, findings, fixed] = [text, check(text), 0];
  for (let pass = 0; pass < PASSES; pass++) {
    const next = applyFixes(mended, findings, read);
    if (next.text === mended) break;
    fixed += next.applied.length;
    mended = next.text;
    findings = check(mended);
  }
  return { text: mended, findings, fixed };
}
