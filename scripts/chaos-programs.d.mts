/** Types of the bundling of the chaos programs. */

/** Writes `main.js` for `main`, and so on. */
export declare const buildChaosPrograms: (dir: string, programs: readonly string[]) => Promise<void>;
