/** Amounts written out in Han numerals: 三百元, 一千五百元, 新台幣兩萬元. */
import { anyOf, LANGUAGES } from './lexicon.ts';
import { matchesOf } from '../engine/matches-of.ts';

export interface HanAmount {
  readonly start: number;
  readonly end: number;
  readonly amount: string;
  readonly sign: string;
}

const DIGITS = '〇一二三四五六七八九';
const POWERS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const signs = LANGUAGES.flatMap(({ currencies }) => Object.values(currencies).flat()).filter((word) =>
  /\p{Script=Han}/u.test(word),
);
/** A digit and a power at least: 百元商店 and 一元復始 name no price. */
const AMOUNT = new RegExp(
  `(?<![一二兩三四五六七八九十百千萬億數幾\\d.])(?<n>[一二兩三四五六七八九]?十[一二三四五六七八九]?(?:萬[一二兩三四五六七八九十百千零]{0,7})?|[一二兩三四五六七八九][百千萬][一二兩三四五六七八九十百千萬零]{0,9})(?<sign>${anyOf(signs)})(?![素件旦月年宵祖老角形商均])`,
  'gu',
);
/** 只要五元: a digit alone, where a word sells; 五元 may also be five of something. */
const CUED_DIGIT = new RegExp(
  `(?<=只要|只收|只賣|特價|特惠價|均一價|一律|每[個份杯顆支張瓶包條枚])(?<n>[二兩三四五六七八九])(?<sign>${anyOf(signs)})(?![素件旦月年宵祖老角形商均])`,
  'gu',
);

/** 一千五百 is 1500, 兩萬三千 is 23000. */
export function readHanAmount(written: string): number | undefined {
  let total = 0;
  let section = 0;
  let digit = 0;
  for (const character of written.replaceAll('兩', '二').replaceAll('零', '')) {
    const power = POWERS[character];
    if (power !== undefined) {
      section += (digit === 0 ? 1 : digit) * power;
      digit = 0;
    } else if (character === '萬') {
      total += (section + digit) * 10_000;
      section = 0;
      digit = 0;
    } else if (digit !== 0) return undefined;
    else digit = DIGITS.indexOf(character);
  }
  return total + section + digit;
}

export const hanAmounts = (text: string): HanAmount[] =>
  [...matchesOf(text, AMOUNT), ...matchesOf(text, CUED_DIGIT)].flatMap((match) => {
    const { n = '', sign = '' } = match.groups ?? {};
    const amount = readHanAmount(n);
    return amount === undefined
      ? []
      : [{ start: match.index, end: match.index + match[0].length, amount: String(amount), sign }];
  });
