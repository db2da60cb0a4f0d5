/** E-mail: UTF-8 bytes; a subject by its longest line, since header lines are what the standard bounds. */
import { fieldOf } from '../../../brand-guide/engine/channel-field.ts';
import type { Count } from '../../../brand-guide/engine/channel.ts';
import { countAgainst, countIn } from '../count.ts';
import { utf8Bytes } from '../measure.ts';
import { readSpec } from '../spec.ts';
import data from './spec.json' with { type: 'json' };

export const emailSpec = readSpec(data);

export function countEmail(text: string, field?: string, spec = emailSpec): Count {
  if (fieldOf(spec, field).name !== 'subject') return countIn(spec, text, field);
  const lines = text.split(/\r\n|\r|\n/u).map(utf8Bytes);
  return countAgainst(spec, Math.max(...lines), field);
}
