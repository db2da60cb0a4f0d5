/** Times in words: "half past six", "εννιά παρά τέταρτο", "полвосьмого", "setengah delapan", "یک ربع به نه". */
import { WEEKDAY } from './date-words.ts';
import { languageOf } from './lexicon.ts';
import { behindCount, behindTime, DAY_WORDS, spokenIn } from './spoken-times.ts';
import type { Spoken } from './spoken-times.ts';
import { clock } from './time-clock.ts';
import { JOIN } from './time-range.ts';
import type { Time } from './time-range.ts';
import { BEFORE_HOUR, COUNTED, hourAhead, hourBeside } from './time-words.ts';
import { before } from './window.ts';
import { matchesOf } from '../engine/matches-of.ts';

const HALF_DAY = 720;
const DAY_AHEAD = new RegExp(`${WEEKDAY}[,،]? ?$`, 'u');
const DAY_BEHIND = new RegExp(`^ (?:${DAY_WORDS} )?${WEEKDAY}`, 'u');
const HALF_AHEAD = new RegExp(`(?<!\\p{L})(?<half>${BEFORE_HOUR}) ?$`, 'u');
const RANGE_AHEAD = new RegExp(`(?<![\\p{L}\\d:.])([\\p{L}]+|\\d{1,2})${JOIN}$`, 'u');
/** "До девяти часов" is as often how long as until when. */
const LASTS = /(?:^|\P{L})до ?$/u;

/** "The last boat is now ten to five in the afternoon". */
const IS_AHEAD =
  /(?<!(?:score|ratio|vote|odds) )(?<!\p{L})(?:is|is now|leaves|departs|sails|goes|starts|begins) $/u;
const SHARP = /^,? (?:sharp|on the dot|ακριβωσ|ровно|tepat)(?= ?(?:[.,;:!?)…\n]|$))/u;

interface Said {
  readonly hour: string;
  readonly ahead: string;
  /** All that stands right before the hour, the half of the day too. */
  readonly right: string;
  readonly behind: string;
  /** The word that tells the half of the day. */
  readonly half: string | undefined;
  readonly isHalfAhead: boolean;
  readonly hasHourWord: boolean;
  readonly isCued: boolean;
}

/** "Four to six in the evening": the end of a range whose beginning, not read up to there, is no time by itself. */
function isRangeEnd(ahead: string, start: number, reached: number, { hours }: Spoken): boolean {
  const [range = '', word = ''] = RANGE_AHEAD.exec(ahead) ?? [];
  return start - range.length + word.length !== reached && (hours.has(word) || /^\d{1,2}$/u.test(word));
}

/** Whether an hour without minutes is one: "two in the morning" may be two of anything. */
function isHour(
  { half, isHalfAhead, hour, ahead, behind, hasHourWord, isCued }: Said,
  { certain, plain }: Spoken,
): boolean {
  if (isHalfAhead && !behindTime.test(behind)) return false;
  if (half === undefined) return hasHourWord && isCued && !LASTS.test(ahead);
  return isCued || certain.has(half) || (plain.has(hour) && !COUNTED.has(half));
}

/** "ساعت ۶ و نیم", "half six this Wednesday": the word right before, or a day right behind, says that it is an hour. */
const isHourAhead = ({ right }: Said, { lasting }: Spoken): boolean =>
  hourAhead.test(right) && !lasting.test(right);

function isTime({ needs, sign }: Spoken['forms'][number], said: Said, spoken: Spoken): boolean {
  const { half, ahead, behind, isCued } = said;
  const isOnDay = sign === 0 && DAY_BEHIND.test(behind);
  if ((half === undefined || COUNTED.has(half)) && behindCount.test(behind)) return false;
  const ends = (half !== undefined && !said.isHalfAhead) || isOnDay || behindTime.test(behind);
  switch (needs) {
    case 'sure':
      return true;
    case 'either':
      return (
        (ends && (half !== undefined || isCued || isOnDay || SHARP.test(behind))) ||
        (sign === 0 && isHourAhead(said, spoken))
      );
    case 'near':
      return (spoken.near.test(ahead) || (half !== undefined && IS_AHEAD.test(ahead))) && ends;
    case 'cued':
      return isHourAhead(said, spoken) || isHour(said, spoken);
    case 'both':
      return isHour(said, spoken);
    default:
      return needs satisfies never;
  }
}

/** Every time of day that minutes from an hour on a clock of twelve may be. */
function readingsOf(hour: number, minutes: number, half: string | undefined): string[] {
  const total = (hour * 60 + minutes + HALF_DAY) % HALF_DAY;
  const named = Math.floor(total / 60) || 12;
  const hours = half === undefined ? [named % 12, (named % 12) + 12] : [hourBeside(named, half)];
  return hours.flatMap((one) => (one === undefined ? [] : [clock(one, total % 60)]));
}

const valueOf = (written: string, words: ReadonlyMap<string, number>): number =>
  /^\d/u.test(written) ? Number(written) : (words.get(written) ?? Number.NaN);

function timeIn(text: string, match: RegExpExecArray, spoken: Spoken, reached: number): Time[] {
  const groups = match.groups ?? {};
  const at = spoken.forms.findIndex((_, index) => groups[`h${index}`] !== undefined);
  const form = spoken.forms[at];
  if (!form) return [];
  const end = match.index + match[0].length;
  const around = before(text, match.index);
  const told = HALF_AHEAD.exec(around);
  const start = match.index - (told?.[0].length ?? 0);
  const ahead = told ? around.slice(0, told.index) : around;
  const half = groups['word'] ?? told?.groups?.['half'];
  const said: Said = {
    hour: groups[`h${at}`] ?? '',
    ahead,
    right: around,
    behind: text.slice(end, end + 24),
    half,
    isHalfAhead: groups['word'] === undefined && told !== null,
    hasHourWord: groups['hour'] !== undefined,
    isCued:
      told !== null || spoken.cue.test(ahead) || DAY_AHEAD.test(text.slice(Math.max(0, start - 24), start)),
  };
  if (!isTime(form, said, spoken)) return [];
  if (form.needs !== 'sure' && isRangeEnd(ahead, start, reached, spoken)) return [];
  const hour = valueOf(said.hour, spoken.hours);
  const named = valueOf(groups[`m${at}`] ?? '0', spoken.minutes);
  const readings = readingsOf(hour, form.add + form.sign * named, half);
  return readings.length === 0 ? [] : [{ start, end, readings }];
}

/** In text order; over folded text. */
export function phraseTimes(text: string, locale: string): Time[] {
  const spoken = spokenIn(languageOf(locale).language);
  if (!spoken) return [];
  const times: Time[] = [];
  for (const match of matchesOf(text, spoken.pattern))
    times.push(...timeIn(text, match, spoken, times.at(-1)?.end ?? -1));
  return times;
}
