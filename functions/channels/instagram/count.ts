/** Instagram: Meta names no unit, and no grapheme is shorter than one UTF-16 unit, so these are the larger of the two counts. */
import type { Count } from '../../../brand-guide/engine/channel.ts';
import { countIn } from '../count.ts';
import { readSpec } from '../spec.ts';
import data from './spec.json' with { type: 'json' };

export const instagramSpec = readSpec(data);

export function countInstagram(text: string, field?: string, spec = instagramSpec): Count {
  return countIn(spec, text, field);
}
