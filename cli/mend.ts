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

/** Every line of the text ends as on Windows. */
const endsInCrlf = (text: string): boolean => text.includes('\r\n') && !/(?<!\r)\n/u.test(text);

/** What fixes add ends its lines as the text does. */
export function mend(text: string, check: (text: string) => readonly Finding[], read: ReadFacts): Mended {
  const ended = endsInCrlf(text) ? (one: string) => one.replaceAll(/\r?\n/gu, '\r\n') : (one: string) => one;
  let [mended, findings, fixed] = [text, check(text), 0];
  for (let pass = 0; pass < PASSES; pass++) {
    const next = applyFixes(mended, findings, read);
    const whole = ended(next.text);
    if (whole === mended) break;
    fixed += next.applied.length;
    mended = whole;
    findings = check(mended);
  }
  return { text: mended, findings, fixed };
}
