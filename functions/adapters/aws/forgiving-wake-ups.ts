/** Wake-ups whose failures are written down and pass: the row is the truth, and the sweep finds whatever a wake-up lost. */
import type { WakeUps } from '../../ports.ts';
import type { WakeUp } from './wake-up.ts';

/** Whoever set one has saved its row already, and must not be told that nothing was saved. */
export const forgivingWakeUps = (
  { set, cancel }: WakeUps,
  report: (what: WakeUp, error: unknown) => void,
): WakeUps => ({
  set: (workspace, entry, at) =>
    set(workspace, entry, at).catch((error: unknown) => report({ workspace, entry }, error)),
  cancel: (workspace, entry) =>
    cancel(workspace, entry).catch((error: unknown) => report({ workspace, entry }, error)),
});
