/** Hours that nothing but an event tells: "doors at 7", "сбор в 7", "στις 10", "7點開門"; either half of the day. */
import data from './data/event-hours.json' with { type: 'json' };
import { anyOf, languageOf, LETTER } from './lexicon.ts';
import { behindTime, spokenIn } from './spoken-times.ts';
import type { Spoken } from './spoken-times.ts';
import { clock } from './time-clock.ts';
import type { Time } from './time-range.ts';
import { before } from './window.ts';
import { matchesOf } from '../engine/matches-of.ts';

interface Words {
  /** What takes place at an hour, or its verb. */
  readonly events: readonly string[];
  /** Words that an hour of such an event follows. */
  readonly at: readonly string[];
  /** Events that a bare hour may follow: "doors 7". */
  readonly bare: readonly string[];
}

interface Cues {
  readonly hour: RegExp;
  readonly event: RegExp;
  readonly hours: Spoken['hours'];
}

/** An event is named no further ahead of its hour than this. */
const REACH = 56;
const GAP = '[^\\d.!?;:|\\n]{0,32}';
const PRICED = new RegExp(`(?<!${LETTER})${anyOf(data.priced)}(?!${LETTER})`, 'u');
/** "At 7–9", "at 5 and 10 kilometres": hours or a count of more than one. */
const MORE_BEHIND =
  /^(?: ?[-–—~/+×x] ?\d| (?:and|or|και|η|и|или) (?:the |\p{L}{1,3} )?\d{1,2}(?! ?[.,;!?\n)]| ?$))/u;

const LANGUAGES: Readonly<Record<string, Words>> = data.languages;

function compile(language: string): Cues | undefined {
  const words = LANGUAGES[language];
  const spoken = spokenIn(language);
  if (!words || !spoken || words.events.length === 0) return undefined;
  const number = `(?:1[0-2]|[1-9])(?![\\p{L}\\d]|[:.,]\\d)`;
  const word = `${anyOf(spoken.hours.keys())}(?!${LETTER})`;
  const bare = `(?<!${LETTER})${anyOf(words.bare)}(?: ?: ?| )(?<bare>${number})`;
  return {
    hour: new RegExp(
      `(?<!${LETTER})${anyOf(words.at)} ?(?<h>(?<![\\p{L}])(?:${number}|${word}))|${bare}`,
      'gu',
    ),
    event: new RegExp(`(?<!${LETTER})${anyOf(words.events)}(?!${LETTER})${GAP}$`, 'u'),
    hours: spoken.hours,
  };
}

const compiled = new Map<string, Cues | undefined>();
function cuesOf(language: string): Cues | undefined {
  if (!compiled.has(language)) compiled.set(language, compile(language));
  return compiled.get(language);
}

function hourAt(text: string, match: RegExpExecArray, { event, hours }: Cues): Time[] {
  const { h, bare } = match.groups ?? {};
  const end = match.index + match[0].length;
  const written = h ?? bare ?? '';
  const behind = text.slice(end, end + 24);
  const isOfEvent =
    bare !== undefined || event.test(text.slice(Math.max(0, match.index - REACH), match.index));
  if (!isOfEvent || PRICED.test(before(text, match.index))) return [];
  if (!behindTime.test(behind) || MORE_BEHIND.test(behind)) return [];
  const hour = /^\d/u.test(written) ? Number(written) : (hours.get(written) ?? 0);
  return [{ start: end - written.length, end, readings: [clock(hour % 12, 0), clock((hour % 12) + 12, 0)] }];
}

/** In text order; over folded text. */
export function eventHours(text: string, locale: string): Time[] {
  const cues = cuesOf(languageOf(locale).language);
  return cues ? matchesOf(text, cues.hour).flatMap((match) => hourAt(text, match, cues)) : [];
}

const HAN_BEHIND = new RegExp(`^ ?(?:準時|正式)?${anyOf(data.han.behind)}`, 'u');
const HAN_AHEAD = new RegExp(`${anyOf(data.han.ahead)}(?:時間)?(?:[:：]| )? ?(?:於|是|為|在)?$`, 'u');
const HAN_COUNTED = new RegExp(`${anyOf(data.han.counted)}了? ?$`, 'u');
/** Whether an event stands beside 7點, which may be points as well. */
export const isHanEvent = (ahead: string, behind: string): boolean =>
  !HAN_COUNTED.test(ahead) &&
  (HAN_BEHIND.test(behind) || (HAN_AHEAD.test(ahead) && /^(?:[，,。.!！、）)\s]|$)/u.test(behind)));

const LENGTH_AHEAD = new RegExp(
  `(?<!${LETTER})${anyOf(data.lengths)}(?!${LETTER})[ :=(]{0,3}(?:${anyOf(data.lengthFillers)}(?!${LETTER})[ :]*){0,3}$`,
  'u',
);
const LENGTH_BEHIND = new RegExp(`^ ?${anyOf(data.long)}(?!${LETTER})`, 'u');
/** Whether 12:45 is how long something takes: "running time 12:45", 片長12:45. */
export const isLength = (ahead: string, behind: string, isCued: boolean): boolean =>
  !/^ ?[-–—~]/u.test(behind) && (LENGTH_AHEAD.test(ahead) || (!isCued && LENGTH_BEHIND.test(behind)));
