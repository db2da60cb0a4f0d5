/** Whether a deadline leaves its day out: "before 18 May" ends with the 17th, "on or before 18 May" with the 18th. */
import data from './data/deadlines.json' with { type: 'json' };
import { WEEKDAY } from './date-words.ts';
import { anyOf, endingIn, LETTER } from './lexicon.ts';
import type { Mention } from './types.ts';

const FILLER = `(?:(?<!${LETTER})${anyOf(data.fillers)}(?!${LETTER})|${WEEKDAY})`;
const CUE = `${anyOf(data.before)}(?!${LETTER})`;
/** A word, and at most two others between it and the cue: "not valid before", "a week before". */
const behind = (words: readonly string[], most: number): RegExp =>
  new RegExp(
    `(?<!${LETTER})${anyOf(words)}(?: [\\p{L}\\p{M}]{1,16}){0,${most}} ${CUE}(?: ?${FILLER}){0,4} ?$`,
    'u',
  );

const BEFORE = endingIn(data.before, FILLER, LETTER);
const OR_BEFORE = behind(data.or, 0);
const NOT_BEFORE = behind(data.not, 2);
const COUNTED = behind(data.counted, 0);
/** 5月18日前 is said of the 18th too. */
const BEHIND = new RegExp(`^ ?${anyOf(data.behind)}`, 'u');
/** 5月18日前往, 5月18日前後: no deadline at all. */
const GOES_ON = new RegExp(`^ ?前${data.notBehind}`, 'u');
const WITH_THE_DAY = /^ ?[（(] ?含|^ ?[之以]?前 ?[（(]? ?含/u;
/** A weekday or the like in brackets. */
const ASIDE = /^ ?[（(][^)）]{1,6}[)）]/u;

/** "Not before 18 May": nothing ends then. */
export const isNotBefore = (ahead: string): boolean => BEFORE.test(ahead) && NOT_BEFORE.test(ahead);

/** "Two days before 18 May": the day is only counted from. */
export const isCountedFrom = (ahead: string): boolean => BEFORE.test(ahead) && COUNTED.test(ahead);

const isFrom = (ahead: string): boolean => isNotBefore(ahead) || isCountedFrom(ahead);

/** `ahead` and `rest` are the folded clause on both sides of the day, with no hour between. */
export function deadlineDay(ahead: string, rest: string): Mention['day'] {
  if (BEFORE.test(ahead)) return OR_BEFORE.test(ahead) || isFrom(ahead) ? undefined : 'excluded';
  return BEHIND.test(rest.replace(ASIDE, '')) && !GOES_ON.test(rest) && !WITH_THE_DAY.test(rest)
    ? 'open'
    : undefined;
}

/** What stands behind a day, without 前 where it begins another word. */
export const behindDay = (rest: string): string => (GOES_ON.test(rest) ? '' : rest.replace(ASIDE, ''));
