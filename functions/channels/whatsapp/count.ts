/** WhatsApp: the description of its interface names no unit, so a text is measured in UTF-16 units, the strictest one. */
import type { Count } from '../../../brand-guide/engine/channel.ts';
import { countIn } from '../count.ts';
import { readSpec } from '../spec.ts';
import data from './spec.json' with { type: 'json' };

export const whatsappSpec = readSpec(data);

export function countWhatsApp(text: string, field?: string, spec = whatsappSpec): Count {
  return countIn(spec, text, field);
}
