/** Push notification: what a lock screen shows of each part. */
import type { Count } from '../../../brand-guide/engine/channel.ts';
import { countIn } from '../count.ts';
import { readSpec } from '../spec.ts';
import data from './spec.json' with { type: 'json' };

export const pushSpec = readSpec(data);

export function countPush(text: string, field?: string, spec = pushSpec): Count {
  return countIn(spec, text, field);
}
