/** The guide's life: one draft at a time, released versions that never change. */
import type { ImpactCounts, ImpactTotals } from '../../brand-guide/engine/impact.ts';
import type { Guide } from '../../brand-guide/schema/guide.ts';
import type { UserId } from './ids.ts';

export interface GuideDraft {
  /** The document as the brand team typed it. */
  readonly source: string;
  readonly by: UserId;
  readonly at: string;
}

/** What a version changed when it was released, without the samples. */
export interface RecordedImpact {
  readonly scheduled: ImpactTotals;
  readonly published: ImpactTotals;
  readonly rules: Readonly<Record<string, ImpactCounts>>;
  /** Of rules that only observe. */
  readonly observed: Readonly<Record<string, ImpactCounts>>;
  readonly notLookedAt: number;
}

export interface GuideHead {
  /** The newest version's number; 0 before one was released. */
  readonly released: number;
  /** The newest version that also judges what waits on the calendar. */
  readonly appliesToScheduled?: number;
}

export interface GuideVersion {
  readonly number: number;
  readonly source: string;
  readonly guide: Guide;
  /** `new` judges what is submitted from now on; `scheduled` also what already waits. */
  readonly applies: 'new' | 'scheduled';
  readonly by: UserId;
  readonly at: string;
  /** Absent where it was not reckoned. */
  readonly impact?: RecordedImpact;
}
