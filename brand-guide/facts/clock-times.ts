/** Times written with digits: `19:30`, `19.30` beside what tells a time, "7 pm", "в 7 вечера", "pukul 19". */
import type { Claims } from './claims.ts';
import data from './data/hours.json' with { type: 'json' };
import { dateCues, WEEKDAY } from './date-words.ts';
import { isLength } from './event-hours.ts';
import { foldWord } from './fold.ts';
import type { FoldedText } from './fold.ts';
import { anyOf, languageOf, LETTER } from './lexicon.ts';
import {
  AFTER,
  BEFORE,
  COUNTED,
  halfAhead,
  hourAhead,
  hourBeside,
  HOUR_WORD,
  timeCue,
  ZONE_WORD,
} from './time-words.ts';
import { behindTime } from './spoken-times.ts';
import { clock } from './time-clock.ts';
import { JOIN } from './time-range.ts';
import type { Time } from './time-range.ts';
import { before } from './window.ts';
import { matchesOf } from '../engine/matches-of.ts';

/** A hyphen parts hours from hours: "14:00-16:00", "10am-2pm"; any other makes a number or a name of them. */
const EDGE = `(?<!\\d|\\d[.:/@#_]|(?<!:\\d)\\d,|(?<![:.]\\d)\\d-|${LETTER}[.:/@#_]|(?<!\\d ?[ap])${LETTER}-|${LETTER}|[@#_/]|\\p{Sc} ?)`;
const clockBy = (signs: string): RegExp =>
  new RegExp(
    `${EDGE}(?:(?<half>${BEFORE}) ?)?(?<h>\\d{1,2})(?:(?<sep>${signs})(?<m>[0-5]\\d))?(?![\\d]|[:./]\\d|,(?!\\d{1,2}:\\d\\d)\\d| ?[%‰°])(?: ?(?<word>${AFTER})| ?(?<hour>${HOUR_WORD})(?: (?<m2>[0-5]?\\d) ?мин(?:ут)?(?!\\p{L})| (?<half2>${AFTER}))?| ?(?<zone>${ZONE_WORD}))?`,
    'gu',
  );
const CLOCK = clockBy('[:.]');
/** "В 19-30", "начало в 10-00": a hyphen before whole, half and quarter hours, which a range seldom ends with. */
const HYPHENED: Readonly<Record<string, RegExp>> = {
  ru: clockBy('[:.]|-(?=00(?!\\d)|(?:15|30|45) ?(?:[.,;:!?…)»"\\n]|$))'),
};
const DURATION = /^ ?(?:min|sec|hour|hr|mins|минут|секунд|menit|detik|λεπτα|分鐘|دقیقه|小時)/u;
const MEASURED = new RegExp(`^ ?(?:per |/|x |${anyOf(data.measures)}(?!${LETTER}))`, 'u');
/** 1:43 and 1:24 are scales of models before they are an hour of the night. */
const SCALE = /^1:(?!00|15|30|45)\d\d$/u;
const RATIO = new RegExp(
  `(?:(?:(?<!${LETTER})${anyOf(data.ratios)}|比例|縮尺) ?(?:is|of|:|از)? ?|(?<!${LETTER})${anyOf(data.scores)}[^.!?\\n]{0,32})$`,
  'u',
);

/** Both halves of the day where nothing tells them apart. */
export function hours(hour: number, typed: string, word: string | undefined, inHalves: boolean): number[] {
  if (word !== undefined) return [hourBeside(hour, word)].filter((one) => one !== undefined);
  const halves = inHalves && hour >= 1 && hour <= 12;
  return halves && !typed.startsWith('0') ? [hour % 12, (hour % 12) + 12] : [hour];
}

/** What begins behind an hour: "۷ شب روی صحنه", "7 malam mulai". */
const BEGINS =
  /^ ?[—–-]? ?(?:روی صحنه|شروع|آغاز|منتظر|برگزار|پخش|اجرا|начало|старт|начинаем|начнем|mulai|dimulai)/u;

