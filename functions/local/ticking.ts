/** The second hand: runs the work, waits for it, and runs it again a second after it began; never two at once. */

const SECOND = 1000;

export interface Ticking {
  /** Resolves when the work under way has ended; none begins after. */
  readonly stop: () => Promise<void>;
}

export const ticking = (work: () => Promise<unknown>, report: (error: unknown) => void): Ticking => {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  const tick = async (): Promise<void> => {
    const began = Date.now();
    await work().catch(report);
    if (!stopped) timer = setTimeout(next, Math.max(0, SECOND - (Date.now() - began)));
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
