/** Days of a month by their ordinals in words: "سوم فروردین", "первого января", "πρώτη Ιουλίου". */
import data from './data/ordinal-days.json' with { type: 'json' };
import { foldWord } from './fold.ts';
import { anyOf, LETTER } from './lexicon.ts';

/** Persian joins the parts of a word or does not. */
const joined = (word: string): string => foldWord(word).replaceAll(/(?<=\p{Script=Arabic}) /gu, '');
const days = new Map(
  Object.values(data.days)
    .flatMap((words) => Object.entries(words))
    .map(([word, day]) => [joined(word), day]),
);

export const ORDINAL_DAY = `(?:${anyOf(Object.values(data.days).flatMap((words) => Object.keys(words)))}(?!${LETTER}))`;

/** "هفتهٔ اول مهر", "ترم دوم": the first of something other than days. */
export const countsOther = new RegExp(`(?<!${LETTER})${anyOf(data.notBehind)} ?ی? $`, 'u');

const LEADS = new RegExp(`^${ORDINAL_DAY}`, 'u');

/** Whether a date, as it is typed, tells its day so. */
export const hasOrdinalDay = (typed: string): boolean => LEADS.test(foldWord(typed));

/** From 1 to 31; undefined for other words. */
export const ordinalDay = (word: string): number | undefined => days.get(joined(word));
