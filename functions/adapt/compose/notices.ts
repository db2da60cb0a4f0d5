/** Disclosures and legal lines that a text does not say yet, by where the guide wants them. */
import type { Brief } from '../brief.ts';
import { fold } from '../words.ts';

export interface Notices {
  readonly early: readonly string[];
  /** Before the closing lines. */
  readonly late: readonly string[];
}

export function noticesFor(brief: Brief, written: string): Notices {
  const said = fold(written);
  const due = brief.disclosures.filter((one) => !said.includes(fold(one.text)));
  const early = due.filter((one) => one.beforeFold || one.position === 'start').map((one) => one.text);
  const late = due
    .filter((one) => !early.includes(one.text))
    .toSorted((a, b) => Number(a.position === 'end') - Number(b.position === 'end'))
    .map((one) => one.text);
  const legal = brief.legal.filter((line) => !said.includes(fold(line)));
  const optOut = brief.plain ? (brief.phrases.optOut ?? '') : '';
  const stated = [written, ...early, ...late].some((text) => fold(text).includes(fold(optOut)));
  return { early, late: [...legal, ...late, ...(stated ? [] : [optOut])] };
}
