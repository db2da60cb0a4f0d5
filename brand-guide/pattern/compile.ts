/** Compiles patterns that people write, or says what is wrong with them and where. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { branchesOf } from './branches.ts';
import { PatternError } from './cursor.ts';
import { engineOf, finderFor, type Engine } from './engine.ts';
import { merged } from './merge.ts';
import { allMatches, nativeOf } from './native.ts';
import { parse, type Parsed } from './parse.ts';
import type { Compiled, Pattern, PatternFault, PatternOptions } from './pattern.ts';
import { referencesAreSound } from './references.ts';
import type { Finder } from './walk.ts';

/** A pattern with an engine for each of its alternatives, the earlier of which win at the same start. */
export interface Prepared {
  readonly groups: number;
  readonly engines: readonly Engine[];
}

const flagsOf = (options: PatternOptions) => ({
  ignoreCase: options.ignoreCase === true,
  multiline: options.multiline === true,
  dotAll: options.dotAll === true,
  extended: false,
  explicit: false,
});

const keyOf = (source: string, options: PatternOptions): string =>
  JSON.stringify([source, options.dialect ?? 'guide', Object.values(flagsOf(options))]);

/** The key of a pattern's verdict: 16 hexadecimal digits of a hash of the pattern with its options. */
export const patternHash = (source: string, options: PatternOptions = {}): string =>
  bytesToHex(sha256(utf8ToBytes(keyOf(source, options)))).slice(0, 16);

const fault = (message: string, at: number): PatternFault => ({ ok: false, message, at });

/** The tree of a pattern, or what is wrong with how it is written. */
export const readPattern = (source: string, options: PatternOptions = {}): Parsed | PatternFault => {
  try {
    const parsed = parse(source, options.dialect ?? 'guide', flagsOf(options));
    if (referencesAreSound(parsed.node)) return parsed;
    return fault(
      'It refers to a group that need not have matched: make that group come first, and always',
      0,
    );
  } catch (error) {
    if (error instanceof PatternError) return fault(error.message, error.at);
    throw error;
  }
};

const prepare = (
  source: string,
  options: PatternOptions,
  verdict: string | undefined,
): Prepared | PatternFault => {
  const parsed = readPattern(source, options);
  if ('ok' in parsed) return parsed;
  if (verdict?.startsWith('refused: ')) return fault(verdict.slice('refused: '.length), 0);
  const engines: Engine[] = [];
  for (const branch of branchesOf(parsed.node)) {
    const engine = engineOf(branch, parsed.groups, verdict === 'linear');
    if (typeof engine === 'string') return fault(engine, 0);
    engines.push(engine);
  }
  return { groups: parsed.groups, engines };
};

const MOST = 4096;
const known = new Map<string, Prepared | PatternFault>();

/**
 * Remembered: a guide is tried, and then compiled for every place that it holds in.
 * @returns the engines, or a fault where the pattern is badly written or none may run it.
 */
export const preparePattern = (source: string, options: PatternOptions = {}): Prepared | PatternFault => {
  const { verdicts = {} } = options;
  const isProven = Object.keys(verdicts).length > 0;
  const verdict = isProven ? verdicts[patternHash(source, options)] : undefined;
  const key = `${verdict ?? ''}\n${keyOf(source, options)}`;
  const before = known.get(key);
  if (before) return before;
  const prepared = prepare(source, options, verdict);
  if (known.size >= MOST) known.clear();
  known.set(key, prepared);
  return prepared;
};

type FinderOf = (text: string) => Finder;

/** Neighbours that are proven share one expression. */
const findersOf = ({ engines, groups }: Prepared): readonly FinderOf[] => {
  const finders: FinderOf[] = [];
  let proven: Engine[] = [];
  const close = (): void => {
    if (proven.length > 0) {
      const native = nativeOf(proven, groups);
      finders.push((text) => native.finder(text));
    }
    proven = [];
  };
  for (const engine of engines) {
    if (engine.isLinear) proven.push(engine);
    else {
      close();
      finders.push((text) => finderFor(engine, text));
    }
  }
  close();
  return finders;
};

/** Synchronous; a pattern that no engine may run for any text is refused. */
export const compilePattern = (source: string, options: PatternOptions = {}): Compiled => {
  const prepared = preparePattern(source, options);
  if ('ok' in prepared) return prepared;
  const finders = findersOf(prepared);
  const finderOf = (text: string): Finder => merged(finders.map((finder) => finder(text)));
  const pattern: Pattern = {
    source,
    matches: (text) => allMatches(finderOf(text), text),
    test: (text) => finderOf(text).next(0) !== undefined,
  };
  return { ok: true, pattern };
};
