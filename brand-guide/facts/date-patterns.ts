/** Single dates as they are written: with month words, in numbers, in Han, in the Jalali and Republic calendars. */
import { fromJalali } from './calendar.ts';
import { makeClaims } from './claims.ts';
import { dated, EDGE, numberOf, orders } from './date-parts.ts';
import type { Groups, WrittenDate } from './date-parts.ts';
import { compactDays } from './date-compact.ts';
import { shortDates } from './date-short.ts';
import {
  anyCue,
  doubtful,
  ENGLISH_MONTH,
  jalaliMonths,
  MONTH,
  months,
  STREET,
  STREET_AFTER,
} from './date-words.ts';
import type { FoldedText } from './fold.ts';
import { readHanAmount } from './han-amount.ts';
import { languageOf, LETTER } from './lexicon.ts';
import { readHan } from './numbers.ts';
import { countsOther, ORDINAL_DAY } from './ordinal-days.ts';
import { before } from './window.ts';
import { matchesOf } from '../engine/matches-of.ts';

const ORDINAL = '(?:st|nd|rd|th|ησ|η|-?го|-?е|º|ام|م)?';
const YEAR = "(?<y>(?:19|20)\\d{2}|1[34]\\d{2}|'\\d{2})(?!\\d)";
const DAY_MONTH = new RegExp(
  `${EDGE}(?<d>\\d{1,2})(?<ord>${ORDINAL})(?: |\\. ?|-)(?:of )?(?<m>${MONTH})(?:\\.(?= ?\\d))?(?:(?:[,،]? |-)(?:του |سال )?${YEAR}(?: ?г\\.| года?(?!${LETTER})| г(?!${LETTER}))?)?`,
  'gu',
);
const ORDINAL_MONTH = new RegExp(
  `(?<!${LETTER}|-)(?<d>${ORDINAL_DAY}) (?:ماه )?(?<m>${MONTH})(?:[,،]? (?:του |سال )?${YEAR}(?: года?(?!${LETTER}))?)?`,
  'gu',
);
const MONTH_DAY = new RegExp(
  `(?<!${LETTER}|-)(?<m>${ENGLISH_MONTH})\\.? (?:the )?(?<d>\\d{1,2})(?:st|nd|rd|th)?(?!\\d|[:.,]\\d|[%€$£]| ?%| ?[ap]m(?!${LETTER}))(?:,? ${YEAR})?`,
  'gu',
);
const YEAR_FIRST =
  /(?<![\d/.]|(?<!\d[/.]\d{1,2} ?)-)(?<y>\d{4})(?<s>[-/.])(?<m>\d{1,2})\k<s>(?<d>\d{1,2})(?!\d|\k<s>\d|-\p{L})/gu;
const NUMERIC = new RegExp(
  `${EDGE}(?<a>\\d{1,2})(?<s>[/.-])(?<b>\\d{1,2})\\k<s>(?<y>\\d{4}|\\d{2})(?!\\d|[/.,:]\\d|-\\d(?!\\d?[/.]\\d)|${LETTER}|%)`,
  'gu',
);
const HAN_NUMBER = '(?:\\d{1,2}|[一二三四五六七八九十]{1,3})';
const HAN = new RegExp(
  `(?:民國 ?(?:(?<roc>\\d{2,3})|(?<rocHan>[一二三四五六七八九十百]{2,7})) ?年 ?|(?<yHan>[〇零一二三四五六七八九]{4}) ?年 ?|(?<!\\d)(?<roc3>1\\d{2}) ?年 ?|(?<!\\d)(?<y>\\d{4}) ?年 ?)?(?<![\\d一二三四五六七八九十])(?<m>${HAN_NUMBER}) ?月 ?(?<d>${HAN_NUMBER}) ?(?:[日號号]|(?=(?: ?[、和及與] ?\\d{1,2}){1,6} ?[日號号]|[-–—~至到] ?\\d{1,2} ?[日號号]))`,
  'gu',
);
/** 116/06/12 in a Chinese text: nobody writes another year so. */
const ROC_SHORT = /(?<![\d/.-])(?<roc>1[01]\d)\/(?<m>\d{1,2})\/(?<d>\d{1,2})(?![\d/])/gu;
const ROC = /民國 ?(?<roc>\d{2,3})[/.-](?<m>\d{1,2})[/.-](?<d>\d{1,2})(?!\d)/gu;

function yearOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const digits = text.replace("'", '');
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits);
}

function jalali(match: RegExpExecArray, groups: Groups, month: number): WrittenDate[] {
  const day = numberOf(groups['d']);
  const span = { start: match.index, end: match.index + match[0].length, style: 'jalali' } as const;
  if (groups['y'] === undefined)
    return day >= 1 && day <= 31 ? [{ ...span, days: [], jalali: { month, day } }] : [];
  const year = Number(groups['y']);
  const found = fromJalali(year, month, day);
  return found ? [{ ...span, days: [found], jalali: { year, month, day } }] : [];
}

/** "may" and "march" are months only in capitals, with a year or after a cue. */
function isMonthWord(text: FoldedText, at: number, word: string, hasYear: boolean, ahead: string): boolean {
  if (!doubtful.has(word) || hasYear) return true;
  if (/^\p{Script=Latin}/u.test(word)) return /^\p{Lu}/u.test(text.typed(at, at + 1)) || anyCue.test(ahead);
  return hasYear;
}

function spelled(text: FoldedText, match: RegExpExecArray, style: 'day-month' | 'month-day'): WrittenDate[] {
  const groups: Groups = match.groups ?? {};
  const word = groups['m'] ?? '';
  const ahead = before(text.text, match.index);
  const inJalali = jalaliMonths.get(word);
  if (inJalali !== undefined) return STREET.test(ahead) ? [] : jalali(match, groups, inJalali);
  const at = match.index + match[0].indexOf(word);
  const end = match.index + match[0].length;
  if (!isMonthWord(text, at, word, groups['y'] !== undefined, ahead)) return [];
  const isPast = /^,? 1[0-8]\d{2}(?!\d)/u.test(text.text.slice(end, end + 8));
  const isAddress =
    isPast ||
    STREET.test(ahead) ||
    STREET_AFTER.test(text.text.slice(end, end + 16)) ||
    (/^ησ?$/.test(groups['ord'] ?? '') && /^,? \d{1,3}(?!\d)/.test(text.text.slice(end)));
  if (isAddress || Number(groups['y'] ?? 2000) < 1900) return [];
  const day = { year: yearOf(groups['y']), month: months.get(word) ?? 0, day: numberOf(groups['d']) };
  return dated(match, style, [day]);
}

/** "Ends Mar 31. Jan opens": the day belongs to the month before it. */
const MONTH_AHEAD = new RegExp(`(?<!${LETTER})${ENGLISH_MONTH}\\.? (?:the )?$`, 'u');
const dayFirst = (text: FoldedText, match: RegExpExecArray): WrittenDate[] =>
  MONTH_AHEAD.test(text.text.slice(Math.max(0, match.index - 16), match.index))
    ? []
    : spelled(text, match, 'day-month');

const OPENING = /(?:^|[^\p{L}])(?:in|this|next|last|every|each|early|late|mid)[ -]$/u;
const SINGULAR = /^ +\p{Ll}{3,}s(?!\p{L})/u;

function monthFirst(text: FoldedText, match: RegExpExecArray): WrittenDate[] {
  const ahead = before(text.text, match.index);
  const isVerb = doubtful.has(match.groups?.['m'] ?? '') && ahead.trim() === '';
  const end = match.index + match[0].length;
  if (OPENING.test(ahead) || (isVerb && SINGULAR.test(text.text.slice(end, end + 24)))) return [];
  return spelled(text, match, 'month-day');
}

