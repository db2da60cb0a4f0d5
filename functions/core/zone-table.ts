/** The shipped IANA data as offset tables, one per zone, and the names near a mistyped one. */
import moment from 'moment-timezone';
import { nearMiss } from '../../brand-guide/schema/near-miss.ts';
import { Refused } from './errors.ts';

/** A stretch of time with one offset: `from` included, `until` excluded, in milliseconds since 1970. */
export interface Span {
  readonly from: number;
  readonly until: number;
  /** Milliseconds to add to UTC for wall time. */
  readonly offset: number;
}

/** The release of the IANA data that the app ships, such as `2026f`. */
export const zoneDataVersion: string = moment.tz.dataVersion;

/** Every zone and link name, exactly as IANA spells it. */
export const zoneNames: ReadonlySet<string> = new Set(moment.tz.names());

const tables = new Map<string, readonly Span[]>();

/** @throws Refused `unknown-zone`, with the names that may have been meant. */
export const spansOf = (zone: string): readonly Span[] => {
  const known = tables.get(zone);
  if (known !== undefined) return known;
  const table = zoneNames.has(zone) ? moment.tz.zone(zone) : null;
  if (table === null) throw unknownZone(zone);
  const spans = table.untils.map((until, index) => ({
    from: table.untils[index - 1] ?? -Infinity,
    until,
    offset: -Math.round((table.offsets[index] ?? 0) * 60) * 1000,
  }));
  tables.set(zone, spans);
  return spans;
};

const folded = (name: string): string => name.normalize('NFC').toLowerCase().replaceAll(' ', '_');
const lastSegment = (name: string): string => name.slice(name.lastIndexOf('/') + 1);

/** Another spelling in case, then the place without its region, then a slip of the keys. */
const suggestionsFor = (zone: string): readonly string[] => {
  const wanted = folded(zone);
  const names = [...zoneNames];
  const sameName = names.filter((name) => folded(name) === wanted);
  if (sameName.length > 0) return sameName;
  const samePlace = names.filter((name) => folded(lastSegment(name)) === lastSegment(wanted));
  if (samePlace.length > 0) return samePlace.slice(0, 3);
  const near = nearMiss(zone, names);
  return near === undefined ? [] : [near];
};

const unknownZone = (zone: string): Refused => {
  const suggestions = suggestionsFor(zone);
  const hint =
    suggestions.length > 0
      ? `did you mean ${suggestions.join(' or ')}?`
      : 'expected an IANA name, such as Europe/Athens';
  return new Refused('unknown-zone', `Unknown zone "${zone}": ${hint}`, { zone, suggestions });
};
