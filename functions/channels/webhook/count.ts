/** Webhook: takes whatever is sent; the length is told in characters as people count them. */
import type { Count } from '../../../brand-guide/engine/channel.ts';
import { countIn } from '../count.ts';
import { readSpec } from '../spec.ts';
import data from './spec.json' with { type: 'json' };

export const webhookSpec = readSpec(data);

export function countWebhook(text: string, field?: string, spec = webhookSpec): Count {
  return countIn(spec, text, field);
}
