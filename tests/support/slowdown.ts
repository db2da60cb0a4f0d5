/** How running time grows: a ratio of two sizes, since seconds say more of the machine than of the code. */

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

/** How many times longer `run` takes for ten times the size: about 10 where it is linear, 100 where it is quadratic. */
export const slowdown = (run: (size: number) => void, size: number): number => {
  const small = quickest(() => run(size));
  return quickest(() => run(size * 10)) / small;
};

/** Between linear and quadratic, with room for a busy machine. */
export const LINEAR = 40;
