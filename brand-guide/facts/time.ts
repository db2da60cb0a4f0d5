/** Times of day: on the clock of 24 or of 12 hours, by the words that say which half; hours that a place keeps are none. */
import type { Claims } from './claims.ts';
import { dateCues, WEEKDAY } from './date-words.ts';
import { claim, textOf } from './finder.ts';
import type { FactFinder, Found } from './finder.ts';
import { foldWord } from './fold.ts';
import type { FoldedText } from './fold.ts';
import { languageOf, LETTER } from './lexicon.ts';
import { readHan } from './numbers.ts';
import { printTime } from './print-time.ts';
import {
  AFTER,
  BEFORE,
  hourAhead,
  hourBeside,
  HOUR_WORD,
  NAMED,
  namedTime,
  timeCue,
  ZONE_WORD,
} from './time-words.ts';
import type { Mention, ReadingContext } from './types.ts';
import { after, before } from './window.ts';

const EDGE = `(?<!\\d|\\d[.,:/@#_-]|${LETTER}[.:/@#_-]|${LETTER}|[@#_/]|\\p{Sc} ?)`;
const CLOCK = new RegExp(
  `${EDGE}(?:(?<half>${BEFORE}) ?)?(?<h>\\d{1,2})(?:(?<sep>[:.])(?<m>[0-5]\\d))?(?![\\d]|[:.,/]\\d)(?: ?(?<word>${AFTER})| ?(?<hour>${HOUR_WORD})| ?(?<zone>${ZONE_WORD}))?`,
  'gu',
);
const HAN_HOUR = '(?:\\d{1,2}|[一二兩三四五六七八九十]{1,3})';
const HAN = new RegExp(
  `(?<!\\d)(?:(?<half>${BEFORE}) ?)?(?<h>${HAN_HOUR}) ?[點点時时](?<m>半|整|鐘|(?: ?(?:\\d{1,2}|[一二三四五六七八九十]{1,3}) ?分))?(?!\\p{Nd})`,
  'gu',
);
const BY_NAME = new RegExp(NAMED, 'gu');
const DURATION = /^ ?(?:min|sec|hour|hr|mins|минут|секунд|menit|detik|λεπτα|分鐘|دقیقه|小時)/u;
const RATIO = /(?:ratio|score|scale|aspect|format|масштаб|счет|счёт|skor|比例|比分) ?(?:is|of|:)? ?$/u;

interface Time {
  readonly start: number;
  readonly end: number;
  readonly readings: readonly string[];
}

const pad = (number: number): string => String(number).padStart(2, '0');
const written = (hour: number, minute: number): string => `${pad(hour)}:${pad(minute)}`;

/** Both halves of the day where nothing tells them apart. */
function hours(hour: number, typed: string, word: string | undefined, inHalves: boolean): number[] {
  if (word !== undefined) return [hourBeside(hour, word)].filter((one) => one !== undefined);
  const halves = inHalves && hour >= 1 && hour <= 12;
  return halves && !typed.startsWith('0') ? [hour % 12, (hour % 12) + 12] : [hour];
}

/** What begins behind an hour: "۷ شب روی صحنه", "7 malam mulai". */
const BEGINS =
  /^ ?[—–-]? ?(?:روی صحنه|شروع|آغاز|منتظر|برگزار|پخش|اجرا|начало|старт|начинаем|начнем|mulai|dimulai)/u;

/** "До 2 часов" is as often how long as until when. */
const LASTS = /(?:^|\P{L})до ?$/u;

/** "3 дня" are three days and "2 malam" two nights, unless a cue makes them hours. */
const COUNTED = new Set(
  ['дня', 'ночи', 'вечера', 'утра', 'malam', 'siang', 'sore', 'pagi', 'شب', 'صبح', 'عصر', 'ظهر'].map(
    foldWord,
  ),
);

/** "From 2 nights" is a stay, "from 9 in the morning" an hour. */
const NIGHTS = new Set(['ночи', 'malam', 'شب'].map(foldWord));
/** "5 hari 4 malam", "5 дней, 4 ночи": a stay counts both. */
const DAYS_AHEAD = /\d ?(?:hari|дня|дней|день|روز)[,،]? ?(?:и |dan |و )?$/u;

/** "ساعت ۱۸", "pukul 19": the word right before says that a bare number is an hour. */
const isHour = (ahead: string, behind: string): boolean =>
  hourAhead.test(ahead) && !/^ ?[%-]|^[.:]\d/u.test(behind);

function onClock(text: FoldedText, match: RegExpExecArray, locale: string): Time[] {
  const { half, h = '', sep, m, word, hour: hourWord, zone } = match.groups ?? {};
  const ahead = before(text.text, match.index);
  const end = match.index + match[0].length;
  const isCued = timeCue.test(ahead);
  const isNight = word !== undefined && NIGHTS.has(word);
  const isTold =
    isCued ||
    [hourAhead, dateCues.end.before, ...(isNight ? [] : [dateCues.start.before])].some((cue) =>
      cue.test(ahead),
    ) ||
    (!isNight && /[:,،] ?$/u.test(ahead)) ||
    (BEGINS.test(text.text.slice(end, end + 16)) && !(isNight && DAYS_AHEAD.test(ahead)));
  const isShaped =
    m !== undefined
      ? sep === ':' || isCued || word !== undefined || zone !== undefined
      : (word !== undefined && (isTold || !COUNTED.has(word))) ||
        zone !== undefined ||
        (hourWord !== undefined && isCued && !LASTS.test(ahead)) ||
        isHour(ahead, text.text.slice(end, end + 2));
  const hour = Number(h);
  if (!isShaped || hour > 24 || (hour === 24 && m !== '00')) return [];
  if (DURATION.test(text.text.slice(end, end + 12)) || RATIO.test(ahead)) return [];
  const inHalves = m === undefined || ['en', 'el'].includes(languageOf(locale).language);
  const readings = hours(hour % 24, h, word ?? half, inHalves).map((one) => written(one, Number(m ?? 0)));
  // "John 3:16": what may be either half of the day is a time only where the text says so.
  if (readings.length > 1 && !isCued && !/[,·|@] ?$/u.test(ahead)) return [];
  return readings.length === 0 ? [] : [{ start: match.index, end, readings }];
}

