/** LinkedIn: no document names the unit, so UTF-16 units, the strictest, of the text without its escaping. */
import type { Count } from '../../../brand-guide/engine/channel.ts';
import { countIn } from '../count.ts';
import { readSpec } from '../spec.ts';
import { shownText } from './little-text.ts';
import data from './spec.json' with { type: 'json' };

export const linkedinSpec = readSpec(data);

export function countLinkedIn(text: string, field?: string, spec = linkedinSpec): Count {
  return countIn(spec, text, field, (one) => shownText(one).length);
}
