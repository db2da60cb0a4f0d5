/** Calendar days: which exist, and in which order a window's stand. */

const DAY = /^\d{4}-\d{2}-\d{2}$/u;

/** `2028-02-29` does, `2027-02-29` does not. */
export const dayExists = (day: string): boolean => {
  const parsed = DAY.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(parsed) && new Date(parsed).toISOString().startsWith(day);
};

/** What is wrong with a window, by field; days of one form order as text. */
export const windowProblems = ({
  from,
  to,
}: {
  readonly from: string;
  readonly to: string;
}): readonly { readonly field: 'from' | 'to'; readonly message: string }[] => {
  const missing = (['from', 'to'] as const).filter((field) => !dayExists(field === 'from' ? from : to));
  if (missing.length > 0)
    return missing.map((field) => ({
      field,
      message: `found ${field === 'from' ? from : to}, which is no day of the calendar`,
    }));
  return from <= to
    ? []
    : [{ field: 'to', message: `found ${to}, which is before the window begins, ${from}` }];
};

const DAY_MILLIS = 86_400_000;

/** The day so many days later, or earlier. */
export const plusDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MILLIS).toISOString().slice(0, 10);

/** From one day to another, both included. */
export const daysFrom = (from: string, to: string): readonly string[] => {
  const days: string[] = [];
  for (let day = from; day <= to; day = plusDays(day, 1)) days.push(day);
  return days;
};
