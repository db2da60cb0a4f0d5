/** Instants: ISO 8601 text with a zone designator, compared and moved as numbers, never as strings. */
import { dayExists } from './calendar-window.ts';
import { Refused } from './errors.ts';

const INSTANT =
  /^(\d{4}-\d{2}-\d{2})T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,3})?)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/u;

/** Milliseconds since 1970. @throws Refused `invalid-input` when the text is no instant. */
export const millisOf = (instant: string): number => {
  const day = INSTANT.exec(instant)?.[1];
  if (day === undefined || !dayExists(day))
    throw new Refused(
      'invalid-input',
      `"${instant}" is not an instant: expected ISO 8601 with a zone, such as 2026-12-15T16:00:00Z`,
      { instant },
    );
  return Date.parse(instant);
};

/** In UTC; milliseconds are printed only where there are some: `2026-12-15T16:00:00Z`. */
export const instantOf = (millis: number): string => new Date(millis).toISOString().replace('.000Z', 'Z');

export const isBefore = (a: string, b: string): boolean => millisOf(a) < millisOf(b);

export const isAtOrBefore = (a: string, b: string): boolean => millisOf(a) <= millisOf(b);

export const plusSeconds = (instant: string, seconds: number): string =>
  instantOf(millisOf(instant) + seconds * 1000);

export const plusMinutes = (instant: string, minutes: number): string => plusSeconds(instant, minutes * 60);

/** Fixed width, in UTC, with milliseconds: instants as sort keys order as they happen. */
export const sortable = (instant: string): string => new Date(millisOf(instant)).toISOString();
