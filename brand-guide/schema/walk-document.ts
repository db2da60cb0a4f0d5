/** Visits every list and every mapping of a document. */
import type { Path } from './document-problem.ts';

/** `path` is good until the visit ends: keep a copy. An answer of false leaves out what is inside. */
export type Visit = (value: object, path: Path) => boolean | undefined;

/** Depth first, in the document's order; it makes nothing for a document of thousands of items. */
export function walkDocument(root: unknown, visit: Visit): void {
  const path: (string | number)[] = [];
  const into = (key: string | number, value: unknown): void => {
    path.push(key);
    enter(value);
    path.pop();
  };
  const enter = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || visit(value, path) === false) return;
    if (Array.isArray(value)) for (let at = 0; at < value.length; at++) into(at, value[at]);
    else for (const [key, child] of Object.entries(value)) into(key, child);
  };
  enter(root);
}
