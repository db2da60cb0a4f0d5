/** The weekday that a text names right beside a date: "Friday 12 June", "6月12日（週五）", "جمعه ۲۱ خرداد". */
import type { Range } from '../engine/types.ts';
import { weekdays } from './date-words.ts';
import { foldWord } from './fold.ts';
import type { FoldedText } from './fold.ts';
import { anyOf, LANGUAGES, LETTER } from './lexicon.ts';

export interface NamedWeekday extends Range {
  /** Monday 1 to Sunday 7. */
  readonly number: number;
}

/** Persian weekdays that people part by a space, which would leave the name of Saturday. */
const PARTED: readonly (readonly [string, number])[] = [
  ['دو شنبه', 1],
  ['چهار شنبه', 3],
  ['یک شنبه', 7],
];
const unspaced = (word: string): string => word.replaceAll(' ', '');
const numbers = new Map([...weekdays, ...PARTED].map(([word, number]) => [unspaced(foldWord(word)), number]));
const HAN_DAYS = '一二三四五六日';

const NAME = `(?<!${LETTER})${anyOf([...weekdays.keys(), ...PARTED.map(([word]) => word)])}(?!${LETTER})`;
/** A second weekday or a word of a span ahead makes it the end of a span or a list: no date's own day. */
const SPAN = `(?:[-–—~/&,+至到、]|(?<!${LETTER})(?:${anyOf(['to', 'and', 'or', 'through', 'till', 'until', 'thru', 'έως', 'ως', 'και', 'ή', 'μέχρι', 'по', 'до', 'и', 'или', 'hingga', 'sampai', 'dan', 'atau', 'تا', 'و', 'یا'])})(?!${LETTER}))`;
const AHEAD = new RegExp(
  `(?<span>${NAME}\\.? ?${SPAN} ?)?(?<day>${NAME})\\)?[.,،]? ?(?:the |στισ |τισ |την |tanggal |مورخ )?$`,
  'u',
);
const BEHIND = new RegExp(
  `^ ?(?:[([] ?(?:(?<aside>${NAME})|(?<han>[${HAN_DAYS}]))\\.? ?[)\\]]|(?<joined>星期[${HAN_DAYS}天]|[週周禮拜]{1,2}[${HAN_DAYS}])|[,،] ?(?:в |во )?(?<after>${NAME})(?= ?(?:[.!?;)\\n。]|$)))`,
  'u',
);
const REACH = 48;
const ANY_NAME = new RegExp(`${NAME}|[${HAN_DAYS}天]`, 'u');

/** A date with a day has a number in it, of digits or Han numerals. */
const ANY_NUMBER = /[\d一二三四五六七八九十廿卅]/u;

/** Whether the text may name a weekday beside a date at all: far sooner said than its dates are read. */
export const mayNameWeekday = ({ text }: FoldedText): boolean => ANY_NUMBER.test(text) && ANY_NAME.test(text);

function spanOf(text: FoldedText, start: number, word: string, number: number | undefined) {
  return number === undefined ? undefined : { ...text.range(start, start + word.length), number };
}

const numberOf = (word: string): number | undefined => numbers.get(unspaced(word));

function aheadOf(text: FoldedText, start: number): NamedWeekday | undefined {
  const from = Math.max(0, start - REACH);
  const match = AHEAD.exec(text.text.slice(from, start));
  const { span, day } = match?.groups ?? {};
  if (!match || day === undefined || span !== undefined) return undefined;
  return spanOf(text, from + match.index, day, numberOf(day));
}

function behindOf(text: FoldedText, end: number): NamedWeekday | undefined {
  const match = BEHIND.exec(text.text.slice(end, end + REACH));
  const { aside, han, joined, after } = match?.groups ?? {};
  const word = aside ?? han ?? joined ?? after;
  if (!match || word === undefined) return undefined;
  const at = end + match[0].lastIndexOf(word);
  const number = han === undefined ? numberOf(word) : HAN_DAYS.indexOf(han) + 1;
  return spanOf(text, at, word, number);
}

/** Nothing where two weekdays are named, or one that belongs to a span or a list. Ranges are over the text as typed. */
export function weekdayBeside(source: FoldedText, date: Range): NamedWeekday | undefined {
  const { start, end } = source.folded(date.start, date.end);
  const [ahead, behind] = [aheadOf(source, start), behindOf(source, end)];
  return ahead && behind && ahead.number !== behind.number ? undefined : (ahead ?? behind);
}

const capital = (word: string): boolean => /^\p{Lu}/u.test(word);

/** The right weekday in the form of the wrong one: inflected, short or long as it was. */
export function weekdayLike(written: string, number: number): string | undefined {
  const folded = unspaced(foldWord(written));
  for (const { weekdays: week } of LANGUAGES) {
    for (const forms of week) {
      const at = forms.findIndex((form) => unspaced(foldWord(form)) === folded);
      const right = at === -1 ? undefined : (week[number - 1]?.[at] ?? week[number - 1]?.[0]);
      if (right !== undefined)
        return capital(written) ? right.charAt(0).toUpperCase() + right.slice(1) : right;
    }
  }
  return HAN_DAYS.includes(written) ? HAN_DAYS[number - 1] : undefined;
}
