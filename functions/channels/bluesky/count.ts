/** Bluesky: 300 graphemes and 3,000 UTF-8 bytes; what a link shows counts in full. */
import type { Count } from '../../../brand-guide/engine/channel.ts';
import { countIn } from '../count.ts';
import { readSpec } from '../spec.ts';
import data from './spec.json' with { type: 'json' };

export const blueskySpec = readSpec(data);

export function countBluesky(text: string, field?: string, spec = blueskySpec): Count {
  return countIn(spec, text, field);
}