/** "До 2 часов" is as often how long as until when. */
const LASTS = /(?:^|\P{L})до ?$/u;

/** "From 2 nights" is a stay, "from 9 in the morning" an hour. */
const NIGHTS = new Set(['ночи', 'malam', 'شب'].map(foldWord));
/** "5 hari 4 malam", "5 дней, 4 ночи": a stay counts both. */
const DAYS_AHEAD = /\d ?(?:hari|дня|дней|день|روز)[,،]? ?(?:и |dan |و )?$/u;

/** "ساعت ۱۸", "pukul 19": the word right before says that a bare number is an hour. */
const isHour = (ahead: string, behind: string): boolean =>
  hourAhead.test(ahead) && !/^ ?[%-]|^[.:]\d/u.test(behind);

interface Written {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly ahead: string;
  readonly behind: string;
  readonly language: string;
  readonly groups: Readonly<Record<string, string | undefined>>;
  /** The text tells its hours on the clock of 24: 21:30, 09:00. */
  readonly isOf24: boolean;
  readonly claims: Claims;
  /** Right behind a time with minutes: "at 7.15, 9.45 and 12.30". */
  readonly isListed: boolean;
}

/** Whether something beside an hour and its word of the day says that they are no count: "в 3 дня". */
function isTold({ groups: { word, half }, ahead, behind }: Written, isCued: boolean): boolean {
  const isNight = word !== undefined && NIGHTS.has(word);
  const cues = [hourAhead, dateCues.end.before, ...(isNight ? [] : [dateCues.start.before])];
  return (
    isCued ||
    half !== undefined ||
    cues.some((cue) => cue.test(ahead)) ||
    (!isNight && /[:,،] ?$/u.test(ahead)) ||
    (BEGINS.test(behind) && !(isNight && DAYS_AHEAD.test(ahead)))
  );
}

const POINTED = new Set(['el', 'ru', 'id']);
const DAY_RIGHT_AHEAD = new RegExp(`${WEEKDAY}[,.)]{0,2} ?$`, 'u');
const DATE_GAP = /^ ?[)）]?[,،·|—–-]? ?$/u;
const POINTED_AHEAD = new RegExp(`(?<![\\d.,:])\\d{1,2}\\.\\d{2}${JOIN}$`, 'u');
const VERSION = new RegExp(`(?<!${LETTER})${anyOf(data.notTimes)} ?(?::|no\\.?|№)? ?$`, 'u');

/** The offset right behind the last claimed date, where a few signs at most part it from the time. */
function isBehindDate({ text, start, claims }: Written): boolean {
  let at = start;
  while (at > 0 && start - at < 4 && !claims.isDate(at - 1)) at -= 1;
  return at > 0 && claims.isDate(at - 1) && DATE_GAP.test(text.slice(at, start));
}

/** "Среда, 14 апреля, 19.30", "sebelum 21.45": hours whose point is no decimal mark. */
function isPointedHour(one: Written): boolean {
  const { text, start, end, ahead, language, groups } = one;
  const isPair = groups['h']?.length === 2;
  if (!POINTED.has(language) || VERSION.test(ahead) || MEASURED.test(text.slice(end, end + 24))) return false;
  // 11.11 is a day of sales before it is an hour.
  if (language === 'id' && isPair) return groups['h'] !== groups['m'] || isBehindDate(one);
  // "Monday, 12.06" is the twelfth of June as well.
  const isDay = Number(groups['m']) >= 1 && Number(groups['m']) <= 12;
  if (isBehindDate(one)) return true;
  if (!isDay && DAY_RIGHT_AHEAD.test(text.slice(Math.max(0, start - 24), start))) return true;
  return isPair && POINTED_AHEAD.test(text.slice(Math.max(0, start - 24), start));
}

