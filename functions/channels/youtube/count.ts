/** YouTube: a description is measured in UTF-8 bytes, a title in characters. */
import type { Count } from '../../../brand-guide/engine/channel.ts';
import { countIn } from '../count.ts';
import { readSpec } from '../spec.ts';
import data from './spec.json' with { type: 'json' };

export const youtubeSpec = readSpec(data);

export function countYouTube(text: string, field?: string, spec = youtubeSpec): Count {
  return countIn(spec, text, field);
}
