/** Sets a measured length against a part's own limit. */
import type { ChannelSpec, Count } from '../../brand-guide/engine/channel.ts';

/** `field` names a part of the spec; without one, or with an unknown one, the main text is meant. */
export function countAgainst(spec: ChannelSpec, length: number, field?: string): Count {
  const { limit } = spec.fields.find((one) => one.name === field) ?? spec.fields[0];
  if (limit === null) return { length, limit: null, unit: 'characters', fits: true };
  return { length, limit: limit.value, unit: limit.unit, fits: length <= limit.value };
}
