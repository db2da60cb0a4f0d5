/** Ranges of hours: those that a place keeps state nothing, those of an event on its day do. */
import type { Claims } from './claims.ts';
import data from './data/hours.json' with { type: 'json' };
import { BETWEEN, dateCues, WEEKDAY } from './date-words.ts';
import { anyOf, LETTER } from './lexicon.ts';
import { AFTER } from './time-words.ts';
import { before } from './window.ts';

export interface Time {
  readonly start: number;
  readonly end: number;
  readonly readings: readonly string[];
}

/** A range's words between two times are no longer than this. */
const REACH = 16;
export const JOIN = `(?: ?[-–—~] ?| (?:to|until|till|til|'til|through|thru|and|εωσ|ωσ|μεχρι|και|до|по|и|hingga|sampai|dan|s/d|تا|الی|لغایت|و)(?: (?:the|τισ|τη|ساعت|pukul|jam))? | ?[至到] ?)`;
/** "9:00 με 17:00" is a span; "στις 9:00 με 5 ευρώ" is none. */
const SPAN = `(?:${JOIN}| με (?:τισ )?)`;
const JOINED = new RegExp(`^${SPAN}$`, 'u');
/** "06:50 и 13:20" are two departures, "between 9:00 and 17:00" one span. */
const LISTED = /^ (?:and|και|и|dan|و)(?: |$)/u;
const BARE_BEHIND = new RegExp(`^${JOIN}\\d{1,2}(?!\\d|[%€$£])`, 'u');
const BARE_AHEAD = new RegExp(`(?<![\\d\\p{Sc}.,])(?<h>\\d{1,2})(?:[:.](?<m>\\d{2}))?${SPAN}$`, 'u');

const WEEKDAY_ASIDE = `(?:[（(](?:${WEEKDAY}|[一二三四五六日])[)）]|${WEEKDAY})`;
/** Between a day and the hours of what takes place on it. */
const AHEAD_GAP = new RegExp(
  `^ ?${WEEKDAY_ASIDE}?[,،:;·|]? ?(?:[—–-] )?(?:(?:from|at|between|απο|τισ|ωρα|ωρεσ|με|с|в|dari|pukul|jam|pkl\\.?|mulai|自|從|از|ساعت|بین)(?:[ :]|(?=\\d)|(?<=[自從])) ?){0,3}$`,
  'u',
);
const BEHIND_GAP = new RegExp(
  `^(?: ?(?:wib|wita|wit|мск))?[,،;·|]? ?(?:(?:on|στισ|την|в|pada|tanggal|در|hari) )?(?:${WEEKDAY},? )?(?:the )?$`,
  'u',
);
const GAP = 32;
const KEPT = new RegExp(`(?<!${LETTER})${anyOf(data.kept)}(?!${LETTER})`, 'u');
const SPAN_AHEAD = /\d(?:st|nd|rd|th|日)? ?(?:[-–—~至到]|to|until|εωσ|μεχρι|до|по|hingga|sampai|تا) ?$/u;

/** Where the claimed date that ends at most a gap before the offset begins; undefined where there is none. */
function dateAhead(text: string, offset: number, claims: Claims): number | undefined {
  let end = offset;
  while (end > 0 && offset - end <= GAP && !claims.isDate(end - 1)) end -= 1;
  if (end === 0 || !claims.isDate(end - 1) || !AHEAD_GAP.test(text.slice(end, offset))) return undefined;
  let start = end;
  while (start > 0 && claims.isDate(start - 1)) start -= 1;
  return start;
}

function dateBehind(text: string, offset: number, claims: Claims): number | undefined {
  let start = offset;
  while (start < text.length && start - offset <= GAP && !claims.isDate(start)) start += 1;
  const isNear = claims.isDate(start) && BEHIND_GAP.test(text.slice(offset, start));
  return isNear ? start : undefined;
}

/** A day of a span, or one from or until which something holds. */
function isOfSpan(text: string, start: number): boolean {
  const ahead = before(text, start);
  return SPAN_AHEAD.test(ahead) || dateCues.start.before.test(ahead) || dateCues.end.before.test(ahead);
}

/** Whether the hours from `start` to `end` are those of an event, whose day stands right beside them. */
function isOnDay(text: string, start: number, end: number, claims: Claims): boolean {
  const day = dateAhead(text, start, claims) ?? dateBehind(text, end, claims);
  if (day === undefined || KEPT.test(text.slice(Math.max(0, Math.min(day, start) - GAP), start)))
    return false;
  return day > start || !isOfSpan(text, day);
}

interface Around {
  readonly text: string;
  readonly claims: Claims;
}

/** What stands between two times that are close enough for a range. */
const between = (text: string, first: Time | undefined, second: Time | undefined): string | undefined =>
  first === undefined || second === undefined || second.start - first.end > REACH
    ? undefined
    : text.slice(first.end, second.start);

function isListed(text: string, first: Time | undefined, second: Time | undefined): boolean {
  const join = between(text, first, second);
  return (
    join !== undefined &&
    JOINED.test(join) &&
    LISTED.test(join) &&
    !BETWEEN.test(before(text, first?.start ?? 0))
  );
}

function isJoined(text: string, first: Time | undefined, second: Time | undefined): boolean {
  const join = between(text, first, second);
  return join !== undefined && JOINED.test(join) && !isListed(text, first, second);
}

/** The hour that "2–4 pm" only begins with. */
function bareAhead(text: string, time: Time): Time | undefined {
  const from = Math.max(0, time.start - REACH);
  const match = BARE_AHEAD.exec(text.slice(from, time.start));
  if (!match) return undefined;
  const start = from + match.index;
  const { h = '', m } = match.groups ?? {};
  const last = Number(time.readings[0]?.slice(0, 2));
  const hour = Number(h);
  const isHalf = new RegExp(`${AFTER}$`, 'u').test(text.slice(time.start, time.end));
  const half = isHalf && last >= 12 && hour < (last % 12 || 12) ? hour + 12 : hour;
  const isHour = hour <= 12 && time.readings.length === 1 && half < last;
  const end = start + h.length + (m === undefined ? 0 : 1 + m.length);
  return { start, end, readings: isHour ? [`${String(half).padStart(2, '0')}:${m ?? '00'}`] : [] };
}

export interface Judged {
  readonly time: Time;
  /** One end of the hours that a place keeps. */
  readonly isKept: boolean;
}

/** Each time with what its range makes of it, and the first hours that ranges only begin with; in text order. */
export function judgeRanges(around: Around, all: readonly Time[]): Judged[] {
  const { text, claims } = around;
  return all.flatMap((time, at): Judged[] => {
    const [previous, next] = [all[at - 1], all[at + 1]];
    if (isJoined(text, time, next))
      return [{ time, isKept: !isOnDay(text, time.start, next?.end ?? time.end, claims) }];
    if (isJoined(text, previous, time))
      return [{ time, isKept: !isOnDay(text, previous?.start ?? time.start, time.end, claims) }];
    if (isListed(text, previous, time) || isListed(text, time, next)) return [{ time, isKept: false }];
    const bare = bareAhead(text, time);
    if (bare !== undefined) {
      const isKept = !isOnDay(text, bare.start, time.end, claims);
      const first = isKept || bare.readings.length === 0 ? [] : [{ time: bare, isKept }];
      return [...first, { time, isKept }];
    }
    return [{ time, isKept: BARE_BEHIND.test(text.slice(time.end, time.end + REACH)) }];
  });
}