const number = (typed: string): number =>
  /^\d+$/u.test(typed) ? Number(typed) : (readHan(typed) ?? Number.NaN);

function inHan(match: RegExpExecArray): Time[] {
  const { half, h = '', m } = match.groups ?? {};
  const hour = number(h);
  const spelled = m?.replaceAll(/[ 分]/gu, '') ?? '';
  const minute = spelled === '' || '整鐘'.includes(spelled) ? 0 : spelled === '半' ? 30 : number(spelled);
  // 三點 is also "three points": an hour needs a half of the day, or minutes.
  if (!(hour <= 24 && minute < 60) || (half === undefined && m === undefined)) return [];
  const readings = hours(hour % 24, h, half, true).map((one) => written(one, minute));
  return readings.length === 0 ? [] : [{ start: match.index, end: match.index + match[0].length, readings }];
}

const MIDNIGHT = '00:00';
const BEHIND_NAME = /^(?: on(?!\p{L})|,? (?:today|tonight)|[前起止開]|截止|準時|整)/u;

/** "At noon", "until midnight"; a Midnight Mocha is no hour. */
function byName(text: string, match: RegExpExecArray): Time[] {
  const { index: start } = match;
  const end = start + match[0].length;
  const ahead = before(text, start);
  const isCued = [timeCue, dateCues.end.before, dateCues.start.before].some((cue) => cue.test(ahead));
  const value = namedTime(match[0]) ?? '';
  const isTime = value !== MIDNIGHT || isCued || BEHIND_NAME.test(text.slice(end, end + 12));
  return isTime ? [{ start, end, readings: [value] }] : [];
}

/** A range's words between two times are no longer than this. */
const REACH = 16;
const REACH_OF_HOURS = 32;
const JOIN = `(?: ?[-–—~] ?| (?:to|until|till|and|εωσ|μεχρι|και|до|по|и|hingga|sampai|dan|s/d|تا|و)(?: (?:the|τισ|ساعت|pukul|jam))? | ?[至到] ?)`;
const JOINED = new RegExp(`^${JOIN}$`, 'u');
const BARE_BEHIND = new RegExp(`^${JOIN}\\d{1,2}(?!\\d|[%€$£])`, 'u');
const BARE_AHEAD = new RegExp(`(?<![\\d\\p{Sc}.,])\\d{1,2}(?:[:.]\\d{2})?${JOIN}$`, 'u');

/** Whether a time is one end of a range: such are the hours of a place, which state nothing. */
function isInRange(text: string, time: Time, previous: Time | undefined, next: Time | undefined): boolean {
  const behind = text.slice(time.end, time.end + REACH);
  const ahead = text.slice(Math.max(0, time.start - REACH), time.start);
  return (
    (next !== undefined && JOINED.test(text.slice(time.end, Math.min(next.start, time.end + REACH)))) ||
    (previous !== undefined &&
      JOINED.test(text.slice(Math.max(previous.end, time.start - REACH), time.start))) ||
    BARE_BEHIND.test(behind) ||
    BARE_AHEAD.test(ahead)
  );
}

/** "10:00–18:00, Thursday until 21:00": after the hours of a place, another day's are no fact either. */
const OTHER_DAY = new RegExp(WEEKDAY, 'u');
const isOtherDay = (text: string, closing: number, { start }: Time): boolean =>
  start - closing <= REACH_OF_HOURS && OTHER_DAY.test(text.slice(closing, start));

function roleOf(text: string, { start, end }: Time): 'start' | 'end' | undefined {
  const [ahead, behind] = [before(text, start), after(text, end)];
  if (dateCues.end.before.test(ahead)) return 'end';
  return dateCues.start.before.test(ahead) || dateCues.start.after.test(behind) ? 'start' : undefined;
}

function findTimes(text: FoldedText, { locale, times = [] }: ReadingContext, claims: Claims): Mention[] {
  const all = [
    ...(text.hasNumbers ? [...text.text.matchAll(HAN)].flatMap(inHan) : []),
    ...(text.hasDigits
      ? [...text.text.matchAll(CLOCK)].flatMap((match) => onClock(text, match, locale))
      : []),
    ...[...text.text.matchAll(BY_NAME)].flatMap((match) => byName(text.text, match)),
  ].toSorted((a, b) => a.start - b.start);
  let closing = -1;
  return all.flatMap((time, at) => {
    const isKnown = time.readings.some((reading) => times.includes(reading));
    const isClosing = closing >= 0 && isOtherDay(text.text, closing, time);
    if (!isKnown && (isClosing || isInRange(text.text, time, all[at - 1], all[at + 1]))) {
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
