/** Month and weekday words, date cues and range words of all languages, compiled once. */
import { cue } from './cues.ts';
import { anyOf, endingIn, fromAll, LETTER, numbered } from './lexicon.ts';
import { foldWord } from './fold.ts';
import fa from './data/fa.json' with { type: 'json' };
import en from './data/en.json' with { type: 'json' };

export const months = numbered((language) => language.months);
export const weekdays = numbered((language) => language.weekdays);
// Persian weeks are listed from Monday to Sunday too, but Saturday's name is the stem of the others.
weekdays.set(foldWord('شنبه'), 6).set(foldWord('یکشنبه'), 7);

export const jalaliMonths = new Map(
  fa.jalaliMonths.flatMap((words, index) =>
    words
      .flatMap((word) => [word, `${word}ماه`, `${word} ماه`])
      .map((word): [string, number] => [foldWord(word), index + 1]),
  ),
);
export const doubtful = new Set(fromAll((language) => language.doubtfulMonths).map(foldWord));

const spelled = [...months.keys()].filter((word) => !/\p{Script=Han}/u.test(word));
export const MONTH = `(?:${anyOf([...spelled, ...jalaliMonths.keys()])}(?!${LETTER}))`;
export const ENGLISH_MONTH = `(?:${anyOf(en.months.flat())}(?!${LETTER}))`;
export const WEEKDAY = `(?:(?<!${LETTER})${anyOf(weekdays.keys())}(?!${LETTER}))`;

const fillers = `(?:(?<!${LETTER})${anyOf(fromAll((language) => language.date.fillers))}(?!${LETTER})|${WEEKDAY})`;
const start = cue('start', (language) => language.date.start);
const end = cue('end', (language) => language.date.end);

/** "from", "until" and their kin before or after a date. */
export const dateCues = {
  start: {
    before: endingIn(
      fromAll((language) => language.date.start.before),
      fillers,
      LETTER,
    ),
    after: start.after,
  },
  end: {
    before: endingIn(
      fromAll((language) => language.date.end.before),
      fillers,
      LETTER,
    ),
    after: end.after,
  },
} as const;

const ON = fromAll((language) => [
  ...language.date.on,
  ...language.date.start.before,
  ...language.date.end.before,
]);
const WEAK = new Set([
  'by',
  'from',
  'to',
  'up to',
  'between',
  'on',
  'per',
  'и',
  'в',
  'στη',
  'την',
  'untuk',
  'from the',
]);
/** Cues strong enough to make a date of `12/06`. */
export const strongCue = endingIn(
  ON.filter((word) => !WEAK.has(word)),
  fillers,
  LETTER,
);
/** Any cue of a date at all, for words such as "may" that are verbs elsewhere. */
export const anyCue = endingIn(ON, fillers);

const RANGE_WORD = `(?<!${LETTER})${anyOf(fromAll((language) => language.date.range))}(?!${LETTER})`;
const AND = `(?<!${LETTER})${anyOf(['and', 'και', 'и', 'dan', 'و'])}(?!${LETTER})`;
export const BETWEEN = endingIn(['between', 'μεταξύ', 'между', 'antara', 'بین'], fillers);
export const JOIN = `(?:[-–—~]|${RANGE_WORD}|(?<and>${AND}))`;

export const relative = new RegExp(
  [
    `${WEEKDAY} ${anyOf(fromAll((language) => language.relativeAfter))}(?!${LETTER})`,
    `(?<!${LETTER})${anyOf(fromAll((language) => language.relativeDay))} ?${WEEKDAY.replace(`(?<!${LETTER})`, '')}`,
    `(?<!${LETTER})${anyOf(fromAll((language) => language.relative))}(?!${LETTER})`,
  ].join('|'),
  'gu',
);
export const STREET_AFTER = new RegExp(
  `^ ${anyOf(fromAll((language) => language.streetAfter))}(?!${LETTER})`,
  'u',
);
export const STREET = endingIn(
  fromAll((language) => language.street),
  '(?!)',
);
