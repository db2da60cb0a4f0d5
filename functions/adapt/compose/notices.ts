/** Disclosures and legal lines that a text does not say yet, by where the guide wants them. */
import type { Brief } from '../brief.ts';
import { fold, foldOpen } from '../words.ts';
import { besideText } from './composition.ts';

export interface Notices {
  readonly early: readonly string[];
  /** Behind the call to action. */
  readonly late: readonly string[];
  /** Behind everything but hashtags. */
  readonly last: readonly string[];
}

const wholeOf = ({ beside }: Brief, written: string): string =>
  [...beside.parts.map(({ text }) => text), written].join('\n');

/** Legal lines and those that one of the texts calls for, each once. */
export const noticesIn = (brief: Brief, texts: readonly string[]): readonly string[] => [
  ...new Set([
    ...brief.legal,
    ...texts.flatMap((text) => brief.disclosures(wholeOf(brief, text)).flatMap((one) => one.text ?? [])),
  ]),
];

/** The brief of a telling that does not say the line. */
export const withoutNotice = (brief: Brief, line: string): Brief => ({
  ...brief,
  legal: brief.legal.filter((one) => one !== line),
  disclosures: (written) => brief.disclosures(written).filter(({ text }) => text !== line),
});

export function noticesFor(brief: Brief, written: string): Notices {
  const whole = wholeOf(brief, written);
  const said = fold([besideText(brief), written].join('\n'));
  const legal = brief.legal.filter((line) => !said.includes(fold(line)));
  const told = [said, ...legal.map(fold)];
  const due = brief.disclosures(whole).flatMap((one) => {
    const { text } = one;
    return text === undefined || told.some((line) => line.includes(foldOpen(text))) ? [] : [{ ...one, text }];
  });
  const opens = due.filter((one) => one.beforeFold || one.position === 'start');
  const closes = due.filter((one) => !opens.includes(one) && one.position === 'end');
  const rest = due.filter((one) => !opens.includes(one) && !closes.includes(one));
  const textsOf = (list: typeof due): readonly string[] => list.map(({ text }) => text);
  const optOut = brief.billed ? (brief.phrases.optOut ?? '') : '';
  const stated = optOut === '' || [whole, ...textsOf(due)].some((text) => fold(text).includes(fold(optOut)));
  return {
    early: textsOf(opens),
    late: [...legal, ...textsOf(rest)],
    last: [...brief.closing, ...(stated ? [] : [optOut]), ...textsOf(closes)],
  };
}
