/** Facebook: the figure comes without a unit, so a post is measured in UTF-16 units, the stricter one. */
import type { Count } from '../../../brand-guide/engine/channel.ts';
import { countIn } from '../count.ts';
import { readSpec } from '../spec.ts';
import data from './spec.json' with { type: 'json' };

export const facebookSpec = readSpec(data);

export function countFacebook(text: string, field?: string, spec = facebookSpec): Count {
  return countIn(spec, text, field);
}
