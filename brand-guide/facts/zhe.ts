/** Reductions as Chinese writes them: 75折 leaves 75 percent to pay, so it takes 25 off. */
import { fromAll, anyOf } from './lexicon.ts';
import { readHan, trim } from './numbers.ts';

const ZHE =
  /(?<![\d.第波百])(\d(?:\.\d)?|\d\d|[一二三四五六七八九]{1,2})折(?![不疊磨射衷騰現抵價頁式傘叠]|雨傘|[手]機)/gu;
const HALF = new RegExp(
  `(?<!\\p{Script=Latin}|\\p{Script=Greek}|\\p{Script=Cyrillic})${anyOf(fromAll((language) => language.half))}`,
  'gu',
);

export interface Reduction {
  readonly start: number;
  readonly end: number;
  readonly percent: string;
}

function percentOff(written: string): string | undefined {
  const paid = /\d/.test(written) ? Number(written) : readHan(written);
  if (paid === undefined || paid === 0) return undefined;
  const isTenths = written.includes('.') || paid < 10;
  const off = isTenths ? 1000 - Math.round(paid * 100) : (100 - paid) * 10;
  return trim((off / 10).toFixed(1));
}

/** Folded spans of 8折, 75折, 7.5折, 八五折, 半價 and "half price", with what they take off. */
export function reductionsInWords(text: string): Reduction[] {
  const halves = [...text.matchAll(HALF)].map((match) => ({ match, percent: '50' }));
  const tenths = [...text.matchAll(ZHE)].map((match) => ({ match, percent: percentOff(match[1] ?? '') }));
  return [...tenths, ...halves].flatMap(({ match, percent }) =>
    percent === undefined ? [] : [{ start: match.index, end: match.index + match[0].length, percent }],
  );
}
