/** Neighbouring days without spaces: "12,13,14 Ιουνίου", "12/13 June". */
import { isDay } from './calendar.ts';
import type { WrittenDate } from './date-parts.ts';
import { MONTH, months } from './date-words.ts';
import { LETTER } from './lexicon.ts';
import { matchesOf } from '../engine/matches-of.ts';

const COMPACT = new RegExp(
  `(?<![\\d.,:/#_-]|\\p{Sc} ?|${LETTER})(?<days>\\d{1,2}(?:(?:,\\d{1,2}){1,4}|/\\d{1,2})) (?:of )?(?<m>${MONTH})(?:,? (?<y>20\\d{2})(?!\\d))?`,
  'gu',
);

function compactAt(match: RegExpExecArray): WrittenDate[] {
  const { days = '', m = '', y } = match.groups ?? {};
  const month = months.get(m);
  const written = matchesOf(days, /\d+/gu);
  const isSeries = written.slice(1).every(([day], at) => Number(day) === Number(written[at]?.[0]) + 1);
  if (month === undefined || !isSeries) return [];
  return written.flatMap(({ 0: typed, index }, at): WrittenDate[] => {
    const day = { year: y === undefined ? undefined : Number(y), month, day: Number(typed) };
    const start = match.index + index;
    const end = at === written.length - 1 ? match.index + match[0].length : start + typed.length;
    return isDay(day) ? [{ start, end, days: [day], style: 'day-month' }] : [];
  });
}

/** In text order, over folded text. */
export const compactDays = (text: string): WrittenDate[] => matchesOf(text, COMPACT).flatMap(compactAt);
