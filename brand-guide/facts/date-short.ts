/** Dates of day and month in numbers, which are dates only beside something that says so: 12/06 is also a fraction. */
import { strongCue, WEEKDAY } from './date-words.ts';
import { dated, EDGE, numberOf, orders } from './date-parts.ts';
import type { Groups, WrittenDate } from './date-parts.ts';
import { languageOf, LETTER } from './lexicon.ts';
import { AFTER } from './time-words.ts';
import { before } from './window.ts';
import { matchesOf } from '../engine/matches-of.ts';

const SHORT = new RegExp(
  `${EDGE}(?<a>\\d{1,2})(?<s>[/.])(?<b>\\d{1,2})(?!\\d|[/.,:]\\d|-\\d(?!\\d?(?:/|\\.\\d\\d(?!\\d)))| ?[%‰°€$£₽¥]|${LETTER})`,
  'gu',
);
const UNIT =
  /^ ?(?:cups?(?!\p{L})|tsp|tbsp|teaspoon|tablespoon|φλιτζ|κουτ|стакан|ложк|чашк|gelas|sendok|cangkir|لیوان|فنجان|قاشق|кг|г(?!\.)|мл|л|м|см|км|тыс|млн|раз|руб|€|kg|ml|cm|km|million|παρ|τιμ)/u;
const BEHIND_SHORT = new RegExp(`^ ?(?:\\( ?(?:${WEEKDAY}|[一二三四五六日]) ?\\)|[起止前]|至|到|截止)`, 'u');

const DAY_AHEAD = new RegExp(`${WEEKDAY}\\.?\\)?(?<comma>,)? $`, 'u');
/** "Sat, 5/14"; "on Sunday, 3/4 full" is a part. */
function isBehindDay(text: string, match: RegExpExecArray): boolean {
  const day = DAY_AHEAD.exec(text.slice(Math.max(0, match.index - 24), match.index));
  const { a, b } = match.groups ?? {};
  return day !== null && (day.groups?.['comma'] === undefined || !isFraction(Number(a), Number(b)));
}

const TO = '(?: ?[-–—~至到] ?| (?:to|until|till|through|εωσ|ωσ|μεχρι|до|по|hingga|sampai|s/d|s\\.d\\.) )';
const PAIR_BEHIND = new RegExp(`^${TO}(\\d{1,2})/(\\d{1,2})(?![\\d/%]|[.,:]\\d)`, 'u');
const PAIR_AHEAD = new RegExp(`(?<![\\d/.,:-])(\\d{1,2})/(\\d{1,2})${TO}$`, 'u');
const PAIRED_BEHIND = /^ (?:and|&|και|и|dan) (\d{1,2})\/(\d{1,2})(?![\d/%]|[.,:]\d)/u;
const PAIRED_AHEAD = /(?<![\d/.,:-])(\d{1,2})\/(\d{1,2}) (?:and|&|και|и|dan) $/u;
/** "We close for refurb 14/06.": a day of two and two digits that ends what is said of opening and closing. */
const CLOSES_AHEAD =
  /(?<!\p{L})(?:clos(?:e|es|ed|ing)|(?:re)?open(?:s|ing)?|shuts?|back)(?: (?!of |with |to )\p{Ll}{1,12}){0,3} $/u;
const CLAUSE_END = /^ ?(?:[;!?)]|[.,](?!\d)|$|\n)/u;
const isFraction = (a: number, b: number): boolean => a < b && [2, 3, 4, 5, 6, 8, 10, 16].includes(b);

