/** Calendar arithmetic without a clock: valid days, weekdays, and the Jalali calendar by value. */

export interface Day {
  /** Absent where the text gives no year. */
  readonly year?: number | undefined;
  readonly month: number;
  readonly day: number;
}

const LENGTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

export function isDay({ year, month, day }: Day): boolean {
  const length = month === 2 && year !== undefined && !isLeap(year) ? 28 : (LENGTHS[month - 1] ?? 0);
  return day >= 1 && day <= length;
}

const pad = (number: number, width: number): string => String(number).padStart(width, '0');

/** `2027-06-12`, or `--06-12` without a year. */
export const written = ({ year, month, day }: Day): string =>
  `${year === undefined ? '-' : pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;

export function readDay(value: string): Day | undefined {
  const match = /^(\d{4}|-)-(\d{2})-(\d{2})$/.exec(value);
  if (!match) return undefined;
  const year = match[1] === '-' ? undefined : Number(match[1]);
  return { year, month: Number(match[2]), day: Number(match[3]) };
}

/** Days since 1970-01-01 of a Gregorian day. */
function dayNumber(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const ofEra = shifted - era * 400;
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719468;
}

function fromDayNumber(number: number): Day {
  const shifted = number + 719468;
  const era = Math.floor(shifted / 146097);
  const ofEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36524) - Math.floor(ofEra / 146096)) / 365,
  );
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const march = Math.floor((5 * ofYear + 2) / 153);
  const month = march < 10 ? march + 3 : march - 9;
  const day = ofYear - Math.floor((153 * march + 2) / 5) + 1;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

/** The day so many days later; where no year is known, in a year of 365 days. */
export function dayAfter({ year, month, day }: Day, by: number): Day {
  const moved = fromDayNumber(dayNumber(year ?? 2001, month, day) + by);
  return { ...moved, year: year === undefined ? undefined : moved.year };
}

/** Monday 1 to Sunday 7. */
export const weekday = (year: number, month: number, day: number): number =>
  ((((dayNumber(year, month, day) + 3) % 7) + 7) % 7) + 1;

/** Leap years by the 2820-year cycle's 33-year pattern, right for 1178 to 1633. */
const isJalaliLeap = (year: number): boolean => [1, 5, 9, 13, 17, 22, 26, 30].includes(year % 33);

/** Nowruz of 1400 fell on 2021-03-21. */
function nowruz(year: number): number {
  let days = dayNumber(2021, 3, 21);
  for (let y = 1400; y < year; y += 1) days += isJalaliLeap(y) ? 366 : 365;
  for (let y = year; y < 1400; y += 1) days -= isJalaliLeap(y) ? 366 : 365;
  return days;
}

/** The Gregorian day of a Jalali one, for the years 1300 to 1500; undefined where there is no such day. */
export function fromJalali(year: number, month: number, day: number): Day | undefined {
  const length = month <= 6 ? 31 : month <= 11 || isJalaliLeap(year) ? 30 : 29;
  if (year < 1300 || year > 1500 || month < 1 || month > 12 || day < 1 || day > length) return undefined;
  const before = month <= 7 ? (month - 1) * 31 : 186 + (month - 7) * 30;
  return fromDayNumber(nowruz(year) + before + day - 1);
}