function numeric(match: RegExpExecArray, locale: string): WrittenDate[] {
  const groups: Groups = match.groups ?? {};
  const year = yearOf(groups['y']) ?? 0;
  const isShort = groups['y']?.length === 2;
  const { language } = languageOf(locale);
  if (
    isShort &&
    (groups['s'] === '-' ||
      language === 'fa' ||
      (language === 'en' && groups['s'] !== '/') ||
      year < 2015 ||
      year > 2050)
  )
    return [];
  if (year >= 1300 && year < 1500) {
    const found = fromJalali(year, numberOf(groups['b']), numberOf(groups['a']));
    return found ? [{ ...spanOf(match), days: [found], style: 'numeric' }] : [];
  }
  if (year < 1900 || year > 2199) return [];
  const days = orders(numberOf(groups['a']), numberOf(groups['b']), locale);
  return dated(
    match,
    'numeric',
    days.map((day) => ({ year, ...day })),
  );
}

const spanOf = (match: RegExpExecArray) => ({ start: match.index, end: match.index + match[0].length });

function yearFirst(match: RegExpExecArray): WrittenDate[] {
  const groups: Groups = match.groups ?? {};
  const [year, month, day] = [numberOf(groups['y']), numberOf(groups['m']), numberOf(groups['d'])];
  const found = year >= 1300 && year < 1500 ? fromJalali(year, month, day) : undefined;
  if (found) return [{ ...spanOf(match), days: [found], style: 'numeric' }];
  return year < 1900 || year > 2199 ? [] : dated(match, 'numeric', [{ year, month, day }]);
}

function inHan(match: RegExpExecArray): WrittenDate[] {
  const groups: Groups = match.groups ?? {};
  const { roc, roc3, rocHan, yHan } = groups;
  const republic =
    roc ?? roc3 ?? (rocHan === undefined ? undefined : (readHanAmount(rocHan) ?? readHan(rocHan)));
  const inDigits = yHan === undefined ? yearOf(groups['y']) : numberOf(yHan.replaceAll('零', '〇'));
  const year = republic === undefined ? inDigits : Number(republic) + 1911;
  return dated(match, 'han', [{ year, month: numberOf(groups['m']), day: numberOf(groups['d']) }]);
}

/** "سوم فروردین ۱۴۰۶": the day in words. */
const ordinal = (text: FoldedText, match: RegExpExecArray): WrittenDate[] =>
  countsOther.test(text.text.slice(Math.max(0, match.index - 24), match.index))
    ? []
    : spelled(text, match, 'day-month');

/** Every single date of the text in the order of its patterns, some of them overlapping. */
export function writtenDates(text: FoldedText, locale: string): WrittenDate[] {
  const folded = text.text;
  const byOrdinal = matchesOf(folded, ORDINAL_MONTH).flatMap((match) => ordinal(text, match));
  return text.hasNumbers ? inNumbers(text, locale, byOrdinal) : byOrdinal;
}

function inNumbers(text: FoldedText, locale: string, others: readonly WrittenDate[]): WrittenDate[] {
  const folded = text.text;
  const { language } = languageOf(locale);
  const monthsLead = ['en', 'zh', 'fa'].includes(language);
  const found = [
    ...[...matchesOf(folded, ROC), ...matchesOf(folded, HAN)].flatMap(inHan),
    ...(language === 'zh' ? matchesOf(folded, ROC_SHORT).flatMap(inHan) : []),
    ...matchesOf(folded, YEAR_FIRST).flatMap(yearFirst),
    ...matchesOf(folded, DAY_MONTH).flatMap((match) => dayFirst(text, match)),
    ...compactDays(folded),
    ...(monthsLead ? matchesOf(folded, MONTH_DAY).flatMap((match) => monthFirst(text, match)) : []),
    ...matchesOf(folded, NUMERIC).flatMap((match) => numeric(match, locale)),
    ...shortDates(folded, locale),
    ...others,
  ];
  const claims = makeClaims(folded.length);
  const kept = found.filter(({ start, end }) => {
    const isFree = claims.free(start, end);
    if (isFree) claims.take(start, end);
    return isFree;
  });
  return kept.toSorted((a, b) => a.start - b.start);
}
