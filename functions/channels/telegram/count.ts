/** Telegram: UTF-16 units of the text that is left once its entities are parsed. */
import type { Count } from '../../../brand-guide/engine/channel.ts';
import { countIn } from '../count.ts';
import { readSpec } from '../spec.ts';
import { parseEntities } from './entities.ts';
import data from './spec.json' with { type: 'json' };

export const telegramSpec = readSpec(data);

export function countTelegram(text: string, field?: string, spec = telegramSpec): Count {
  return countIn(spec, text, field, (one) => parseEntities(one).text.length);
}
