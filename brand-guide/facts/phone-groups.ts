/** Runs of digit groups that may hold a phone number, and the ways to read a stretch of them as one. */
import { matchesOf } from '../engine/matches-of.ts';

interface Group {
  readonly start: number;
  readonly end: number;
  readonly digits: string;
  /** What stands between the group before and this one. */
  readonly gap: string;
}

export interface Run {
  readonly groups: readonly Group[];
  /** A `+` ahead of the first group. */
  readonly isPlus: boolean;
  /** A `+` behind the last group, where all of it was typed from right to left. */
  readonly isPlusBehind: boolean;
}

/** Neighbouring groups of a run, from one place where a number may begin to one where it may end. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly groups: readonly Group[];
  /** As dialled, with a `+` where the country's code leads. */
  readonly number: string;
  readonly isInternational: boolean;
  /** A `+` was typed ahead of it. */
  readonly isLed: boolean;
  /** The groups from right to left, where that may be how they were typed. */
  readonly reversed?: string;
}

const RUN =
  /(?<![\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}_@#]|\p{Sc} ?|\d[.,:/-])(?<lead>[+(]{0,2}) ?\d(?:[ ().-]{0,3}\d){2,23}(?!\d)(?<tail> ?\+(?:\d{1,3}(?![\d ]{0,2}\d))?)?/gu;
const GAP = /^(?: |[-.]|\)[ -]?| ?\(|-\(|\) \()$/u;
const MOST_DIGITS = 17;

function runOf(match: RegExpExecArray): Run {
  const tail = match.groups?.['tail'] ?? '';
  let reached = 0;
  const groups = matchesOf(match[0], /\d+/gu).map(({ 0: digits, index }): Group => {
    const gap = match[0].slice(reached, index).replace(/^ ?\+$/u, ' ');
    reached = index + digits.length;
    return { start: match.index + index, end: match.index + reached, digits, gap };
  });
  return {
    groups,
    isPlus: match.groups?.['lead']?.includes('+') ?? false,
    isPlusBehind: tail !== '',
  };
}

export const runsOf = (text: string): Run[] => matchesOf(text, RUN).map(runOf);

function spanOf(run: Run, from: number, to: number): Pick<Stretch, 'start' | 'end'> {
  const [first, last] = [run.groups[from], run.groups[to]];
  const lead = from === 0 && run.isPlus ? 1 : 0;
  const open = run.groups[from]?.gap.endsWith('(') ? 1 : 0;
  return { start: (first?.start ?? 0) - Math.max(lead, open), end: last?.end ?? 0 };
}

function stretch(run: Run, from: number, to: number): Stretch | undefined {
  const groups = run.groups.slice(from, to + 1);
  const digits = groups.map((group) => group.digits).join('');
  if (digits.length < 7 || digits.length > MOST_DIGITS) return undefined;
  const isLed = from === 0 && run.isPlus;
  const isInternational = isLed || /^00[1-9]/.test(digits);
  const number = isInternational ? `+${isLed ? digits : digits.slice(2)}` : digits;
  const isWhole = to === run.groups.length - 1;
  const backwards = groups.map((group) => group.digits).toReversed();
  const canReverse = !isLed && groups.length > 1;
  const reversed = `${isWhole && run.isPlusBehind ? '+' : ''}${backwards.join('')}`;
  return {
    ...spanOf(run, from, to),
    groups,
    number,
    isLed,
    isInternational,
    ...(canReverse && { reversed }),
  };
}

const begins = (run: Run, at: number): boolean => at === 0 || /[ (]/u.test(run.groups[at]?.gap ?? '');
const isEnd = (run: Run, at: number): boolean =>
  at === run.groups.length - 1 || (run.groups[at + 1]?.gap.includes(' ') ?? true);

/** Stretches of the run from the group on, the longest first; the gaps inside must be those of one number. */
export function stretches(run: Run, from: number): Stretch[] {
  if (!begins(run, from)) return [];
  const found: Stretch[] = [];
  for (let to = from; to < run.groups.length; to += 1) {
    if (to > from && !GAP.test(run.groups[to]?.gap ?? '')) break;
    const one = isEnd(run, to) ? stretch(run, from, to) : undefined;
    if (one) found.unshift(one);
  }
  return found;
}
