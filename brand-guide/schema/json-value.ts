/** Reads JSON by the runtime's own parser, where it can stand in for YAML: a hundred times as fast, but without places. */

const STRING = /"(?:[^"\\]|\\.)*"(?<colon>\s*:)?/gu;

/** The keys that the source of a JSON document writes, repeated ones too. */
function keysWritten(source: string): number {
  let count = 0;
  for (const { groups } of source.matchAll(STRING)) if (groups?.['colon'] !== undefined) count++;
  return count;
}

function keysIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const own = Array.isArray(value) ? 0 : Object.keys(value).length;
  return Object.values(value).reduce<number>((sum, child) => sum + keysIn(child), own);
}

/** Named fields, or undefined for what is no JSON, repeats a key, or has anything else at its root. */
export function jsonValue(source: string): object | undefined {
  if (!/^\s*\{/u.test(source)) return undefined;
  try {
    const value: object = JSON.parse(source);
    return keysIn(value) === keysWritten(source) ? value : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
