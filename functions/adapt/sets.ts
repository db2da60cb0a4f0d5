/** Sets of ids, put together and taken apart. */
export const union = (...sets: readonly Iterable<string>[]): ReadonlySet<string> =>
  new Set(sets.flatMap((set) => [...set]));

export const without = (set: ReadonlySet<string>, taken: ReadonlySet<string>): ReadonlySet<string> =>
  new Set([...set].filter((one) => !taken.has(one)));
