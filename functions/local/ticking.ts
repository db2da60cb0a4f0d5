/** The second hand: runs the work, waits for it, and runs it again a second after it began, or sooner where it asks for that; never two at once. */

const SECOND = 1000;

export interface Ticking {
  /** Resolves when the work under way has ended; none begins after. */
  readonly stop: () => Promise<void>;
}

/**
 * `work` answers in how many milliseconds it would be run again, if that is within the second. Seconds are counted by a
 * clock that nobody sets, so that one which is set back stops nothing.
 */
export const ticking = (
  work: () => Promise<number | undefined>,
  report: (error: unknown) => void,
): Ticking => {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  const asked = async (): Promise<number> => {
    try {
      return (await work()) ?? SECOND;
    } catch (error) {
      report(error);
      return SECOND;
    }
  };
  const tick = async (): Promise<void> => {
    const began = performance.now();
    const wait = await asked();
    const left = Math.min(wait, SECOND - (performance.now() - began));
    if (!stopped) timer = setTimeout(next, Math.max(0, left));
  };
  let last = Promise.resolve();
  const next = (): void => {
    last = tick();
  };
  next();
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await last;
    },
  };
};
