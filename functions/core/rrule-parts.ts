/**
 * The parts of a recurrence rule that a calendar of posts takes, and what may stand in each (RFC 5545, 3.3.10).
 * Days and weeks counted through a year are left out: readers of the RFC differ on them.
 */
import type { Problem } from './errors.ts';

interface Part {
  readonly takes: (value: string) => boolean;
  readonly expected: string;
}

const whole = (text: string): number => (/^\d{1,5}$/u.test(text) ? Number(text) : Number.NaN);

const from =
  (least: number, most: number) =>
  (text: string): boolean =>
    whole(text) >= least && whole(text) <= most;

/** Days of a month, positions: also counted from the end. */
const eitherWay =
  (most: number) =>
  (text: string): boolean =>
    from(1, most)(text.replace(/^[+-]/u, ''));

const listOf =
  (takes: (item: string) => boolean) =>
  (text: string): boolean =>
    text.split(',').every(takes);

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
const FREQUENCIES: readonly string[] = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'];
const isWeekday = (text: string): boolean => WEEKDAYS.some((day) => day === text);
const isDay = (text: string): boolean =>
  isWeekday(text.slice(-2)) && (text.length === 2 || eitherWay(53)(text.slice(0, -2)));

/** A floating date, or date and time, as RFC 5545 writes it: to its end where it is a day. */
const UNTIL = /^\d{8}(?:T\d{6})?$/u;

const PARTS: Readonly<Record<string, Part>> = {
  FREQ: { takes: (text) => FREQUENCIES.includes(text), expected: FREQUENCIES.join(', ') },
  INTERVAL: { takes: from(1, 1000), expected: '1 to 1000' },
  COUNT: { takes: from(1, 1000), expected: '1 to 1000' },
  UNTIL: {
    takes: (text) => UNTIL.test(text) && wallUntil(text) !== undefined,
    expected: 'a day such as 20271231 or a wall time such as 20271231T090000, without Z',
  },
  BYMONTH: { takes: listOf(from(1, 12)), expected: 'months 1 to 12' },
  BYMONTHDAY: { takes: listOf(eitherWay(31)), expected: 'days 1 to 31, or -1 to -31 from the end' },
  BYDAY: { takes: listOf(isDay), expected: `${WEEKDAYS.join(', ')}, with a number such as 2TU or -1FR` },
  BYSETPOS: { takes: listOf(eitherWay(366)), expected: 'positions 1 to 366, or -1 to -366 from the end' },
  BYHOUR: { takes: listOf(from(0, 23)), expected: 'hours 0 to 23' },
  BYMINUTE: { takes: listOf(from(0, 59)), expected: 'minutes 0 to 59' },
  WKST: { takes: isWeekday, expected: WEEKDAYS.join(', ') },
};

/** `20271231T090000` is `2027-12-31T09:00`, and a day its last minute; undefined for a day that there is not. */
export const wallUntil = (text: string): string | undefined => {
  const [, year = '', month = '', day = '', hour = '23', minute = '59'] =
    /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})\d{2})?$/u.exec(text) ?? [];
  const wall = `${year}-${month}-${day}T${hour}:${minute}`;
  const at = Date.parse(`${wall}:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(wall) ? wall : undefined;
};

export type RuleParts = ReadonlyMap<string, string>;

const told = (message: string): Problem => ({ path: 'rrule', message });

const partProblem = (name: string, value: string): Problem | undefined => {
  const part = Object.hasOwn(PARTS, name) ? PARTS[name] : undefined;
  if (!part) return told(`found ${name}; expected the parts ${Object.keys(PARTS).join(', ')}`);
  return part.takes(value) ? undefined : told(`${name}: found "${value}"; expected ${part.expected}`);
};

const togetherProblems = (parts: RuleParts): readonly Problem[] => {
  const numbered = parts
    .get('BYDAY')
    ?.split(',')
    .find((day) => day.length > 2 && isDay(day));
  const frequency = parts.get('FREQ') ?? '';
  const [hours = 1, minutes = 1] = ['BYHOUR', 'BYMINUTE'].map((name) => parts.get(name)?.split(',').length);
  return [
    ...(parts.has('FREQ') ? [] : [told(`expected a part FREQ: ${FREQUENCIES.join(', ')}`)]),
    ...(parts.has('COUNT') && parts.has('UNTIL') ? [told('expected COUNT or UNTIL, not both')] : []),
    ...(hours * minutes > MOST_A_DAY
      ? [told(`BYHOUR and BYMINUTE: found ${hours * minutes} times of a day; expected at most ${MOST_A_DAY}`)]
      : []),
    ...(frequency === 'YEARLY' && parts.has('BYDAY') && parts.has('BYMONTHDAY')
      ? [told('BYDAY and BYMONTHDAY: with FREQ=YEARLY expected one of them; FREQ=MONTHLY takes both')]
      : []),
    ...(numbered !== undefined && ['DAILY', 'WEEKLY'].includes(frequency)
      ? [told(`BYDAY: found "${numbered}"; a number takes FREQ=MONTHLY or FREQ=YEARLY`)]
      : []),
  ];
};

const LONGEST = 500;
const MOST_A_DAY = 24;

/** The rule's parts in upper case, and what is wrong with them: what was found, and what was expected there. */
export const readRule = (
  rule: string,
): { readonly parts: RuleParts; readonly problems: readonly Problem[] } => {
  if (rule.length > LONGEST)
    return { parts: new Map(), problems: [told(`expected at most ${LONGEST} characters`)] };
  const pairs = rule
    .toUpperCase()
    .replace(/^RRULE:/u, '')
    .split(';')
    .map((pair) => [pair.split('=', 1)[0] ?? '', pair.slice(pair.indexOf('=') + 1)] as const);
  const parts = new Map(pairs);
  const twice = pairs.find(([name], index) => pairs.findIndex(([other]) => other === name) !== index);
  const problems = [
    ...pairs.flatMap(([name, value]) => partProblem(name, value) ?? []),
    ...(twice ? [told(`found ${twice[0]} twice; expected each part once`)] : []),
    ...togetherProblems(parts),
  ];
  return { parts, problems };
};
