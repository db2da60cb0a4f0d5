/** Times of day: on the clock of 24 or of 12 hours, by the words that say which half; hours that a place keeps are none. */
import { overlaps } from './claims.ts';
import type { Claims } from './claims.ts';
import { clockTimes, hours } from './clock-times.ts';
import { dateCues, WEEKDAY } from './date-words.ts';
import { eventHours, isHanEvent } from './event-hours.ts';
import { claim, textOf } from './finder.ts';
import type { FactFinder, Found } from './finder.ts';
import type { FoldedText } from './fold.ts';
import { readHan } from './numbers.ts';
import { printTime } from './print-time.ts';
import { clock } from './time-clock.ts';
import { phraseTimes } from './time-phrases.ts';
import { judgeRanges } from './time-range.ts';
import type { Time } from './time-range.ts';
import { BEFORE, halfAhead, NAMED, nameCue, namedTime, needsCue } from './time-words.ts';
import type { Mention, ReadingContext } from './types.ts';
import { after, before } from './window.ts';
import { matchesOf } from '../engine/matches-of.ts';

const HAN_HOUR = '(?:\\d{1,2}|[零〇]|[一二兩三四五六七八九十]{1,3})';
/** 八點五十: minutes of ten and more say no 分; 八點五十人 are fifty people. */
const TENS = '[一二三四五]?十[一二三四五六七八九]?(?![\\p{Nd}人位名折元件個組份張杯支萬千百%]|分[^鐘])';
const HAN = new RegExp(
  `(?:(?<half>${BEFORE}) ?|(?<!\\d))(?<h>${HAN_HOUR}) ?[點点時时](?<m>半|整|鐘|[一三]刻|(?: ?(?:\\d{1,2}|[一二三四五六七八九十]{1,3}) ?分)|${TENS})?(?!\\p{Nd})`,
  'gu',
);
const BY_NAME = new RegExp(NAMED, 'gu');
const number = (typed: string): number =>
  /^\d+$/u.test(typed)
    ? Number(typed)
    : (readHan(typed.replace('兩', '二').replace('零', '〇')) ?? Number.NaN);

/** Minutes that no number tells. */
const QUARTERS: Readonly<Record<string, number>> = { '': 0, 整: 0, 鐘: 0, 一刻: 15, 半: 30, 三刻: 45 };

function inHan(text: string, match: RegExpExecArray): Time[] {
  const { h = '', m } = match.groups ?? {};
  const { index: start } = match;
  const half = match.groups?.['half'] ?? halfAhead(text.slice(Math.max(0, start - 4), start));
  const end = start + match[0].length;
  const hour = number(h);
  const spelled = m?.replaceAll(/[ 分]/gu, '') ?? '';
  const minute = QUARTERS[spelled] ?? number(spelled);
  if (!(hour <= 24 && minute < 60)) return [];
  // 三點 is also "three points": an hour needs a half of the day, minutes or an event.
  if (half === undefined && m === undefined && !isHanEvent(before(text, start), after(text, end))) return [];
  const readings = hours(hour % 24, h, half, true).map((one) => clock(one, minute));
  return readings.length === 0 ? [] : [{ start, end, readings }];
}

/** ساعت ۱۸ و ۳۰ دقیقه: the clock of 24 in full, as announcements have it. */
const IN_FULL = /(?<=ساعت ?)(?<h>1[3-9]|2[0-3]) و (?<m>[0-5]?\d) ?دقیقه(?!\p{L})/gu;
const inFull = (text: string): Time[] =>
  matchesOf(text, IN_FULL).map(({ index, groups, 0: said }) => ({
    start: index,
    end: index + said.length,
    readings: [clock(Number(groups?.['h']), Number(groups?.['m']))],
  }));

const BEHIND_NAME =
  /^(?: on(?!\p{L})|,? (?:today|tonight)|[前起止開]|截止|準時|整| (?:\p{L}{2,10} )?(?:می ?\p{L}{2,}|شروع|آغاز|تمام|بسته|برگزار))/u;

