/** How much work backtracking from one place can be, proven from the tree alone: never too little, sometimes too much. */
import { NONE, unionOf, type CharSet } from './char-set.ts';
import { childrenOf, type Choice, type Node, type Repeat } from './node.ts';
import { backwards } from './backwards.ts';
import { edge, isNullable } from './shape.ts';

/** Grows as `factor` times the length of the text to the power of `degree`. */
interface Growth {
  readonly factor: number;
  readonly degree: number;
}

/** `ways`: how many ends a match can have from one start; `steps`: the work of trying them all. */
export interface Cost {
  readonly ways: Growth;
  readonly steps: Growth;
  /** Of a repetition: at every end but the last one of these follows, so only one end can be gone on from with another. */
  readonly repeats?: CharSet;
}

const ONCE: Growth = { factor: 1, degree: 0 };
const LINE: Growth = { factor: 1, degree: 1 };
const NEVER: Growth = { factor: 0, degree: 0 };
const ENDLESS: Growth = { factor: 1, degree: Infinity };
const UNIT: Cost = { ways: ONCE, steps: ONCE };
const HOPELESS: Cost = { ways: ENDLESS, steps: ENDLESS };

/** Past this a factor is worse than another loop over the text. */
const MOST = 4000;

const growth = (factor: number, degree: number): Growth =>
  factor > MOST ? { factor: 1, degree: degree + 2 } : { factor, degree };

const product = (a: Growth, b: Growth): Growth => growth(a.factor * b.factor, a.degree + b.degree);

const sum = (a: Growth, b: Growth): Growth => {
  if (a.degree !== b.degree) return a.degree > b.degree ? a : b;
  return growth(a.factor + b.factor, a.degree);
};

const greater = (a: Growth, b: Growth): Growth =>
  a.degree > b.degree || (a.degree === b.degree && a.factor >= b.factor) ? a : b;

const isSingle = ({ ways }: Cost): boolean => ways.degree === 0 && ways.factor <= 1;

const setsOf = (node: Node): readonly CharSet[] | undefined => {
  if (node.type === 'set') return [node.set];
  if (node.type === 'capture') return setsOf(node.body);
  if (node.type !== 'sequence') return undefined;
  const parts = node.items.map((item) =>
    item.type === 'look' || item.type === 'assertion' ? [] : setsOf(item),
  );
  return parts.every((part) => part !== undefined) ? parts.flat() : undefined;
};

/** Whether two alternatives can match at the same place. */
const canBothMatch = (a: Node, b: Node): boolean => {
  const [left, right] = [setsOf(a), setsOf(b)];
  if (!left || !right) return isNullable(a) || isNullable(b) || edge(a, 'first').meets(edge(b, 'first'));
  const shorter = Math.min(left.length, right.length);
  return left.slice(0, shorter).every((set, at) => set.meets(right[at] ?? NONE));
};

/** Beyond this the pairs are not looked at one by one. */
const MANY = 200;

const choiceCost = ({ items }: Choice, follow: CharSet): Cost => {
  const costs = items.map((item) => costOf(item, follow));
  const steps = costs.map((one) => one.steps).reduce(sum);
  const apart =
    items.length <= MANY &&
    items.every((item, at) => !items.slice(0, at).some((other) => canBothMatch(item, other)));
  const ways = costs.map((one) => one.ways);
  return { ways: apart ? ways.reduce(greater) : ways.reduce(sum), steps };
};

/** A look whose work grows with the text cannot be paid for by what the loop takes. */
const findsFar = (node: Node): boolean =>
  node.type === 'look' || node.type === 'atomic'
    ? costOf(node, NONE).steps.degree > 0
    : childrenOf(node).some(looksFar);

const farLooks = new WeakMap<Node, boolean>();

function looksFar(node: Node): boolean {
  const known = farLooks.get(node) ?? findsFar(node);
  farLooks.set(node, known);
  return known;
}

const severalTimes = ({ min, max }: Repeat, inner: Cost): Cost => {
  let [ways, steps, power]: [Growth, Growth, Growth] = [min === 0 ? ONCE : NEVER, ONCE, ONCE];
  for (let count = 1; count <= max && steps.degree < 3; count++) {
    steps = sum(steps, product(power, inner.steps));
    power = product(power, inner.ways);
    if (count >= min) ways = sum(ways, power);
  }
  return { ways, steps };
};

const repeatCost = (node: Repeat, follow: CharSet): Cost => {
  const { body, min, max } = node;
  const repeats = edge(body, 'first');
  const inner = costOf(body, max > 1 ? unionOf([repeats, follow]) : follow);
  if (max === Infinity) {
    if (isNullable(body) || !isSingle(inner) || inner.steps.degree > 1 || looksFar(body)) return HOPELESS;
    return { ways: LINE, steps: growth(inner.steps.factor, 1), repeats };
  }
  if (!isSingle(inner)) return severalTimes(node, inner);
  const steps = growth(inner.steps.factor * Math.max(1, max), inner.steps.degree);
  return { ways: growth(max - min + 1, 0), steps, repeats };
};

const sequenceCost = (items: readonly Node[], follow: CharSet): Cost => {
  let rest = UNIT;
  let next = follow;
  let farther = false;
  for (const item of items.toReversed()) {
    const one = costOf(item, next);
    const endsOnce = one.repeats !== undefined && !one.repeats.meets(next) && !farther;
    const ways = endsOnce ? ONCE : one.ways;
    const ends = sum(one.steps, one.ways);
    rest = { ways: product(ways, rest.ways), steps: sum(ends, product(ways, rest.steps)) };
    const first = edge(item, 'first');
    next =
      item.type === 'look' || item.type === 'assertion'
        ? restricted(item, next)
        : isNullable(item)
          ? unionOf([first, next])
          : first;
    farther = item.type === 'look' ? farther || one.steps.degree > 0 : farther && isNullable(item);
  }
  return rest;
};

/** What can come next once a look of one character ahead has agreed. */
const restricted = (item: Node, next: CharSet): CharSet => {
  if (item.type !== 'look' || item.behind || item.body.type !== 'set') return next;
  const allowed = item.negated ? item.body.set.inverted() : item.body.set;
  return unionOf([next.inverted(), allowed.inverted()]).inverted();
};

/** A look is over once it is answered; one behind runs backwards. */
const lookCost = (body: Node, behind: boolean): Cost => ({
  ways: ONCE,
  steps: costOf(behind ? backwards(body) : body, NONE).steps,
});

/** `follow`: every character that can come right behind. */
export function costOf(node: Node, follow: CharSet): Cost {
  switch (node.type) {
    case 'set':
    case 'assertion':
      return UNIT;
    case 'sequence':
      return sequenceCost(node.items, follow);
    case 'choice':
      return choiceCost(node, follow);
    case 'repeat':
      return repeatCost(node, follow);
    case 'capture':
      return costOf(node.body, follow);
    case 'atomic':
      return { ways: ONCE, steps: costOf(node.body, NONE).steps };
    case 'look':
      return lookCost(node.body, node.behind);
    case 'reference':
      return { ways: ONCE, steps: LINE };
  }
}
