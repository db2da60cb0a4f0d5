/** Work that several texts or several channels share, done once. */

const MOST = 8192;

/** What is asked about the same texts again and again; forgotten where it becomes too much. */
export function remembered<Result extends object | string | number | boolean>(
  read: (text: string) => Result,
): (text: string) => Result {
  const known = new Map<string, Result>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const result = read(text);
    if (known.size >= MOST) known.clear();
    known.set(text, result);
    return result;
  };
}

/** Kept as long as the owner is: a step's message is adapted to one channel after the other. */
export function rememberedFor<Result extends object>(): (
  owner: object,
  key: string,
  make: () => Result,
) => Result {
  const known = new WeakMap<object, Map<string, Result>>();
  return (owner, key, make) => {
    const results = known.get(owner) ?? new Map<string, Result>();
    known.set(owner, results);
    const result = results.get(key) ?? make();
    results.set(key, result);
    return result;
  };
}
