/** Recurrence in floating wall time: which wall times a rule names. Zones come afterwards, one occurrence at a time. */
import { RRuleTemporal } from 'rrule-temporal';
import { invalid, type Problem } from './errors.ts';
import { readRule, wallUntil } from './rrule-parts.ts';

export interface Recurrence {
  /** The first wall time; it is an occurrence where the rule names it. */
  readonly start: string;
  /** RFC 5545, without `DTSTART`: `FREQ=MONTHLY;BYMONTHDAY=-1`. */
  readonly rrule: string;
  /** Wall times that are left out; they count towards COUNT. */
  readonly except: readonly string[];
}

/** A rule that names nothing for so long names nothing. */
const LONGEST_WAIT_YEARS = 10;

/** A century of days, for a rule that counts far. */
const MOST_PERIODS = 40_000;
/** Ten years of days: a rule that names nothing is found out soon. */
const PERIODS_TO_THE_FIRST = 4000;

/** UTC stands in for no zone at all: it has no clock change. */
const compact = (wall: string): string => `${wall.replaceAll(/[-:]/gu, '')}00`;
const asDate = (wall: string): Date => new Date(`${wall}:00Z`);
const asWall = ({ epochMilliseconds }: { readonly epochMilliseconds: number }): string =>
  new Date(epochMilliseconds).toISOString().slice(0, 16);

const ruleOf = ({ start, rrule }: Recurrence, maxIterations = MOST_PERIODS): RRuleTemporal => {
  const text = [...readRule(rrule).parts]
    .map(([name, value]) =>
      name === 'UNTIL' ? `UNTIL=${compact(wallUntil(value) ?? '')}Z` : `${name}=${value}`,
    )
    .join(';');
  return new RRuleTemporal({
    maxIterations,
    rruleString: `DTSTART;TZID=UTC:${compact(start)}\nRRULE:${text}`,
    strict: true,
  });
};

/** The occurrences after one wall time and up to another, in order, with it. */
export const occurrences = (recurrence: Recurrence, after: string, to: string): readonly string[] => {
  const left = new Set(recurrence.except);
  return ruleOf(recurrence)
    .between(asDate(after), asDate(to), true)
    .map(asWall)
    .filter((wall) => wall > after && !left.has(wall));
};

/** The first wall time that the rule names, or why there is none: the library knows which parts go together. */
const firstOf = (recurrence: Recurrence): { readonly wall?: string; readonly why?: string } => {
  try {
    const [first] = ruleOf(recurrence, PERIODS_TO_THE_FIRST).all((_date, index) => index < 1);
    return first ? { wall: asWall(first) } : {};
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return why.startsWith('Maximum') ? {} : { why };
  }
};

const emptyProblems = (recurrence: Recurrence): readonly Problem[] => {
  const { wall, why } = firstOf(recurrence);
  const latest = Number(recurrence.start.slice(0, 4)) + LONGEST_WAIT_YEARS;
  if (why !== undefined) return [{ path: 'rrule', message: `expected parts that go together: ${why}` }];
  return wall !== undefined && Number(wall.slice(0, 4)) <= latest
    ? []
    : [{ path: 'rrule', message: `expected a rule that names a day by the year ${latest}` }];
};

const WALL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/u;

const wallProblem = (path: string, wall: string): readonly Problem[] =>
  WALL.test(wall) && wallUntil(compact(wall)) === wall
    ? []
    : [{ path, message: `found "${wall}"; expected a wall time such as 2027-05-04T09:00` }];

/** @throws Refused `invalid-input` with every problem: what, where, and what was expected. */
export const checkRecurrence = (recurrence: Recurrence): void => {
  const { start, rrule, except } = recurrence;
  const written = [
    ...wallProblem('start', start),
    ...readRule(rrule).problems,
    ...except.flatMap((wall, index) => wallProblem(`except[${index}]`, wall)),
  ];
  const problems = written.length > 0 ? written : emptyProblems(recurrence);
  if (problems.length > 0) throw invalid('This recurrence cannot be used.', problems);
};

/** The first occurrence after a wall time; undefined when the rule names no more. */
export const occurrenceAfter = (recurrence: Recurrence, after: string): string | undefined => {
  const rule = ruleOf(recurrence);
  const left = new Set(recurrence.except);
  let date = rule.next(asDate(after));
  while (date && left.has(asWall(date))) date = rule.next(asDate(asWall(date)));
  return date ? asWall(date) : undefined;
};
