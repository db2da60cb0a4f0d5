/** In-store sign: read in passing, so it is measured in words. */
import type { Count } from '../../../brand-guide/engine/channel.ts';
import { countIn } from '../count.ts';
import { readSpec } from '../spec.ts';
import data from './spec.json' with { type: 'json' };

export const inStoreSignSpec = readSpec(data);

export function countInStoreSign(text: string, field?: string, spec = inStoreSignSpec): Count {
  return countIn(spec, text, field);
}
