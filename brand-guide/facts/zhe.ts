/** Reductions as Chinese writes them: 75折 leaves 75 percent to pay, so it takes 25 off. */
import { anyOf, fromAll, LETTER } from './lexicon.ts';
import { readHan, trim } from './numbers.ts';
import { matchesOf } from '../engine/matches-of.ts';

const ZHE =
  /(?<![\d.第波百]|第 )(?:(?<low>\d(?:\.\d)?|\d\d|[一二三四五六七八九]{1,2})(?: ?折(?:起)?)? ?[-–—~至到] ?)?(?<n>\d(?:\.\d)?|\d\d|[一二三四五六七八九]{1,2}(?=折)) ?折(?![不疊磨射衷騰現抵價頁式傘叠扇線]|雨傘|[手]機)/gu;
const HALF = new RegExp(
  `(?<!\\p{Script=Latin}|\\p{Script=Greek}|\\p{Script=Cyrillic}|\\d ?(?=[\\d½]))${anyOf(fromAll((language) => language.half))}`,
  'gu',
);
/** 把紙全部對折: what is folded is no price. */
const FOLDED = /(?:[把將]|紙張|餅皮|麵皮|毛巾|圍巾|布料)[^，。！？,!?\n]{0,12}$/u;
/** "A quarter off", "на четверть дешевле", 便宜四分之一. */
const QUARTER = new RegExp(
  `(?<!${LETTER})${anyOf(fromAll((language) => language.quarter))}(?!${LETTER})`,
  'gu',
);

export interface Reduction {
  readonly start: number;
  readonly end: number;
  readonly percent: string;
  /** Told for the ends of a range: 5折至8折 takes 20 to 50 off. */
  readonly qualifier?: 'from' | 'up-to';
}

function percentOff(written: string): string | undefined {
  const paid = /\d/.test(written) ? Number(written) : readHan(written);
  if (paid === undefined || paid === 0) return undefined;
  const isTenths = written.includes('.') || paid < 10;
  const off = isTenths ? 1000 - Math.round(paid * 100) : (100 - paid) * 10;
  return trim((off / 10).toFixed(1));
}

function tenthsAt(match: RegExpExecArray): Reduction[] {
  const { low, n = '' } = match.groups ?? {};
  const end = match.index + match[0].length;
  const percent = percentOff(n);
  if (percent === undefined) return [];
  const most = low === undefined ? undefined : percentOff(low);
  if (low === undefined || most === undefined) return [{ start: match.index, end, percent }];
  const lowEnd = match.index + low.length + (/^ ?折/u.exec(match[0].slice(low.length))?.[0].length ?? 0);
  return [
    { start: match.index, end: lowEnd, percent: most, qualifier: 'up-to' },
    { start: match.index + match[0].lastIndexOf(n), end, percent, qualifier: 'from' },
  ];
}

/** 便宜三成, 降價兩成五: tenths taken off, where a verb of selling says so. */
const CHENG = new RegExp(
  `(?<=(?<!股價)(?:便宜|降價|減價|調降|折讓|現省|立省|省|少付|少收|優惠|降價幅度達)(?:了|約|近|整整|達|高達|最高|最多){0,2})(?<n>[一二兩三四五六七八九]|[1-9])成(?<rest>半|[一二三四五六七八九])?(?![熟功分績員本果長為立交]|的?[時油電水空體能燃人力])`,
  'gu',
);

const digit = (one: string): number =>
  /\d/u.test(one) ? Number(one) : (readHan(one.replace('兩', '二')) ?? 0);

function tenthsOff(match: RegExpExecArray): Reduction {
  const { n = '', rest = '' } = match.groups ?? {};
  const fifth = rest === '半' ? 5 : rest === '' ? 0 : digit(rest);
  const { index: start } = match;
  return { start, end: start + match[0].length, percent: String(digit(n) * 10 + fifth) };
}

const shares = (text: string, share: RegExp, percent: string): Reduction[] =>
  matchesOf(text, share).map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    percent,
  }));

/** Folded spans of 8折, 75折, 7.5折, 八五折, 半價, "half price" and "a quarter off", with what they take off. */
export const reductionsInWords = (text: string): Reduction[] => [
  ...matchesOf(text, ZHE).flatMap(tenthsAt),
  ...matchesOf(text, CHENG).map(tenthsOff),
  ...shares(text, HALF, '50').filter(
    ({ start, end }) =>
      !/^(?:全部|通通|統統)/u.test(text.slice(start, end)) ||
      !FOLDED.test(text.slice(Math.max(0, start - 16), start)),
  ),
  ...shares(text, QUARTER, '25'),
];
