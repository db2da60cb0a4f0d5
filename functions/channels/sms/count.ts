/** SMS: measured in the encoding it is sent in, against what one segment carries. */
import type { Count } from '../../../brand-guide/engine/channel.ts';
import { readSpec } from '../spec.ts';
import { CAPACITY, segments } from './segments.ts';
import data from './spec.json' with { type: 'json' };

export const smsSpec = readSpec(data);

export const segmentsOfSms = (text: string): number => segments(text).segments.length;

export function countSms(text: string): Count {
  const { encoding, length } = segments(text);
  const limit = CAPACITY[encoding].single;
  return { length, limit, unit: encoding === 'GSM-7' ? 'septets' : 'UTF-16 units', fits: length <= limit };
}
