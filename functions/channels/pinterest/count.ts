/** Pinterest: its interface's description names no unit, so a text is measured in UTF-16 units, the strictest one. */
import type { Count } from '../../../brand-guide/engine/channel.ts';
import { countIn } from '../count.ts';
import { readSpec } from '../spec.ts';
import data from './spec.json' with { type: 'json' };

export const pinterestSpec = readSpec(data);

export function countPinterest(text: string, field?: string, spec = pinterestSpec): Count {
  return countIn(spec, text, field);
}
