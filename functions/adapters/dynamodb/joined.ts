/** Reads asked for in the same turn of the event loop are one read of each key, which begins after all of them. */
import { setImmediate } from 'node:timers';

interface Turn<T> {
  readonly found: Map<string, Promise<T>>;
  /** Resolves once nobody can join any more. */
  readonly over: Promise<void>;
}

/**
 * Nobody gets an older state than a read of their own would have given, so consistent reads stay consistent.
 * `name` tells keys apart. What is found is shared: nobody may change it.
 */
export const joined = <K, T>(name: (key: K) => string, read: (key: K) => Promise<T>) => {
  let turn: Turn<T> | undefined;
  const open = (): Turn<T> => {
    const over = new Promise<void>((resolve) => {
      setImmediate(() => {
        turn = undefined;
        resolve();
      });
    });
    return { found: new Map(), over };
  };
  const readAfter = async (over: Promise<void>, key: K): Promise<T> => {
    await over;
    return read(key);
  };
  return (key: K): Promise<T> => {
    turn ??= open();
    const { found, over } = turn;
    const known = found.get(name(key)) ?? readAfter(over, key);
    found.set(name(key), known);
    return known;
  };
};
