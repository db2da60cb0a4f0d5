/** What a wake-up carries: the entry's key and nothing else, so that a stale one can do no harm. */
import { createHash } from 'node:crypto';
import type { EntryId, WorkspaceId } from '../../core/ids.ts';
import { asId, isSlug, isUlid } from '../../core/ids.ts';

export interface WakeUp {
  readonly workspace: WorkspaceId;
  readonly entry: EntryId;
}

export const wakeUpBody = ({ workspace, entry }: WakeUp): string => JSON.stringify({ workspace, entry });

/**
 * The message group by which the queue serves one workspace beside another: 32 of the 128 characters that SQS allows.
 * It stands beside the message, where the queue's encryption does not reach, so it names nobody.
 */
export const wakeUpGroup = ({ workspace }: Pick<WakeUp, 'workspace'>): string =>
  createHash('sha256').update(workspace).digest('hex').slice(0, 32);

const isId = (value: unknown): value is string =>
  typeof value === 'string' && (isSlug(value) || isUlid(value));

interface Said {
  readonly workspace?: unknown;
  readonly entry?: unknown;
  readonly MessageBody?: unknown;
}

const saidIn = (body: string): Said => JSON.parse(body) ?? {};

/**
 * Also of a letter that Scheduler could not send: its body is the whole request, the wake-up in it.
 * @throws SyntaxError when it is not JSON, TypeError when it is not a message that a wake-up sends.
 */
export function readWakeUp(body: string): WakeUp {
  const said = saidIn(body);
  const { workspace, entry } = typeof said.MessageBody === 'string' ? saidIn(said.MessageBody) : said;
  if (!isId(workspace) || !isId(entry)) throw new TypeError('Not a wake-up of an entry');
  return { workspace: asId<WorkspaceId>(workspace), entry: asId<EntryId>(entry) };
}
