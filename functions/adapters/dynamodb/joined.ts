/** Reads asked for in the same turn of the event loop are one read of each key, which begins after all of them. */
import { setImmediate } from 'node:timers';

interface Waiting<K, T> {
  readonly key: K;
  readonly found: Promise<T>;
  readonly begin: () => void;
}

/**
 * Nobody gets an older state than a read of their own would have given, so consistent reads stay consistent.
 * `name` tells keys apart. What is found is shared: nobody may change it.
 */
export const joined = <K, T>(name: (key: K) => string, read: (key: K) => Promise<T>) => {
  let turn: Map<string, Waiting<K, T>> | undefined;
  const begin = (): void => {
    const all = turn;
    turn = undefined;
    for (const { begin: start } of all?.values() ?? []) start();
  };
  const open = (): Map<string, Waiting<K, T>> => {
    setImmediate(begin);
    return new Map();
  };
  return (key: K): Promise<T> => {
    turn ??= open();
    const at = name(key);
    const known = turn.get(at);
    if (known !== undefined) return known.found;
    let start = (): void => undefined;
    const found = new Promise<T>((resolve, reject) => {
      start = () => void read(key).then(resolve, reject);
    });
    turn.set(at, { key, found, begin: start });
    return found;
  };
};