/** Whether a whole date in numbers is the other end: 2027/6/12~6/30, 5/4–5/17/2027. */
const WHOLE_AHEAD = /\d{4}([/.])\d{1,2}\1\d{1,2} ?[-–—~至到] ?$/u;
const WHOLE_BEHIND = /^ ?[-–—~至到] ?\d{1,2}([/.])\d{1,2}\1(?:20)?\d{2}(?!\d)/u;
const CLOCK_BEHIND = new RegExp(
  `^,? (?:(?:και |и |dan |and )?(?:ωρα|ωρεσ|στισ|απο τισ|в|с|at|from|ساعت) )?\\d{1,2}:\\d{2}(?!\\d)|^,? (?:(?:και )?(?:ωρα|ωρεσ|στισ) |(?:dan )?(?:pukul|jam|pkl\\.?) )\\d{1,2}(?:\\.\\d{2}|(?![\\d.,/]))|^,? (?:в |at )?\\d{1,2} ?${AFTER}`,
  'u',
);
/** "25.05–10.06": in Russian no hour has a month's number behind its point. */
const DOTTED_BEHIND = /^ ?[-–—] ?(?:[0-2]\d|3[01])\.(?:0[1-9]|1[0-2])(?!\d|\.\d)/u;
const DOTTED_DAY = /^(?:[0-2]\d|3[01])\.(?:0[1-9]|1[0-2])$/u;
/** Elsewhere hours have a point too, but not 31.03, and hardly 01.12. */
const isNoHour = (written: string): boolean => /(?:2[5-9]|3[01])\.|\.(?:0[1-46-9]|1[12])/u.test(written);
const DOTTED_AHEAD = /(?<![\d.,])(?:[0-2]\d|3[01])\.(?:0[1-9]|1[0-2]) ?[-–—] ?$/u;

/** 9/14中午, 7/5開班, 11/19籃球賽: a day and what takes place on it; 1/2杯 and 3/4決賽 are parts and rounds. */
const HAN_EVENT =
  /^ ?(?:[中上下]午|早上|清晨|凌晨|傍晚|晚[上間]|[開登上截出啟報搬見停公]|只有|當[天日晚]|正式|限定|全[台面天])/u;
const HAN_COUNT =
  /^ ?[杯匙顆人的吋寸決強總頁份個以之張片斤公局隻場桶碗茶湯塊段路號樓層席票比倍成制小時分秒瓶包盒組位名次學英立圈球員]/u;
const HAN_SHARE = /[比率分寸數度約] ?:? ?$/u;
function isHanDay(text: string, match: RegExpExecArray): boolean {
  const [month, day] = [Number(match.groups?.['a']), Number(match.groups?.['b'])];
  const behind = text.slice(match.index + match[0].length, match.index + match[0].length + 4);
  const isPart = match.groups?.['s'] !== '/' || month > 12 || day > 31 || text[match.index - 1] === '第';
  if (HAN_SHARE.test(text.slice(Math.max(0, match.index - 4), match.index))) return false;
  if (isPart || !/^ ?\p{Script=Han}/u.test(behind)) return false;
  if (HAN_EVENT.test(behind)) return !isFraction(month, day) || !/^ ?[開公]/u.test(behind);
  return day > 12 && !isFraction(month, day) && !HAN_COUNT.test(behind);
}

/** In Indonesian a point parts hours from minutes: only a cue of dates makes a day of "05.30". */
function isPointedClock(text: string, match: RegExpExecArray, language: string): boolean {
  if (match.groups?.['s'] !== '.') return false;
  const isCued = strongCue.test(before(text, match.index)) || isBeside(text, match, language);
  return Number(match.groups['b']) > 12 || (language === 'id' && !isCued);
}

/** What stands beside a short date that it cannot be a fraction, a score or a price. */
function isBeside(text: string, match: RegExpExecArray, language: string): boolean {
  const end = match.index + match[0].length;
  const ahead = text.slice(Math.max(0, match.index - 16), match.index);
  const behind = text.slice(end, end + 16);
  if (WHOLE_AHEAD.test(ahead) || WHOLE_BEHIND.test(behind) || CLOCK_BEHIND.test(behind)) return true;
  if (!DOTTED_DAY.test(match[0])) return false;
  const [next] = DOTTED_BEHIND.exec(behind) ?? [];
  const [last] = DOTTED_AHEAD.exec(ahead) ?? [];
  const other = next ?? last;
  if (other === undefined) return false;
  const isCued = last !== undefined && strongCue.test(before(text, match.index - last.length));
  return language === 'ru' || isCued || [match[0], other].some((day) => isNoHour(day));
}

