/** In which order a channel tells: one for all, or, where the guide asks channels to differ, one of its own. */
import { remembered } from '../../../brand-guide/engine/remembered.ts';
import type { Brief } from '../brief.ts';
import manners from '../data/manners.json' with { type: 'json' };
import type { Unit } from './unit.ts';

interface Manner {
  readonly channel: string;
  /** As the channel would tell where no other has that order; unknown names are left out. */
  readonly order: readonly string[];
  /** Its hook is read first, for it stands in a part of its own. */
  readonly titled?: boolean;
}

/** By length class; those that choose first stand first. */
const MANNERS: Readonly<Record<string, readonly Manner[]>> = { short: manners.short, long: manners.long };
/** So many pieces have more orders than a length class has channels. */
const PIECES = 4;

export const takesEmoji = ({ input }: Brief): boolean => manners.emoji.includes(input.channel.spec.id);

/**
 * The orders in which the channel may tell the units, its own first, where the guide asks for it; else as they are given, which
 * is the usual order. No other channel of its class may tell the same units in one of them, if there are four or more.
 */
export function ordersFor(
  { input: { channel, guide } }: Brief,
  units: readonly Unit[],
): readonly (readonly Unit[])[] {
  const { id, lengthClass } = channel.spec;
  const rank = MANNERS[lengthClass]?.findIndex((one) => one.channel === id) ?? -1;
  if (guide.consistency?.differ !== true || rank < 0) return [units];
  const pieces = piecesOf(units);
  const blocks = pieces.flatMap(([unit]) => unit?.block ?? []);
  const orders = ordersOf([lengthClass, ...blocks].join(' '))[rank] ?? [];
  return orders.map((order) => order.flatMap((place) => pieces[place] ?? []));
}

/** The blocks; where they are fewer than four, the longest gives its first unit away as a piece of its own. */
function piecesOf(units: readonly Unit[]): readonly (readonly Unit[])[] {
  const pieces: Unit[][] = [];
  for (const unit of units) {
    const last = pieces.at(-1);
    if (last?.[0]?.block === unit.block) last.push(unit);
    else pieces.push([unit]);
  }
  while (pieces.length < PIECES) {
    const longest = pieces.reduce((one, other) => (other.length > one.length ? other : one), []);
    if (longest.length < 2) break;
    pieces.splice(pieces.indexOf(longest), 1, longest.slice(0, 1), longest.slice(1));
  }
  return pieces;
}

type Order = readonly number[];

/** How many orders a channel may have to itself, for where "see more" would cut what the first of them opens with. */
const ROUNDS = 3;

/** For each channel of the class its orders of such blocks: the best that no other has; if there are none, one that few have. */
const ordersOf = remembered((key: string): readonly (readonly Order[])[] => {
  const [lengthClass = '', ...blocks] = key.split(' ');
  const channels = (MANNERS[lengthClass] ?? []).map((manner) => ({ manner, orders: [] as Order[] }));
  const all = permutations(blocks.map((_, place) => place));
  const taken = new Map<Order, number>();
  const times = (order: Order): number => taken.get(order) ?? 0;
  for (let round = 0; round < ROUNDS; round++)
    for (const { manner, orders } of channels) {
      const open = manner.titled === true ? all.filter(([first]) => first === 0) : all;
      const [best] = open.toSorted(
        (one, other) =>
          times(one) - times(other) ||
          oddness(one, blocks) - oddness(other, blocks) ||
          distance(one, blocks, manner) - distance(other, blocks, manner),
      );
      if (best === undefined || (round > 0 && times(best) > 0)) continue;
      taken.set(best, times(best) + 1);
      orders.push(best);
    }
  return channels.map(({ orders }) => orders);
});

function permutations(places: Order): readonly Order[] {
  if (places.length < 2) return [places];
  return places.flatMap((place) =>
    permutations(places.filter((other) => other !== place)).map((rest) => [place, ...rest]),
  );
}

const pairsOf = (order: Order): readonly (readonly [number, number])[] =>
  order.flatMap((one, index) => order.slice(index + 1).map((other) => [one, other] as const));

const BACKWARDS = 4;
const LATE_HOOK = 3;
const LIST_FIRST = 3;

/** How far an order is from one that people would choose: a story told backwards, a late hook, a list first, a block in two. */
function oddness(order: Order, blocks: readonly string[]): number {
  const backwards = pairsOf(order).filter(([one, other]) => blocks[one] === blocks[other] && one > other);
  const late = Math.max(0, order.findIndex((place) => blocks[place] === 'hook') - 1);
  const runs = order.filter((place, index) => blocks[place] !== blocks[order[index - 1] ?? -1]).length;
  const list = blocks[order[0] ?? -1] === 'details' ? LIST_FIRST : 0;
  return BACKWARDS * backwards.length + LATE_HOOK * late + list + runs - new Set(blocks).size;
}

/** How many pairs of blocks stand otherwise than the channel would have them. */
function distance(order: Order, blocks: readonly string[], { order: wish }: Manner): number {
  const wished = (place: number): number => wish.indexOf(blocks[place] ?? '');
  return pairsOf(order).filter(([one, other]) => wished(one) > wished(other)).length;
}