/** "Ten past midnight", "ده دقیقه به نیمه‌شب": the name is where those minutes are counted from. */
const COUNTED_FROM =
  /(?<!\p{L})(?:past|(?:quarter|five|ten|twenty) to|(?:min(?:ute)?s?|hours?|λεπτα|ωρα|ωρεσ|минут|часа?|menit|jam|دقیقه|ساعت) (?:to|before|after|πριν|μετα|до|после|sebelum|setelah|به|مانده به|قبل از|بعد از|پیش از)|ربع به)(?: (?:απο )?τα)? ?$/u;

/** "At noon", "until midnight"; a Midnight Mocha is no hour. */
function byName(text: string, match: RegExpExecArray): Time[] {
  const { index: start } = match;
  const end = start + match[0].length;
  const ahead = before(text, start);
  const isCued = [nameCue, dateCues.end.before, dateCues.start.before].some((cue) => cue.test(ahead));
  if (COUNTED_FROM.test(ahead)) return [];
  const isTime = !needsCue(match[0]) || isCued || BEHIND_NAME.test(text.slice(end, end + 24));
  return isTime ? [{ start, end, readings: [namedTime(match[0]) ?? ''] }] : [];
}

const REACH_OF_HOURS = 32;

/** "10:00–18:00, Thursday until 21:00": after the hours of a place, another day's are no fact either. */
const OTHER_DAY = new RegExp(WEEKDAY, 'u');
const isOtherDay = (text: string, closing: number, { start }: Time): boolean =>
  start - closing <= REACH_OF_HOURS && OTHER_DAY.test(text.slice(closing, start));

function roleOf(text: string, { start, end }: Time): 'start' | 'end' | undefined {
  const [ahead, behind] = [before(text, start), after(text, end)];
  if (dateCues.end.before.test(ahead)) return 'end';
  return dateCues.start.before.test(ahead) || dateCues.start.after.test(behind) ? 'start' : undefined;
}

/** In text order; what words say of an hour, its digits do not say again. */
function timesIn(text: FoldedText, locale: string, claims: Claims): Time[] {
  const han = text.hasNumbers ? matchesOf(text.text, HAN).flatMap((match) => inHan(text.text, match)) : [];
  const phrases = [...phraseTimes(text.text, locale), ...han, ...(text.hasDigits ? inFull(text.text) : [])];
  const others = [
    ...(text.hasDigits ? clockTimes(text, locale, claims) : []),
    ...matchesOf(text.text, BY_NAME).flatMap((match) => byName(text.text, match)),
  ].filter((one) => !phrases.some((phrase) => overlaps(one, phrase)));
  const told = [...phrases, ...others];
  const ofEvents = eventHours(text.text, locale).filter((one) => !told.some((other) => overlaps(one, other)));
  return [...told, ...ofEvents].toSorted((a, b) => a.start - b.start);
}

function findTimes(text: FoldedText, { locale, times = [] }: ReadingContext, claims: Claims): Mention[] {
  const all = timesIn(text, locale, claims);
  let closing = -1;
  return judgeRanges({ text: text.text, claims }, all).flatMap(({ time, isKept }) => {
    const isKnown = time.readings.some((reading) => times.includes(reading));
    const isClosing = closing >= 0 && isOtherDay(text.text, closing, time);
    if (!isKnown && (isClosing || isKept)) {
      closing = time.end;
      if (claims.free(time.start, time.end)) claims.take(time.start, time.end);
      return [];
    }
    const found: Found = { kind: 'time', ...time, role: roleOf(text.text, time) };
    return claim(text, claims, found);
  });
}

export const time: FactFinder = {
  kind: 'time',
  find: findTimes,
  equal: (a, b) => a === b,
  print: (value, locale) => printTime(textOf(value), locale),
};