type Pair = readonly [number, number];
const REACH = 24;

/** The numbers of the match and of the pair that `behind` or `ahead` finds beside it; undefined where there is none. */
function pairsAt(
  text: string,
  match: RegExpExecArray,
  behind: RegExp,
  ahead: RegExp,
): readonly [Pair, Pair] | undefined {
  const { a, b, s } = match.groups ?? {};
  const end = match.index + match[0].length;
  const other =
    behind.exec(text.slice(end, end + REACH)) ??
    ahead.exec(text.slice(Math.max(0, match.index - REACH), match.index));
  if (other === null || s !== '/') return undefined;
  return [
    [Number(a), Number(b)],
    [Number(other[1]), Number(other[2])],
  ];
}

/** "6/1–6/15" is a pair of days; "1/2–3/4 cup" is two fractions. */
function inRange(text: string, match: RegExpExecArray): boolean {
  const pairs = pairsAt(text, match, PAIR_BEHIND, PAIR_AHEAD);
  if (pairs === undefined || pairs.every(([a, b]) => isFraction(a, b))) return false;
  return pairs.every(([a, b]) => a <= 31 && b <= 31);
}

const isNext = (first: number, second: number): boolean => Math.abs(first - second) === 1;
/** "26/11 και 27/11": neighbouring days. */
function isPaired(text: string, match: RegExpExecArray): boolean {
  const pairs = pairsAt(text, match, PAIRED_BEHIND, PAIRED_AHEAD);
  if (pairs === undefined || pairs.some(([a, b]) => isFraction(a, b))) return false;
  const [[a, b], [c, d]] = pairs;
  return (b === d && isNext(a, c)) || (a === c && isNext(b, d));
}

function endsClosing(text: string, match: RegExpExecArray, ahead: string): boolean {
  const end = match.index + match[0].length;
  const isWhole = /^\d\d\/\d\d$/u.test(match[0]) && match.groups?.['a'] !== match.groups?.['b'];
  return isWhole && CLOSES_AHEAD.test(ahead) && CLAUSE_END.test(text.slice(end, end + 2));
}

/** `12/06` is a date only beside a cue; `24/7` and `50/50` never are. */
function short(text: string, match: RegExpExecArray, locale: string): WrittenDate[] {
  const groups: Groups = match.groups ?? {};
  const { language } = languageOf(locale);
  // Persian readers take either calendar's months for these.
  if (
    language === 'fa' ||
    /^24\/7$/.test(match[0]) ||
    (groups['s'] === '.' && !/^\d\d?\.\d\d$/.test(match[0]))
  )
    return [];
  if (groups['s'] === '.' && !['ru', 'el', 'id'].includes(language)) return [];
  const end = match.index + match[0].length;
  const behind = text.slice(end, end + 16);
  const ahead = before(text, match.index);
  const isCued =
    strongCue.test(ahead) ||
    isBehindDay(text, match) ||
    BEHIND_SHORT.test(behind) ||
    inRange(text, match) ||
    isPaired(text, match) ||
    endsClosing(text, match, ahead) ||
    isBeside(text, match, language) ||
    (language === 'zh' && isHanDay(text, match));
  if (!isCued || UNIT.test(behind) || isPointedClock(text, match, language)) return [];
  const [a, b] = [numberOf(groups['a']), numberOf(groups['b'])];
  const days = language === 'zh' ? [{ month: a, day: b }] : orders(a, b, locale);
  return dated(match, 'numeric', days);
}

/** Every short date that something beside it tells, in text order. */
export const shortDates = (text: string, locale: string): WrittenDate[] =>
  matchesOf(text, SHORT).flatMap((match) => short(text, match, locale));
