/** What reviewers leave beside a variant. */
import type { Range } from '../../brand-guide/engine/types.ts';
import type { UserId } from './ids.ts';

export interface Comment {
  readonly by: UserId;
  readonly at: string;
  readonly revision: number;
  readonly text: string;
  /** The stretch it speaks of, in one part. */
  readonly anchor?: Range & { readonly field: string };
  readonly resolved: boolean;
}
