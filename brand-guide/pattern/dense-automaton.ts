/** Aho and Corasick's automaton with every step worked out beforehand: the fastest where the literals are not too many. */
import { automatonOf } from '../engine/automaton.ts';
import { foldUnits, variantsOf } from './letter-variants.ts';

/** Calls `found(literal, end)` for every literal that stands in a text in any case; `end` is exclusive. */
export type Scan = (text: string, found: (literal: number, end: number) => void) => void;

/** Steps in the table, 4 bytes each. */
const MOST_STEPS = 4_000_000;

/** Numbers the characters of the literals; 0 is every other one. */
const classesOf = (
  literals: readonly string[],
): { readonly classes: Uint16Array; readonly count: number } => {
  const classes = new Uint16Array(0x10000);
  let count = 1;
  for (const literal of literals)
    for (let at = 0; at < literal.length; at++) {
      const unit = literal.charCodeAt(at);
      if (classes[unit] !== 0) continue;
      const isSurrogate = unit >= 0xd800 && unit < 0xe000;
      for (const variant of isSurrogate ? [unit] : variantsOf(unit))
        if (variant < 0x10000) classes[variant] = count;
      count++;
    }
  return { classes, count };
};

interface Trie {
  readonly table: Int32Array;
  readonly size: number;
  /** The literals that end in a state. */
  readonly ends: number[][];
}

const trieOf = (literals: readonly string[], classes: Uint16Array, count: number, most: number): Trie => {
  const table = new Int32Array(most * count);
  const ends: number[][] = [[]];
  literals.forEach((literal, index) => {
    let state = 0;
    for (let at = 0; at < literal.length; at++) {
      const step = state * count + (classes[literal.charCodeAt(at)] ?? 0);
      if (table[step] === 0) table[step] = ends.push([]) - 1;
      state = table[step] ?? 0;
    }
    ends[state]?.push(index);
  });
  return { table, size: ends.length, ends };
};

/** Fills in where a state goes on when its own literal does not. */
const link = ({ table, size, ends }: Trie, count: number): void => {
  const fallback = new Int32Array(size);
  const queue = [0];
  for (let head = 0; head < queue.length; head++) {
    const state = queue[head] ?? 0;
    const back = fallback[state] ?? 0;
    if (state !== 0) ends[state]?.push(...(ends[back] ?? []));
    for (let kind = 0; kind < count; kind++) {
      const next = table[state * count + kind] ?? 0;
      const other = state === 0 ? 0 : (table[back * count + kind] ?? 0);
      if (next === 0) table[state * count + kind] = other;
      else {
        fallback[next] = other;
        queue.push(next);
      }
    }
  }
};

const denseScan = (literals: readonly string[], most: number, classes: Uint16Array, count: number): Scan => {
  const trie = trieOf(literals, classes, count, most);
  link(trie, count);
  const { ends } = trie;
  const table = trie.table.slice(0, trie.size * count);
  const hasEnds = Uint8Array.from(ends, (one) => (one.length > 0 ? 1 : 0));
  return (text, found) => {
    let state = 0;
    for (let at = 0; at < text.length; at++) {
      state = table[state * count + (classes[text.charCodeAt(at)] ?? 0)] ?? 0;
      if (hasEnds[state] === 1) for (const literal of ends[state] ?? []) found(literal, at + 1);
    }
  };
};

/** `literals` are folded unit by unit, none is empty and none is there twice. */
export const scanFor = (literals: readonly string[]): Scan => {
  const most = literals.reduce((sum, literal) => sum + literal.length, 1);
  const { classes, count } = classesOf(literals);
  if (most * count <= MOST_STEPS) return denseScan(literals, most, classes, count);
  const automaton = automatonOf(literals);
  return (text, found) => automaton.run(foldUnits(text), text.length, found);
};
