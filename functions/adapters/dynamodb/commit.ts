/** One commit as the actions of one transaction: head, changes, event row, idempotency row, checks. */
import type { Event } from '../../core/events.ts';
import { AUDIT_SHARDS, auditPartition } from '../../core/keys.ts';
import type { Key } from '../../core/keys.ts';
import { canonicalJson } from '../../core/payload.ts';
import type { Change, Commit, Media, Once } from '../../ports.ts';
import { checkAction, removeAction, writeAction } from './action.ts';
import type { Action, TableNow } from './action.ts';
import { EVENT_PREFIX, eventHash } from './chain.ts';
import { storedValue } from './row.ts';

const DAY_SECONDS = 86_400;
const WORKSPACE = /^W#(?<workspace>[^#]+)/u;

/** What an idempotency row keeps. */
export interface Answered {
  readonly member: string;
  readonly body: string;
  readonly answer?: unknown;
}

export const onceKey = ({ workspace, route, key }: Once): Key<Answered> => ({
  pk: `W#${workspace}#K#${route}#${key}`,
  sk: 'META',
});

const workspaceOf = ({ pk }: Key<unknown>): string => {
  const workspace = WORKSPACE.exec(pk)?.groups?.['workspace'];
  if (workspace === undefined) throw new TypeError(`A head's key starts with its workspace, not ${pk}`);
  return workspace;
};

/** The event as it is stored and published: plain JSON, with its place in the chain. */
export const eventOf = ({ head, by, event }: Commit, id: string, at: string): Event => {
  const unhashed: Omit<Event, 'hash'> = {
    id,
    at,
    by,
    type: event.type,
    data: JSON.parse(canonicalJson(event.data)),
    workspace: workspaceOf(head.key),
    aggregate: head.key.pk,
    previous: head.chain ?? '',
  };
  return { ...unhashed, hash: eventHash(unhashed) };
};

const shardOf = (aggregate: string): number =>
  Buffer.from(aggregate).reduce((sum, byte) => (sum * 31 + byte) % 65_521, 7) % AUDIT_SHARDS;

const eventAction = async (table: TableNow, media: Media | undefined, event: Event): Promise<Action> => {
  const audit = auditPartition(event.workspace, event.at.slice(0, 7), shardOf(event.aggregate));
  return writeAction(table, {
    key: { pk: event.aggregate, sk: EVENT_PREFIX + event.id },
    rev: 0,
    stored: await storedValue(event, media),
    index: { audit: { pk: audit, sk: event.id } },
  });
};

export const changeAction = async (
  table: TableNow,
  media: Media | undefined,
  change: Change,
): Promise<Action> => {
  if (change.op === 'remove') return removeAction(table, change);
  const { key, rev, chain, index, expires } = change;
  const stored = await storedValue(change.value, media);
  const kept = chain === undefined ? {} : { chain: { from: chain, to: chain } };
  return writeAction(table, { key, rev, index, expires, stored, ...kept });
};

const headAction = async (table: TableNow, media: Media | undefined, head: Commit['head'], hash: string) =>
  writeAction(table, {
    key: head.key,
    rev: head.rev,
    index: head.index,
    expires: head.expires,
    stored: await storedValue(head.value, media),
    chain: { from: head.chain, to: hash },
  });

const onceAction = async (table: TableNow, media: Media | undefined, once: Once, answer: unknown) => {
  const value: Answered = { member: once.member, body: once.body, answer };
  const stored = await storedValue(value, media);
  return writeAction(table, { key: onceKey(once), rev: 0, stored, expires: table.now + DAY_SECONDS }, 'once');
};

export const commitActions = async (
  table: TableNow,
  media: Media | undefined,
  commit: Commit,
  event: Event,
): Promise<readonly Action[]> => [
  await headAction(table, media, commit.head, event.hash),
  ...(await Promise.all((commit.changes ?? []).map((change) => changeAction(table, media, change)))),
  await eventAction(table, media, event),
  ...(commit.once === undefined ? [] : [await onceAction(table, media, commit.once, commit.answer)]),
  ...(commit.checks ?? []).map((check) => checkAction(table, check)),
];
