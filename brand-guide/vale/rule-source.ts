/** Reads a rule from YAML, and keeps where each of its keys stands. */
import { LineCounter, isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { Node, YAMLMap } from 'yaml';
import type { RulePlace, RuleSource } from './rule-of-value.ts';
import type { Fault, RuleValue, TextFile } from './types.ts';

const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

function plain(node: Node | null): RuleValue {
  if (isScalar(node)) {
    if (typeof node.value === 'boolean' || node.value === null) return node.value;
    return typeof node.value === 'number' ? (node.source ?? String(node.value)) : textOf(node.value);
  }
  if (isSeq<Node>(node)) return node.items.map(plain);
  if (isMap<Node, Node | null>(node)) return plainMap(node);
  return null;
}

function plainMap(map: YAMLMap<Node, Node | null>): { readonly [key: string]: RuleValue } {
  return Object.fromEntries(
    map.items.map(({ key, value }) => [isScalar(key) ? (key.source ?? textOf(key.value)) : '', plain(value)]),
  );
}

function* scalarsIn(node: Node | null): Iterable<{ readonly value: string; readonly at: number }> {
  if (isScalar(node)) yield { value: textOf(node.value), at: node.range?.[0] ?? 0 };
  else if (isSeq<Node>(node)) for (const item of node.items) yield* scalarsIn(item);
  else if (isMap<Node, Node | null>(node))
    for (const { key, value } of node.items) {
      yield* scalarsIn(key);
      yield* scalarsIn(value);
    }
}

function sourceOf(path: string, map: YAMLMap<Node, Node | null>, lines: LineCounter): RuleSource {
  const place = (offset: number): RulePlace => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  const keys = new Map<string, number>();
  for (const { key } of map.items)
    if (isScalar(key)) keys.set(textOf(key.value).toLowerCase(), key.range?.[0] ?? 0);
  return {
    path,
    value: plainMap(map),
    placeOf: (key) => place(keys.get(key) ?? 0),
    placeOfText: (text) => {
      for (const { value, at } of scalarsIn(map)) if (value === text) return place(at);
      return undefined;
    },
  };
}

/** A fault for a file that is no YAML mapping. */
export function readRule({ path, text }: TextFile): RuleSource | Fault {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: false,
  });
  const [error] = document.errors;
  if (error) {
    const { line, col } = lines.linePos(error.pos[0]);
    return { path, line, column: col, message: error.message };
  }
  const { contents } = document;
  if (!isMap<Node, Node | null>(contents))
    return { path, line: 1, column: 1, message: 'is no rule: expected keys and values' };
  return sourceOf(path, contents, lines);
}
