/** What a YAML document's own text gets wrong: its syntax, and keys that stand twice. */
import { isNode, isScalar, visit } from 'yaml';
import type { Document } from 'yaml';

/** `at` is an offset in the source. */
export interface Fault {
  readonly at: number;
  readonly message: string;
}

/** A text that is no YAML at all has a fault at every other character. */
const MOST = 50;

/** The parser's own check compares each key with each other one: minutes, for a document of many keys. */
function repeatedKeys(document: Document): Fault[] {
  const faults: Fault[] = [];
  visit(document, {
    Map(_, { items }) {
      const seen = new Set<unknown>();
      for (const { key } of items) {
        const name = isScalar(key) ? key.value : key;
        if (seen.has(name) && isNode(key))
          faults.push({ at: key.range?.[0] ?? 0, message: 'Map keys must be unique' });
        seen.add(name);
      }
    },
  });
  return faults;
}

/** The document was parsed without `uniqueKeys`. @throws RangeError when it is nested deeper than a stack is. */
export function faultsOf(document: Document): Fault[] {
  const { errors } = document;
  const faults = errors.slice(0, MOST).map(({ pos, message }) => ({ at: pos[0], message }));
  // The parser catches its own overflow, and calls it a fault of the document.
  if (errors.some(({ message }) => message.includes('call stack'))) throw new RangeError('Nested too deeply');
  return faults.length > 0 ? faults : repeatedKeys(document).slice(0, MOST);
}
