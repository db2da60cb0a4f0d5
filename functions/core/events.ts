/** What happened, in the past tense. An event row is the audit row and what the bus carries. */
import type { Actor } from './tenant.ts';

export const EVENT_TYPES = [
  'workspace.created',
  'workspace.paused',
  'workspace.resumed',
  'member.added',
  'member.changed',
  'hook.added',
  'hook.removed',
  'account.added',
  'account.changed',
  'audience.imported',
  'addressee.left',
  'guide.drafted',
  'guide.released',
  'campaign.created',
  'campaign.changed',
  'campaign.adapted',
  'campaign.paused',
  'campaign.resumed',
  'fact.corrected',
  'variant.adapted',
  'variant.edited',
  'variant.submitted',
  'variant.approved',
  'variant.changes-requested',
  'variant.approval-withdrawn',
  'variant.submission-withdrawn',
  'variant.outdated',
  'variant.commented',
  'variant.test-sent',
  'finding.waived',
  'mention.marked',
  'series.created',
  'series.changed',
  'series.paused',
  'series.resumed',
  'series.ended',
  'series.occurred',
  'entry.planned',
  'entry.scheduled',
  'entry.moved',
  'entry.pinned',
  'entry.held',
  'entry.missed',
  'entry.claimed',
  'entry.prepared',
  'entry.intended',
  'entry.waits',
  'entry.retried',
  'entry.goes-on',
  'entry.part-published',
  'entry.part-corrected',
  'entry.published',
  'entry.failed',
  'entry.unconfirmed',
  'entry.handed-off',
  'entry.settled',
  'entry.cancelled',
  'entry.correction-asked',
  'entry.amended',
  'entry.retracted',
] as const;
export type EventType = (typeof EVENT_TYPES)[number];

/** An event before the store gives it its id, its time and its place in the chain. */
export interface NewEvent {
  readonly type: EventType;
  /** What a person reading the activity page needs; never a secret. */
  readonly data: Readonly<Record<string, unknown>>;
}

export interface Event extends NewEvent {
  /** ULID; consumers drop duplicates by it. */
  readonly id: string;
  readonly at: string;
  readonly by: Actor;
  readonly workspace: string;
  /** The aggregate's partition key. */
  readonly aggregate: string;
  /** SHA-256 over the previous event's hash and this event. */
  readonly hash: string;
  readonly previous: string;
}
