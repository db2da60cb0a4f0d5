/** Threads: characters, save that an emoji counts as its UTF-8 bytes. */
import type { Count } from '../../../brand-guide/engine/channel.ts';
import { countIn } from '../count.ts';
import { withEmojiAsBytes } from '../measure.ts';
import { readSpec } from '../spec.ts';
import data from './spec.json' with { type: 'json' };

export const threadsSpec = readSpec(data);

export function countThreads(text: string, field?: string, spec = threadsSpec): Count {
  return countIn(spec, text, field, withEmojiAsBytes);
}
