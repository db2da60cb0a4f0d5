/** Types of the bundling of the chaos programs. */

/** Writes `main.js` for `main`, and so on; `from` is the folder of other programs than the chaos run's. */
export declare const buildChaosPrograms: (
  dir: string,
  programs: readonly string[],
  from?: string,
) => Promise<void>;
