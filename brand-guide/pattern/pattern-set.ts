/** Runs many patterns over a text at once: one pass finds their literals, and a pattern is run only where one of its own stands. */
import { preparePattern } from './compile.ts';
import { finderFor, type Engine } from './engine.ts';
import { literalIndex, type Place } from './literal-index.ts';
import { needsOf, type Needed } from './literals.ts';
import { merged } from './merge.ts';
import { allMatches } from './native.ts';
import type { PatternFault, PatternMatch, PatternOptions } from './pattern.ts';
import { matcherAt, windowFinder, type MatchAt } from './window.ts';
import type { Finder } from './walk.ts';

export interface SetEntry<Key> {
  readonly key: Key;
  readonly source: string;
  readonly options?: PatternOptions;
}

export interface PatternSet<Key> {
  /** The patterns that could not be compiled, by key; they find nothing. */
  readonly faults: ReadonlyMap<Key, PatternFault>;
  /** What each pattern alone would find, in its order; patterns that find nothing are left out. */
  readonly scan: (text: string) => Map<Key, PatternMatch[]>;
}

interface Member<Key> {
  readonly key: Key;
  /** Numbers of alternatives, the earlier of which win. */
  readonly alternatives: readonly number[];
}

const HOW_FAR = 64;

const isNear = ({ most }: Needed): boolean => most <= HOW_FAR;

interface Alternative {
  readonly engine: Engine;
  readonly needed: readonly Needed[] | undefined;
  readonly isNear: boolean;
  readonly matchAt: MatchAt;
}

const alternativeOf = (engine: Engine, groups: number): Alternative => {
  const needed = needsOf(engine.node);
  const near = needed?.every(isNear) === true && !engine.run;
  return { engine, needed, isNear: near, matchAt: matcherAt(engine.node, groups, engine.native) };
};

const finderOf = (
  { engine, needed, isNear: near, matchAt }: Alternative,
  text: string,
  places: readonly Place[] | undefined,
): Finder | undefined => {
  if (!needed) return finderFor(engine, text);
  if (!places) return undefined;
  return near && engine.mayRunNative(text) ? windowFinder(matchAt, text, places) : finderFor(engine, text);
};

class Scanned<Key> implements PatternSet<Key> {
  readonly faults: ReadonlyMap<Key, PatternFault>;
  private readonly members: readonly Member<Key>[];
  private readonly alternatives: readonly Alternative[];
  private readonly index;
  /** By the number of an alternative, the number of the pattern that it is of. */
  private readonly owners: Int32Array;
  /** Those that no literal announces. */
  private readonly always: readonly number[];

  constructor(
    members: readonly Member<Key>[],
    alternatives: readonly Alternative[],
    faults: ReadonlyMap<Key, PatternFault>,
  ) {
    this.members = members;
    this.alternatives = alternatives;
    this.faults = faults;
    this.owners = new Int32Array(alternatives.length);
    members.forEach((member, at) => {
      for (const alternative of member.alternatives) this.owners[alternative] = at;
    });
    const needs = alternatives.flatMap(({ needed }, at) => (needed ? [[at, needed] as const] : []));
    this.index = literalIndex(new Map(needs));
    this.always = alternatives.flatMap(({ needed }, at) => (needed ? [] : [at]));
  }

  scan(text: string): Map<Key, PatternMatch[]> {
    const places = this.index.places(text);
    const all = new Map<Key, PatternMatch[]>();
    const active = new Map<number, Finder[]>();
    for (const at of [...this.always, ...places.keys()].toSorted((a, b) => a - b)) {
      const alternative = this.alternatives[at];
      const finder = alternative && finderOf(alternative, text, places.get(at));
      if (!finder) continue;
      const owner = this.owners[at] ?? 0;
      const known = active.get(owner);
      if (known) known.push(finder);
      else active.set(owner, [finder]);
    }
    for (const [owner, finders] of active) {
      const member = this.members[owner];
      const found = [...allMatches(merged(finders), text)];
      if (member && found.length > 0) all.set(member.key, found);
    }
    return all;
  }
}

export const patternSet = <Key>(patterns: readonly SetEntry<Key>[]): PatternSet<Key> => {
  const members: Member<Key>[] = [];
  const alternatives: Alternative[] = [];
  const faults = new Map<Key, PatternFault>();
  for (const { key, source, options } of patterns) {
    const prepared = preparePattern(source, options);
    if ('ok' in prepared) faults.set(key, prepared);
    else {
      const from = alternatives.length;
      alternatives.push(...prepared.engines.map((engine) => alternativeOf(engine, prepared.groups)));
      members.push({ key, alternatives: prepared.engines.map((_, at) => from + at) });
    }
  }
  return new Scanned(members, alternatives, faults);
};
