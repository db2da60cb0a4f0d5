/** The guide's life: one draft at a time, released versions that never change. */
import type { Guide } from '../../brand-guide/schema/guide.ts';
import type { UserId } from './ids.ts';

export interface GuideDraft {
  /** The document as the brand team typed it. */
  readonly source: string;
  readonly by: UserId;
  readonly at: string;
}

export interface GuideVersion {
  readonly number: number;
  readonly source: string;
  readonly guide: Guide;
  /** `new` judges what is submitted from now on; `scheduled` also what already waits. */
  readonly applies: 'new' | 'scheduled';
  readonly by: UserId;
  readonly at: string;
}