/** "Вечером в 8.": the hour ends what is said; "вечером в 8 залах" counts something. "Malam jam 8" is an hour anyway. */
const isBehindHalf = ({ groups: { half = '' }, text, end }: Written): boolean =>
  hourAhead.test(half) ||
  (/[\p{Script=Greek}\p{Script=Cyrillic}]| (?:at|from)$/u.test(half) &&
    behindTime.test(text.slice(end, end + 24)));

const VERSES = new RegExp(`(?<!${LETTER})${anyOf(data.verses)}[. ]{0,2}$`, 'u');

function isShaped(one: Written, isCued: boolean): boolean {
  const { groups, ahead, behind } = one;
  const { sep, m, word, half2, hour, zone } = groups;
  if (m === undefined && word === undefined && isBehindHalf(one)) return true;
  if (half2 !== undefined) return true;
  if (word !== undefined) return m !== undefined || isTold(one, isCued) || !COUNTED.has(word);
  if (zone !== undefined) return true;
  if (m !== undefined)
    return sep === ':' || (isCued && !MEASURED.test(behind) && !VERSION.test(ahead)) || isPointedHour(one);
  return (hour !== undefined && isCued && !LASTS.test(ahead)) || isHour(ahead, behind.slice(0, 2));
}

function timeAt(one: Written): Time[] {
  const { groups, start, end, ahead, behind, language } = one;
  const { h = '' } = groups;
  const half = groups['half'] ?? halfAhead(ahead);
  const word = groups['word'] ?? groups['half2'];
  const m = groups['m'] ?? groups['m2'];
  const isCued = one.isListed || timeCue.test(ahead) || (half !== undefined && timeCue.test(half));
  const hour = Number(h);
  if (!isShaped(one, isCued) || hour > 24 || (hour === 24 && m !== '00')) return [];
  const isVerse = word === undefined && VERSES.test(one.text.slice(Math.max(0, start - 24), start));
  if (
    isVerse ||
    DURATION.test(behind) ||
    (m !== undefined && isLength(ahead, behind, isCued)) ||
    (!isCued && RATIO.test(one.text.slice(Math.max(0, start - 48), start)))
  )
    return [];
  const isGreekClock = language === 'el' && h.length === 2 && m !== undefined;
  const inHalves =
    m === undefined ||
    (groups['m'] !== undefined && ['en', 'el'].includes(language) && !isGreekClock && !one.isOf24);
  const readings = hours(hour % 24, h, word ?? half, inHalves).map((each) => clock(each, Number(m ?? 0)));
  if (!isCued && readings.length === 1 && SCALE.test(one.text.slice(start, end))) return [];
  // "John 3:16": what may be either half of the day is a time only where the text says so.
  if (readings.length > 1 && !isCued && !/[,·|@] ?$/u.test(ahead)) return [];
  return readings.length === 0 ? [] : [{ start, end, readings }];
}

const LIST_GAP =
  /^(?:[,،、] ?(?:(?:and|or|και|η|и|или|dan|atau|و|یا) )?| (?:and|or|και|η|и|или|dan|atau|و|یا) )$/u;
const OF_24 = /(?<![\d.,:])(?:0\d|1[3-9]|2[0-3]):[0-5]\d(?![\d:])/u;
const OF_12 = new RegExp(`\\d ?${AFTER}`, 'u');

/** In text order. */
export function clockTimes(source: FoldedText, locale: string, claims: Claims): Time[] {
  const { text } = source;
  const { language } = languageOf(locale);
  const isOf24 = OF_24.test(text) && !OF_12.test(text);
  let reached = -1;
  return matchesOf(text, HYPHENED[language] ?? CLOCK).flatMap((match) => {
    const start = match.index;
    const end = start + match[0].length;
    const ahead = before(text, start);
    const behind = text.slice(end, end + 24);
    const groups = match.groups ?? {};
    const isListed = groups['m'] !== undefined && reached >= 0 && LIST_GAP.test(text.slice(reached, start));
    const found = timeAt({ text, start, end, ahead, behind, language, groups, isOf24, claims, isListed });
    reached = found.length > 0 && groups['m'] !== undefined ? end : -1;
    return found;
  });
}
