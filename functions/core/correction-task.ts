/** A published post that says what a fact was before: somebody is to amend it, take it back, or see to it by hand. */
import type { Entry } from './entry.ts';
import type { EntryId } from './ids.ts';
import { isBefore } from './instant.ts';

export interface CorrectionTask {
  readonly entry: EntryId;
  /** The fact's id. */
  readonly fact: string;
  /** What the post says of it, mention by mention. */
  readonly says: readonly string[];
  /** When the fact was corrected. */
  readonly at: string;
}

/** `under-way`: asked for and not done; `done`: amended or retracted since the fact was corrected. */
export type TaskState = 'open' | 'under-way' | 'done';

export const taskState = ({ at }: CorrectionTask, { corrected, correcting }: Entry): TaskState => {
  if (corrected && !isBefore(corrected.at, at)) return 'done';
  return correcting === undefined ? 'open' : 'under-way';
};
