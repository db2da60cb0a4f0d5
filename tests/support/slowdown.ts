/** How running time grows: a ratio of two sizes, since seconds say more of the machine than of the code. */

/** Marks what measures time: run by a command of its own, since a busy process or an engine out of room slows it. */
export const GROWTH = { tags: ['growth'] };

const RUNS = 3;
/** Milliseconds; less than this is taken for this, so that noise has nothing to multiply. */
const LEAST = 2;

const quickest = (run: () => void): number => {
  const taken = Array.from({ length: RUNS }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return Math.max(LEAST, Math.min(...taken));
};

/** Between linear and quadratic, with room for a busy machine. */
export const LINEAR = 40;

const TRIES = 4;

const ratio = (run: (size: number) => void, size: number): number => {
  const small = quickest(() => run(size));
  return quickest(() => run(size * 10)) / small;
};

/**
 * How many times longer `run` takes for ten times the size: about 10 where it is linear, 100 where it is quadratic. On a
 * busy machine one measurement says little, so that the best of a few is taken, or the first that is below `enough`.
 */
export function slowdown(run: (size: number) => void, size: number, enough = LINEAR): number {
  let best = Infinity;
  for (let at = 0; at < TRIES && best >= enough; at++) best = Math.min(best, ratio(run, size));
  return best;
}
