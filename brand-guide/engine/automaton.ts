/** An Aho–Corasick automaton over UTF-16 units: all patterns in one pass, in time linear in the text. */

export interface Automaton {
  /** Calls `found(pattern, end)` for every occurrence of every pattern; `end` is exclusive. */
  readonly run: (units: Uint16Array, length: number, found: (pattern: number, end: number) => void) => void;
}

const EMPTY = -1;

/** Trie edges in one open-addressed table keyed by node and symbol: no object per node. */
class Edges {
  private readonly keys: Float64Array;
  private readonly nodes: Int32Array;

  /** `most`: edges at most. */
  constructor(most: number) {
    const size = 2 ** Math.ceil(Math.log2(most * 2 + 1));
    this.keys = new Float64Array(size).fill(EMPTY);
    this.nodes = new Int32Array(size);
  }

  get(node: number, unit: number): number {
    const key = node * 0x10000 + unit;
    const mask = this.keys.length - 1;
    for (let slot = this.slotOf(key, mask); ; slot = (slot + 1) & mask) {
      const found = this.keys[slot];
      if (found === key) return this.nodes[slot] ?? EMPTY;
      if (found === EMPTY) return EMPTY;
    }
  }

  set(node: number, unit: number, child: number): void {
    const key = node * 0x10000 + unit;
    const mask = this.keys.length - 1;
    let slot = this.slotOf(key, mask);
    while (this.keys[slot] !== EMPTY) slot = (slot + 1) & mask;
    this.keys[slot] = key;
    this.nodes[slot] = child;
  }

  private slotOf(key: number, mask: number): number {
    const mixed = Math.imul(key | 0, 0x9e3779b1) ^ Math.imul((key / 0x10000) | 0, 0x85ebca6b);
    return (mixed ^ (mixed >>> 15)) & mask;
  }
}

interface Trie {
  readonly edges: Edges;
  readonly parents: number[];
  readonly units: number[];
  /** Patterns that end at a node. */
  readonly ends: Map<number, number[]>;
}

function buildTrie(patterns: readonly string[]): Trie {
  const most = patterns.reduce((sum, pattern) => sum + pattern.length, 0);
  const trie: Trie = { edges: new Edges(most), parents: [0], units: [0], ends: new Map() };
  patterns.forEach((pattern, index) => {
    let node = 0;
    for (let at = 0; at < pattern.length; at++) {
      const unit = pattern.charCodeAt(at);
      let child = trie.edges.get(node, unit);
      if (child === EMPTY) {
        child = trie.parents.length;
        trie.parents.push(node);
        trie.units.push(unit);
        trie.edges.set(node, unit, child);
      }
      node = child;
    }
    const ends = trie.ends.get(node);
    if (ends) ends.push(index);
    else if (pattern.length > 0) trie.ends.set(node, [index]);
  });
  return trie;
}

/** Nodes by depth, so that every link points at a node already linked. */
function byDepth({ parents }: Trie): Int32Array {
  const depths = new Int32Array(parents.length);
  const next: number[] = [0, 1];
  for (let node = 1; node < parents.length; node++) {
    const depth = (depths[parents[node] ?? 0] ?? 0) + 1;
    depths[node] = depth;
    next[depth + 1] = (next[depth + 1] ?? 0) + 1;
  }
  for (let depth = 1; depth < next.length; depth++) next[depth] = (next[depth] ?? 0) + (next[depth - 1] ?? 0);
  const ordered = new Int32Array(parents.length);
  depths.forEach((depth, node) => {
    const at = next[depth] ?? 0;
    ordered[at] = node;
    next[depth] = at + 1;
  });
  return ordered;
}

/** `fail`: the longest proper suffix that is a node; `output`: the nearest of those where a pattern ends. */
function link(trie: Trie): { fail: Int32Array; output: Int32Array } {
  const fail = new Int32Array(trie.parents.length);
  const output = new Int32Array(trie.parents.length);
  for (const node of byDepth(trie)) {
    const parent = trie.parents[node] ?? 0;
    if (node === 0) continue;
    let state = fail[parent] ?? 0;
    const unit = trie.units[node] ?? 0;
    if (parent !== 0) {
      while (state !== 0 && trie.edges.get(state, unit) === EMPTY) state = fail[state] ?? 0;
      fail[node] = Math.max(0, trie.edges.get(state, unit));
    }
    const suffix = fail[node] ?? 0;
    output[node] = trie.ends.has(suffix) ? suffix : (output[suffix] ?? 0);
  }
  return { fail, output };
}

/** Patterns and texts must be folded alike. An empty pattern is never found. */
export function automatonOf(patterns: readonly string[]): Automaton {
  const trie = buildTrie(patterns);
  const { fail, output } = link(trie);
  const hasEnds = Uint8Array.from(trie.parents, (_, node) => (trie.ends.has(node) ? 1 : 0));
  const first = new Int32Array(0x10000);
  for (let node = 1; node < trie.parents.length; node++) {
    if (trie.parents[node] === 0) first[trie.units[node] ?? 0] = node;
  }
  const step = (from: number, unit: number): number => {
    let state = from;
    while (state !== 0) {
      const next = trie.edges.get(state, unit);
      if (next !== EMPTY) return next;
      state = fail[state] ?? 0;
    }
    return first[unit] ?? 0;
  };
  return {
    run: (units, length, found) => {
      let state = 0;
      for (let at = 0; at < length; at++) {
        state = step(state, units[at] ?? 0);
        let node = hasEnds[state] === 1 ? state : (output[state] ?? 0);
        for (; node !== 0; node = output[node] ?? 0) {
          for (const pattern of trie.ends.get(node) ?? []) found(pattern, at + 1);
        }
      }
    },
  };
}
