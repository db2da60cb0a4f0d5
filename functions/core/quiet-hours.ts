/** Quiet hours: when nobody is to be written to, by the clock on their own wall. */
import { wallOf } from './zone.ts';

/** Wall times of a day: from the first, included, to the second, excluded; over midnight where the second is earlier. */
export interface QuietHours {
  /** `21:00` */
  readonly from: string;
  readonly to: string;
}

export const isQuietAt = ({ from, to }: QuietHours, time: string): boolean =>
  from < to ? from <= time && time < to : time >= from || time < to;

const TIME_AT = '2027-05-04T'.length;

/** The zones, of those given, in which the instant is quiet. */
export const quietZones = (
  quiet: QuietHours,
  zones: readonly string[],
  instant: string,
): readonly { readonly zone: string; readonly time: string }[] =>
  [...new Set(zones)]
    .map((zone) => ({ zone, time: wallOf(instant, zone).slice(TIME_AT) }))
    .filter(({ time }) => isQuietAt(quiet, time));
