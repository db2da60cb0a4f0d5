/** Sets a measured length against a part's own limit. */
import { fieldOf } from '../../brand-guide/engine/channel-field.ts';
import type { ChannelSpec, Count, Limit } from '../../brand-guide/engine/channel.ts';
import { graphemes, measureOf, utf8Bytes } from './measure.ts';

const against = (length: number, { value, unit }: Limit): Count => ({
  length,
  limit: value,
  unit,
  fits: length <= value,
});

/** `field` names a part of the spec; without one, or with an unknown one, the main text is meant. */
export function countAgainst(spec: ChannelSpec, length: number, field?: string): Count {
  const { limit } = fieldOf(spec, field);
  return limit === null ? { length, limit: null, unit: 'characters', fits: true } : against(length, limit);
}

/** Measures in the unit of the part's limit, by `measure` where the channel's own differs; bytes speak where only they are over. */
export function countIn(
  spec: ChannelSpec,
  text: string,
  field?: string,
  measure?: (text: string) => number,
): Count {
  const { limit, bytes } = fieldOf(spec, field);
  if (limit === null) return countAgainst(spec, (measure ?? graphemes)(text), field);
  const count = against((measure ?? measureOf(limit.unit))(text), limit);
  if (!bytes || !count.fits) return count;
  const size = against(utf8Bytes(text), bytes);
  return size.fits ? count : size;
}
