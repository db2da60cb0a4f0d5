/** The literals of which every match of a tree must hold one, and where in the match: what is scanned for before a pattern is run. */
import type { CharSet } from './char-set.ts';
import { foldUnit } from './letter-variants.ts';
import type { Node } from './node.ts';
import { isNullable, width } from './shape.ts';

/** `text` is folded unit by unit. A match begins between `most` and `least` UTF-16 units before it; `most` may be Infinity. */
export interface Needed {
  readonly text: string;
  readonly least: number;
  readonly most: number;
}

const MOST_TEXTS = 100;
const MOST_VARIANTS = 8;
const LONGEST = 60;

const foldText = (point: number): string => {
  const text = String.fromCodePoint(point);
  return point > 0xffff ? text : String.fromCharCode(foldUnit(point));
};

const setTexts = (set: CharSet): readonly string[] | undefined =>
  set.ranges.length > MOST_VARIANTS * 2 || set.size > MOST_VARIANTS
    ? undefined
    : [...new Set(set.points().map(foldText))];

/** `null` where there are too many: what is looked up once is kept. */
const kept = new WeakMap<CharSet | Node, readonly string[] | null>();

const remembered = (
  key: CharSet | Node,
  find: () => readonly string[] | undefined,
): readonly string[] | undefined => {
  const known = kept.get(key);
  if (known !== undefined) return known ?? undefined;
  const found = find();
  kept.set(key, found ?? null);
  return found;
};

const crossed = (a: readonly string[], b: readonly string[] | undefined): readonly string[] | undefined => {
  if (!b || a.length * b.length > MOST_TEXTS) return undefined;
  const [left = '', right = ''] = [a[0], b[0]];
  if (a.length * b.length === 1) return left.length + right.length > LONGEST ? undefined : [left + right];
  const all = a.flatMap((one) => b.map((other) => one + other));
  return all.some((text) => text.length > LONGEST) ? undefined : [...new Set(all)];
};

const findTexts = (node: Node): readonly string[] | undefined => {
  switch (node.type) {
    case 'set':
      return remembered(node.set, () => setTexts(node.set));
    case 'sequence': {
      let texts: readonly string[] | undefined = [''];
      for (const item of node.items) texts = texts && crossed(texts, textsOf(item));
      return texts;
    }
    case 'choice': {
      const all = node.items.map(textsOf);
      const texts = all.every((one) => one !== undefined) ? all.flat() : undefined;
      return texts && texts.length <= MOST_TEXTS ? texts : undefined;
    }
    case 'repeat':
      return repeatedTexts(textsOf(node.body), node.min, node.max);
    case 'capture':
    case 'atomic':
      return textsOf(node.body);
    case 'assertion':
    case 'look':
      return [''];
    case 'reference':
      return undefined;
  }
};

const repeatedTexts = (
  body: readonly string[] | undefined,
  min: number,
  max: number,
): readonly string[] | undefined => {
  if (!body || max > 4) return undefined;
  let power: readonly string[] | undefined = [''];
  const all: string[] = min === 0 ? [''] : [];
  for (let count = 1; count <= max && power; count++) {
    power = crossed(power, body);
    if (power && count >= min) all.push(...power);
  }
  return power && all.length <= MOST_TEXTS ? [...new Set(all)] : undefined;
};

/** Every folded text that a tree can match; undefined where there are too many. */
function textsOf(node: Node): readonly string[] | undefined {
  return node.type === 'set' ? findTexts(node) : remembered(node, () => findTexts(node));
}

const PLAIN = /[\p{L}\p{Nd}]/u;

/** How seldom a text is met: letters are common, punctuation is less so, a space is everywhere. */
const weight = (text: string): number => {
  let sum = 0;
  for (const character of text) {
    sum += PLAIN.test(character) ? 1 : character === ' ' ? 0.3 : 1.7;
    if (sum > 6) return sum;
  }
  return sum;
};

/** Below this a literal is met so often that looking for it saves nothing. */
const ENOUGH = 1.6;

const score = (needed: readonly Needed[] | undefined): number => {
  if (!needed || needed.length === 0) return 0;
  const rarest = Math.min(...needed.map(({ text }) => weight(text)));
  const bounded = needed.every(({ most }) => most < Infinity);
  return rarest < ENOUGH ? 0 : Math.min(rarest, 6) + (bounded ? 3 : 0);
};

const better = (
  a: readonly Needed[] | undefined,
  b: readonly Needed[] | undefined,
): readonly Needed[] | undefined => (score(b) > score(a) ? b : a);

/** The literals of the items of a sequence, neighbours taken together as far as they go. */
const sequenceNeeds = (items: readonly Node[]): readonly Needed[] | undefined => {
  let best: readonly Needed[] | undefined;
  let [least, most] = [0, 0];
  let run: { readonly texts: readonly string[]; readonly least: number; readonly most: number } | undefined;
  for (const item of items) {
    const texts = textsOf(item);
    const joined = run && crossed(run.texts, texts);
    if (run && joined) run = { ...run, texts: joined };
    else run = texts && { texts, least, most };
    const from = run;
    best = better(
      best,
      from?.texts.map((text) => ({ text, least: from.least, most: from.most })),
    );
    if (!texts)
      best = better(
        best,
        needsOf(item)?.map((one) => moved(one, least, most)),
      );
    const { min, max } = width(item);
    least += min;
    most += max * 2;
  }
  return best;
};

const moved = (one: Needed, least: number, most: number): Needed => ({
  text: one.text,
  least: one.least + least,
  most: one.most + most,
});

/** Undefined where nothing worth scanning for is needed. */
export function needsOf(node: Node): readonly Needed[] | undefined {
  if (isNullable(node)) return undefined;
  switch (node.type) {
    case 'sequence':
      return sequenceNeeds(node.items);
    case 'choice': {
      const all = node.items.map(needsOf);
      const needed = all.every((one) => one !== undefined) ? all.flat() : undefined;
      return needed && needed.length <= MOST_TEXTS ? needed : undefined;
    }
    case 'repeat':
    case 'capture':
    case 'atomic':
      return needsOf(node.body);
    case 'set':
      return better(
        undefined,
        textsOf(node)?.map((text) => ({ text, least: 0, most: 0 })),
      );
    case 'assertion':
    case 'look':
    case 'reference':
      return undefined;
  }
}
