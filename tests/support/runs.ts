/** How often a law is tried: enough to notice in `npm test`, in full with CANTUS_RUNS=full. */
const FULL = process.env['CANTUS_RUNS'] === 'full';
const SHARE = 5;

/** `full` runs in the long run, a fifth of them at every save. */
export const runs = (full: number): { readonly numRuns: number } => ({
  numRuns: FULL ? full : Math.ceil(full / SHARE),
});
