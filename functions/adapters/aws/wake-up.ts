/** What a wake-up carries: the entry's key and nothing else, so that a stale one can do no harm. */
import type { EntryId, WorkspaceId } from '../../core/ids.ts';
import { asId, isSlug, isUlid } from '../../core/ids.ts';

export interface WakeUp {
  readonly workspace: WorkspaceId;
  readonly entry: EntryId;
}

export const wakeUpBody = ({ workspace, entry }: WakeUp): string => JSON.stringify({ workspace, entry });

const isId = (value: unknown): value is string =>
  typeof value === 'string' && (isSlug(value) || isUlid(value));

/** @throws TypeError when the message is not one that a wake-up sends. */
export function readWakeUp(body: string): WakeUp {
  const { workspace, entry }: { workspace?: unknown; entry?: unknown } = JSON.parse(body) ?? {};
  if (!isId(workspace) || !isId(entry)) throw new TypeError('Not a wake-up of an entry');
  return { workspace: asId<WorkspaceId>(workspace), entry: asId<EntryId>(entry) };
}
