/** What a part may hold in the circumstances of one variant: less beside pictures, or beside a button. */
import { fieldOf } from '../../brand-guide/engine/channel-field.ts';
import type { Channel, Circumstance, Count } from '../../brand-guide/engine/channel.ts';

export type CountHere = (text: string) => Count;

/** What holds anything need not be measured. */
const ANY_LENGTH: Count = { length: 0, limit: null, unit: 'characters', fits: true };

/** The channel's own count, under the least of the limits that hold. */
export function countHere(
  channel: Channel,
  field: string,
  circumstances: readonly Circumstance[],
): CountHere {
  const { limit: own, otherwise = [] } = fieldOf(channel.spec, field);
  if (own === null) return () => ANY_LENGTH;
  const limits = otherwise.filter(({ when }) => circumstances.includes(when)).map(({ limit }) => limit.value);
  const least = Math.min(...limits);
  return (text) => {
    const count = channel.count(text, field);
    if (count.limit === null || count.limit <= least) return count;
    return { ...count, limit: least, fits: count.fits && count.length <= least };
  };
}
