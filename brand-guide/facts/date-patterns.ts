/** Single dates as they are written: with month words, in numbers, in Han, in the Jalali and Republic calendars. */
import { fromJalali, isDay } from './calendar.ts';
import type { Day } from './calendar.ts';
import { makeClaims } from './claims.ts';
import {
  anyCue,
  doubtful,
  ENGLISH_MONTH,
  jalaliMonths,
  MONTH,
  months,
  STREET,
  STREET_AFTER,
  strongCue,
  WEEKDAY,
} from './date-words.ts';
import type { FoldedText } from './fold.ts';
import { languageOf, LETTER } from './lexicon.ts';
import { numberStyle, readHan } from './numbers.ts';
import { before } from './window.ts';

/** A date in the folded text. Several days where the order of numbers is anybody's guess. */
export interface WrittenDate {
  readonly start: number;
  readonly end: number;
  readonly days: readonly Day[];
  readonly style: 'day-month' | 'month-day' | 'numeric' | 'han' | 'jalali';
  /** A day and month of the Jalali calendar, whose `days` are empty where no year is known. */
  readonly jalali?: { readonly year?: number; readonly month: number; readonly day: number };
}

const EDGE = `(?<!\\d|\\d[.,:/]|${LETTER}|[_#@])`;
const ORDINAL = '(?:st|nd|rd|th|ης|η|-?го|-?е|º)?';
const YEAR = "(?<y>(?:19|20)\\d{2}|1[34]\\d{2}|'\\d{2})(?!\\d)";
const DAY_MONTH = new RegExp(
  `${EDGE}(?<d>\\d{1,2})(?<ord>${ORDINAL})(?: |\\. ?|-)(?:of )?(?<m>${MONTH})(?:\\.(?= ?\\d))?(?:(?:[,،]? |-)(?:του |سال )?${YEAR}(?: ?г\\.| года?(?!${LETTER})| г(?!${LETTER}))?)?`,
  'gu',
);
const MONTH_DAY = new RegExp(
  `(?<!${LETTER}|-)(?<m>${ENGLISH_MONTH})\\.? (?:the )?(?<d>\\d{1,2})(?:st|nd|rd|th)?(?!\\d|[:.,]\\d|[%€$£]| ?%| ?[ap]m(?!${LETTER}))(?:,? ${YEAR})?`,
  'gu',
);
const YEAR_FIRST = /(?<![\d/.-])(?<y>\d{4})(?<s>[-/.])(?<m>\d{1,2})\k<s>(?<d>\d{1,2})(?!\d|[/.-]\d)/gu;
const NUMERIC = new RegExp(
  `${EDGE}(?<a>\\d{1,2})(?<s>[/.-])(?<b>\\d{1,2})\\k<s>(?<y>\\d{4}|\\d{2})(?!\\d|[/.,:-]\\d|${LETTER}|%)`,
  'gu',
);
const SHORT = new RegExp(
  `${EDGE}(?<a>\\d{1,2})(?<s>[/.])(?<b>\\d{1,2})(?!\\d|[/.,:]\\d|-\\d(?!\\d?/)| ?[%‰°€$£₽¥]|${LETTER})`,
  'gu',
);
const HAN_NUMBER = '(?:\\d{1,2}|[一二三四五六七八九十]{1,3})';
const HAN = new RegExp(
  `(?:民國 ?(?<roc>\\d{2,3}) ?年 ?|(?<!\\d)(?<roc3>1\\d{2}) ?年 ?|(?<!\\d)(?<y>\\d{4}) ?年 ?)?(?<![\\d一二三四五六七八九十])(?<m>${HAN_NUMBER}) ?月 ?(?<d>${HAN_NUMBER}) ?[日號号]`,
  'gu',
);
const ROC = /民國 ?(?<roc>\d{2,3})[/.-](?<m>\d{1,2})[/.-](?<d>\d{1,2})(?!\d)/gu;

const number = (text: string | undefined): number =>
  text === undefined ? Number.NaN : /^\d+$/.test(text) ? Number(text) : (readHan(text) ?? Number.NaN);

function yearOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const digits = text.replace("'", '');
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits);
}

type Groups = Readonly<Record<string, string | undefined>>;
type Style = WrittenDate['style'];

function dated(match: RegExpExecArray, style: Style, days: readonly Day[]): WrittenDate[] {
  const valid = days.filter(isDay);
  return valid.length === 0
    ? []
    : [{ start: match.index, end: match.index + match[0].length, days: valid, style }];
}

function jalali(match: RegExpExecArray, groups: Groups, month: number): WrittenDate[] {
  const day = number(groups['d']);
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
  const isAddress =
    STREET.test(ahead) ||
    STREET_AFTER.test(text.text.slice(end, end + 16)) ||
    (/^ης?$/.test(groups['ord'] ?? '') && /^,? \d{1,3}(?!\d)/.test(text.text.slice(end)));
  if (isAddress || Number(groups['y'] ?? 2000) < 1900) return [];
  const day = { year: yearOf(groups['y']), month: months.get(word) ?? 0, day: number(groups['d']) };
  return dated(match, style, [day]);
}

const OPENING = /(?:^|[^\p{L}])(?:in|this|next|last|every|each|early|late|mid)[ -]$/u;
const SINGULAR = /^ +\p{Ll}{3,}s(?!\p{L})/u;

function monthFirst(text: FoldedText, match: RegExpExecArray): WrittenDate[] {
  const ahead = before(text.text, match.index);
  const isVerb = doubtful.has(match.groups?.['m'] ?? '') && ahead.trim() === '';
  const end = match.index + match[0].length;
  if (OPENING.test(ahead) || (isVerb && SINGULAR.test(text.text.slice(end, end + 24)))) return [];
  return spelled(text, match, 'month-day');
}

function orders(a: number, b: number, locale: string): Pick<Day, 'month' | 'day'>[] {
  const order = numberStyle(locale).date;
  const dayFirst = { month: b, day: a };
  const monthIsFirst = { month: a, day: b };
  if (a > 12 || a === b) return [dayFirst];
  if (b > 12) return [monthIsFirst];
  return order === 'dmy' ? [dayFirst] : order === 'mdy' ? [monthIsFirst] : [dayFirst, monthIsFirst];
}

function numeric(match: RegExpExecArray, locale: string): WrittenDate[] {
  const groups: Groups = match.groups ?? {};
  const year = yearOf(groups['y']) ?? 0;
  const isShort = groups['y']?.length === 2;
  const isEnglish = languageOf(locale).language === 'en';
  if (isShort && (groups['s'] === '-' || (isEnglish && groups['s'] !== '/') || year < 2015 || year > 2050))
    return [];
  if (year >= 1300 && year < 1500) {
    const found = fromJalali(year, number(groups['b']), number(groups['a']));
    return found ? [{ ...spanOf(match), days: [found], style: 'numeric' }] : [];
  }
  if (year < 1900 || year > 2199) return [];
  const days = orders(number(groups['a']), number(groups['b']), locale);
  return dated(
    match,
    'numeric',
    days.map((day) => ({ year, ...day })),
  );
}

const spanOf = (match: RegExpExecArray) => ({ start: match.index, end: match.index + match[0].length });

function yearFirst(match: RegExpExecArray): WrittenDate[] {
  const groups: Groups = match.groups ?? {};
  const [year, month, day] = [number(groups['y']), number(groups['m']), number(groups['d'])];
  const found = year >= 1300 && year < 1500 ? fromJalali(year, month, day) : undefined;
  if (found) return [{ ...spanOf(match), days: [found], style: 'numeric' }];
  return year < 1900 || year > 2199 ? [] : dated(match, 'numeric', [{ year, month, day }]);
}

const UNIT = /^ ?(?:кг|г(?!\.)|мл|л|м|см|км|тыс|млн|раз|руб|€|kg|ml|cm|km|million|παρ|τιμ)/u;
const BEHIND_SHORT = new RegExp(`^ ?(?:\\( ?(?:${WEEKDAY}|[一二三四五六日]) ?\\)|[起止前]|至|到|截止)`, 'u');

