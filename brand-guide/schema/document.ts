/** Reads the YAML and JSON files that people edit, and remembers where each value stands. */
import { LineCounter, isMap, isNode, isScalar, isSeq, parseDocument as parseYaml } from 'yaml';
import type { Document, Node } from 'yaml';
import { describeErrors } from './document-errors.ts';
import { faultsOf } from './document-faults.ts';
import { readablePath } from './document-problem.ts';
import type { DocumentProblem, LocalProblem, Path } from './document-problem.ts';
import type { Validator } from './document-errors.ts';
import { listProblems } from './document-lists.ts';
import { jsonValue } from './json-value.ts';
import { yamlValue } from './yaml-value.ts';

export type { DocumentProblem };

export interface ParsedDocument {
  /** Plain data; undefined where the source cannot be read at all. */
  readonly value: unknown;
  /** What already went wrong in reading: syntax, duplicate keys, runaway aliases, no mapping at the root. */
  readonly problems: readonly DocumentProblem[];
  /** A scalar exactly as written, without quotes: `89.00`, which the value has as 89. */
  readonly sourceOf: (path: Path) => string | undefined;
  /** Gives a problem its line and column. */
  readonly locate: (problem: LocalProblem) => DocumentProblem;
}

const LONGEST = 4_000_000;
const MAX_ALIASES = 100;
const DEEPEST = 200;

function pairAt(node: unknown, key: string | number): { key: unknown; value: unknown } | undefined {
  if (isMap(node))
    return node.items.find((pair) => String(isScalar(pair.key) ? pair.key.value : pair.key) === String(key));
  if (isSeq(node) && typeof key === 'number') return { key: node.items[key], value: node.items[key] };
  return undefined;
}

/** The node of a path, or the nearest one above it that exists. */
function nodeAt(document: Document, path: Path, wantKey: boolean): Node | null {
  let node: Node | null = document.contents;
  for (const [at, step] of path.entries()) {
    const pair = pairAt(node, step);
    const last = at === path.length - 1;
    const next = last && wantKey ? pair?.key : (pair?.value ?? pair?.key);
    if (!isNode(next)) break;
    node = next;
  }
  return node;
}

function refused(message: string): ParsedDocument {
  const problem = { path: '', line: 1, column: 1, message };
  return { value: undefined, problems: [problem], sourceOf: () => undefined, locate: () => problem };
}

function plainValue(document: Document): { value: unknown; message?: string } {
  try {
    return { value: document.toJS({ maxAliasCount: MAX_ALIASES }) };
  } catch (error) {
    if (error instanceof ReferenceError)
      return { value: undefined, message: 'its aliases expand to too much data' };
    throw error;
  }
}

function readYaml(source: string): ParsedDocument {
  const lines = new LineCounter();
  const options = { schema: 'core', lineCounter: lines, prettyErrors: false, uniqueKeys: false } as const;
  const document = parseYaml(source, options);
  const placeAt = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const locate = (problem: LocalProblem): DocumentProblem => ({
    path: readablePath(problem.path),
    ...placeAt(nodeAt(document, problem.path, problem.key ?? false)?.range?.[0] ?? 0),
    message: problem.message,
  });
  const problems = faultsOf(document).map(({ at, message }) => ({ path: '', ...placeAt(at), message }));
  const plain: { value: unknown; message?: string } =
    problems.length > 0 ? { value: undefined } : plainValue(document);
  if (plain.message) problems.push(locate({ path: [], message: plain.message }));
  else if (
    problems.length === 0 &&
    (typeof plain.value !== 'object' || plain.value === null || Array.isArray(plain.value))
  )
    problems.push(locate({ path: [], message: 'expected a document of named fields, `name: value`' }));
  const sourceOf = (path: Path): string | undefined => {
    const node = document.getIn(path, true);
    return isScalar(node) ? node.source : undefined;
  };
  return { value: plain.value, problems, sourceOf, locate };
}

/** Brackets that open and do not close again: a parser spends quadratic time on a pile of them. */
function isPiledUp(source: string): boolean {
  let depth = 0;
  for (const { 0: bracket } of source.matchAll(/[[\]{}]/gu)) {
    depth += bracket === '[' || bracket === '{' ? 1 : -1;
    if (depth > DEEPEST) return true;
  }
  return false;
}

/** What was read without places is read again when one is asked for; JSON is YAML. */
function readValue(source: string, value: object): ParsedDocument {
  let read: ParsedDocument | undefined;
  const places = () => (read ??= readYaml(source));
  return {
    value,
    problems: [],
    sourceOf: (path) => places().sourceOf(path),
    locate: (problem) => places().locate(problem),
  };
}

/** Reads YAML (core schema) or JSON. Never throws: what cannot be read is told in `problems`. */
export function parseDocument(source: string): ParsedDocument {
  if (source.length > LONGEST) return refused(`the document is longer than ${LONGEST} characters`);
  if (isPiledUp(source)) return refused('the document is nested too deeply');
  try {
    const value = jsonValue(source) ?? yamlValue(source);
    return value === undefined ? readYaml(source) : readValue(source, value);
  } catch (error) {
    if (error instanceof RangeError) return refused('the document is nested too deeply');
    throw error;
  }
}

/** Everything wrong with a document: what reading found, else what its schema and its lists' ids say. */
export function checkDocument(parsed: ParsedDocument, validate: Validator): DocumentProblem[] {
  if (parsed.problems.length > 0) return [...parsed.problems];
  const local = validate(parsed.value) ? [] : describeErrors(validate.errors ?? []);
  return [...local, ...listProblems(parsed.value)].map((one) => parsed.locate(one));
}
