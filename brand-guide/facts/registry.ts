/** Every kind of fact that can be read so far; the others are stored and reported `unchecked`. */
import { code } from './code.ts';
import { date } from './date.ts';
import type { FactFinder } from './finder.ts';
import { name } from './names.ts';
import { percentage } from './percentage.ts';
import { phone } from './phone.ts';
import { price } from './price.ts';
import { quantity } from './quantity.ts';
import { time } from './time.ts';
import type { FactKind } from './types.ts';
import { url } from './url.ts';

/** In the order in which spans are claimed. */
export const FINDERS: readonly FactFinder[] = [
  url,
  code,
  name,
  phone,
  date,
  time,
  price,
  percentage,
  quantity,
];

const byKind = new Map<FactKind, FactFinder>(FINDERS.map((finder) => [finder.kind, finder]));

export const finderOf = (kind: FactKind): FactFinder | undefined => byKind.get(kind);
