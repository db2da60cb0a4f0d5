/** Times of the day in twelve hours or in twenty-four. */
import type { NumberForm } from '../../schema/style.ts';
import type { Range } from '../../engine/types.ts';
import { matchesOf } from '../../engine/matches-of.ts';

export interface Time extends Range {
  /** Undefined where a person has to write it, as in "7–9 pm". */
  readonly text: string | undefined;
}

interface Halves {
  readonly am: string;
  readonly pm: string;
  readonly pattern: RegExp;
}

const START = String.raw`(?<![\p{L}\p{N}:.,/#])`;
const twelve = (am: string, pm: string): RegExp =>
  new RegExp(
    `${START}(1[0-2]|0?[1-9])(?:[:.]([0-5]\\d))?[\\s\\u00A0\\u202F]?(?:(${am})|(${pm}))(?![\\p{L}\\p{N}])`,
    'giu',
  );

const HALVES = new Map<string, Halves>([
  ['en', { am: 'am', pm: 'pm', pattern: twelve('a\\.m\\.|am', 'p\\.m\\.|pm') }],
  ['el', { am: 'π.μ.', pm: 'μ.μ.', pattern: twelve('π\\.?μ\\.?', 'μ\\.?μ\\.?') }],
]);
const FULL = new RegExp(`${START}([01]?\\d|2[0-3]):([0-5]\\d)(?![\\p{N}:/]|[.,]\\p{N})`, 'gu');
/** "7–9 pm" and "7 to 9 pm": the first shares what the second says. */
const SHARED = /\p{Nd}[\s\u00A0]?(?:[-–—]|to|until|till|έως|ως|με)[\s\u00A0]?$/u;

function shares(text: string, start: number): boolean {
  return SHARED.test(text.slice(Math.max(0, start - 12), start));
}

function* inTwentyFour(text: string, { pattern }: Halves): Iterable<Time> {
  for (const { 0: written, 1: hours = '', 2: minutes = '00', 4: pm, index } of matchesOf(text, pattern)) {
    const hour = (Number(hours) % 12) + (pm === undefined ? 0 : 12);
    // The full stop of "p.m." may end the sentence as well.
    const end = index + written.length - (endsSentence(text, index + written.length) ? 1 : 0);
    const right = `${String(hour).padStart(2, '0')}:${minutes}`;
    yield { start: index, end, text: shares(text, index) ? undefined : right };
  }
}

function endsSentence(text: string, end: number): boolean {
  return text.charAt(end - 1) === '.' && /^(?:\s*$|\s*\n|\s+\p{Lu})/u.test(text.slice(end, end + 4));
}

const NOON = 12;

/** Only what no twelve-hour clock shows; 9:30 may be either. */
function* inTwelve(text: string, { am, pm }: Halves): Iterable<Time> {
  for (const { 0: written, 1: hours = '', 2: minutes = '', index } of matchesOf(text, FULL)) {
    const hour = Number(hours);
    if (hour > 0 && hour <= NOON) continue;
    const right = `${hour % NOON || NOON}${minutes === '00' ? '' : `:${minutes}`} ${hour < NOON ? am : pm}`;
    yield { start: index, end: index + written.length, text: shares(text, index) ? undefined : right };
  }
}

export function* timesIn(
  text: string,
  asked: NonNullable<NumberForm['time']>,
  language: string,
): Iterable<Time> {
  const halves = HALVES.get(language);
  if (!halves || !/\p{Nd}/u.test(text)) return;
  yield* asked === '24h' ? inTwentyFour(text, halves) : inTwelve(text, halves);
}
