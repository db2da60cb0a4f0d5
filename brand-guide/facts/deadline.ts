/** Whether a deadline leaves its day out: "before 18 May" ends with the 17th, "on or before 18 May" with the 18th. */
import data from './data/deadlines.json' with { type: 'json' };
import { WEEKDAY } from './date-words.ts';
import { anyOf, endingIn, LETTER } from './lexicon.ts';
import type { Mention } from './types.ts';

const FILLER = `(?:(?<!${LETTER})${anyOf(data.fillers)}(?!${LETTER})|${WEEKDAY})`;
const behindEach = (firsts: readonly string[]): string[] =>
  firsts.flatMap((first) => data.before.map((word) => `${first} ${word}`));

const BEFORE = endingIn(data.before, FILLER, LETTER);
/** "On or before 18 May" has the day; "two days before 18 May" counts from it. */
const OTHERWISE = endingIn(behindEach([...data.or, ...data.not, ...data.counted]), FILLER, LETTER);
const BEGINS = endingIn(behindEach(data.not), FILLER, LETTER);
/** 5月18日前 is said of the 18th too. */
const BEHIND = new RegExp(`^ ?${anyOf(data.behind)}(?!${data.notBehind})`, 'u');
const WITH_THE_DAY = /^ ?[（(] ?含/u;

/** `ahead` and `behind` are the folded clause on both sides of the day, with no hour between. */
export function deadlineDay(ahead: string, behind: string): Mention['day'] {
  if (BEFORE.test(ahead)) return OTHERWISE.test(ahead) ? undefined : 'excluded';
  return BEHIND.test(behind) && !WITH_THE_DAY.test(behind) ? 'open' : undefined;
}

/** "Not before 18 May": nothing ends then. */
export const isNotBefore = (ahead: string): boolean => BEGINS.test(ahead);
