/** Lays one plain document over another. */

type Plain = Readonly<Record<string, unknown>>;

/** What a null of the patch does: it takes a value away, or it stays, to take one away later. */
export type Nulls = 'remove' | 'keep';

function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function idOf(item: unknown): unknown {
  return isPlain(item) ? item['id'] : undefined;
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

function hasIds(list: readonly unknown[]): boolean {
  return list.length > 0 && list.every((item) => typeof idOf(item) === 'string');
}

function mergeItems(base: readonly unknown[], patch: readonly unknown[], nulls: Nulls): unknown[] {
  const patches = new Map(patch.map((item) => [idOf(item), item]));
  const known = new Set(base.map(idOf));
  const merged = base.map((item) =>
    patches.has(idOf(item)) ? merge(item, patches.get(idOf(item)), nulls) : item,
  );
  const added = patch.filter((item) => !known.has(idOf(item)));
  return [...merged, ...added.map((item) => settled(item, nulls))];
}

/** A design token's value is one thing: the parts of two colours do not mix. */
const WHOLE = '$value';

function mergeFields(base: Plain, patch: Plain, nulls: Nulls): Plain {
  const result: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(patch)) {
    if (value === null && nulls === 'remove') delete result[key];
    else result[key] = key === WHOLE ? value : merge(result[key], value, nulls);
  }
  return result;
}

/** The document without its nulls: they remove, and mean nothing else. */
function withoutNulls(value: unknown): unknown {
  if (isList(value)) return value.map(withoutNulls);
  if (!isPlain(value)) return value;
  const kept = Object.entries(value).filter(([, child]) => child !== null);
  return Object.fromEntries(kept.map(([key, child]) => [key, withoutNulls(child)]));
}

function settled(value: unknown, nulls: Nulls): unknown {
  return nulls === 'remove' ? withoutNulls(value) : value;
}

/** Fields merge, list items merge by `id`, scalars and plain lists are replaced, null removes. Neither input changes. */
export function merge(base: unknown, patch: unknown, nulls: Nulls = 'remove'): unknown {
  if (isPlain(base) && isPlain(patch)) return mergeFields(base, patch, nulls);
  if (isList(base) && isList(patch) && hasIds(base) && hasIds(patch)) return mergeItems(base, patch, nulls);
  return settled(patch, nulls);
}
