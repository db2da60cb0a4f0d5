/** TikTok: UTF-16 units, as its documents say. */
import type { Count } from '../../../brand-guide/engine/channel.ts';
import { countIn } from '../count.ts';
import { readSpec } from '../spec.ts';
import data from './spec.json' with { type: 'json' };

export const tiktokSpec = readSpec(data);

export function countTikTok(text: string, field?: string, spec = tiktokSpec): Count {
  return countIn(spec, text, field);
}
