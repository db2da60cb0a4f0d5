/** Instagram: Meta names no unit, so a caption is measured by the stricter one. */
import type { Count } from '../../../brand-guide/engine/channel.ts';
import { countAgainst } from '../count.ts';
import { readSpec } from '../spec.ts';
import data from './spec.json' with { type: 'json' };

export const instagramSpec = readSpec(data);

/** UTF-16 units: no grapheme is shorter than one, so they are the larger of the two possible counts. */
export function countInstagram(text: string, field?: string): Count {
  return countAgainst(instagramSpec, text.length, field);
}