const DAY_AHEAD = new RegExp(`${WEEKDAY}\\)?,? $`, 'u');
const PAIR_BEHIND = /^ ?[-–—~至到] ?(\d{1,2})\/(\d{1,2})(?![\d/%]|[.,:]\d)/u;
const PAIR_AHEAD = /(?<![\d/.,:-])(\d{1,2})\/(\d{1,2}) ?[-–—~至到] ?$/u;
const isFraction = (a: number, b: number): boolean => a < b && [2, 3, 4, 5, 6, 8, 10, 16].includes(b);

/** "6/1–6/15" is a pair of days; "1/2–3/4 cup" is two fractions. */
function inRange(text: string, match: RegExpExecArray): boolean {
  const end = match.index + match[0].length;
  const other =
    PAIR_BEHIND.exec(text.slice(end, end + 12)) ??
    PAIR_AHEAD.exec(text.slice(Math.max(0, match.index - 12), match.index));
  if (other === null || match.groups?.['s'] !== '/') return false;
  const pairs = [match.slice(1).filter((part) => part !== '/'), other.slice(1)];
  const numbers = pairs.map(([a, b]) => [Number(a), Number(b)] as const);
  return !numbers.every(([a, b]) => isFraction(a, b)) && numbers.every(([a, b]) => a <= 31 && b <= 31);
}

/** `12/06` is a date only beside a cue; `24/7` and `50/50` never are. */
function short(text: string, match: RegExpExecArray, locale: string): WrittenDate[] {
  const groups: Groups = match.groups ?? {};
  const { language } = languageOf(locale);
  if (/^24\/7$/.test(match[0]) || (groups['s'] === '.' && !/^\d\d?\.\d\d$/.test(match[0]))) return [];
  if (groups['s'] === '.' && !['ru', 'el', 'id'].includes(language)) return [];
  const end = match.index + match[0].length;
  const behind = text.slice(end, end + 16);
  const ahead = before(text, match.index);
  const isCued =
    strongCue.test(ahead) || DAY_AHEAD.test(ahead) || BEHIND_SHORT.test(behind) || inRange(text, match);
  if (!isCued || UNIT.test(behind)) return [];
  const [a, b] = [number(groups['a']), number(groups['b'])];
  const days = language === 'zh' ? [{ month: a, day: b }] : orders(a, b, locale);
  return dated(match, 'numeric', days);
}

function inHan(match: RegExpExecArray): WrittenDate[] {
  const groups: Groups = match.groups ?? {};
  const republic = groups['roc'] ?? groups['roc3'];
  const year = republic === undefined ? yearOf(groups['y']) : Number(republic) + 1911;
  return dated(match, 'han', [{ year, month: number(groups['m']), day: number(groups['d']) }]);
}

/** Every single date of the text in the order of its patterns, some of them overlapping. */
export function writtenDates(text: FoldedText, locale: string): WrittenDate[] {
  const folded = text.text;
  const monthsLead = ['en', 'zh', 'fa'].includes(languageOf(locale).language);
  const found = [
    ...[...folded.matchAll(ROC), ...folded.matchAll(HAN)].flatMap(inHan),
    ...[...folded.matchAll(YEAR_FIRST)].flatMap(yearFirst),
    ...[...folded.matchAll(DAY_MONTH)].flatMap((match) => spelled(text, match, 'day-month')),
    ...(monthsLead ? [...folded.matchAll(MONTH_DAY)].flatMap((match) => monthFirst(text, match)) : []),
    ...[...folded.matchAll(NUMERIC)].flatMap((match) => numeric(match, locale)),
    ...[...folded.matchAll(SHORT)].flatMap((match) => short(folded, match, locale)),
  ];
  const claims = makeClaims(folded.length);
  const kept = found.filter(({ start, end }) => {
    const isFree = claims.free(start, end);
    if (isFree) claims.take(start, end);
    return isFree;
  });
  return kept.toSorted((a, b) => a.start - b.start);
}
