/** Walks every head of a workspace back along its chain of events and tells what does not hold. */
import { QueryCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import type { DynamoDBDocumentClient, ScanCommandInput } from '@aws-sdk/lib-dynamodb';
import type { Event } from '../../core/events.ts';
import type { Audit, BrokenChain, Media } from '../../ports.ts';
import { TABLE_KEYS } from '../table.ts';
import { EVENT_PREFIX, eventHash } from './chain.ts';
import { valueOf } from './row.ts';
import type { Item } from './row.ts';

export interface AuditHome {
  readonly client: DynamoDBDocumentClient;
  readonly table: string;
  readonly media?: Media | undefined;
}

const ofWorkspace = ({ table }: AuditHome, workspace: string): ScanCommandInput => ({
  TableName: table,
  ConsistentRead: true,
  FilterExpression:
    '(#pk = :ws OR begins_with(#pk, :within)) AND (attribute_exists(#chain) OR begins_with(#sk, :event))',
  ProjectionExpression: '#pk, #sk, #chain',
  ExpressionAttributeNames: { '#pk': TABLE_KEYS.partition, '#sk': TABLE_KEYS.sort, '#chain': 'chain' },
  ExpressionAttributeValues: {
    ':ws': `W#${workspace}`,
    ':within': `W#${workspace}#`,
    ':event': EVENT_PREFIX,
  },
});

/** The hashes that the heads of each aggregate keep. */
const headsOf = async (
  home: AuditHome,
  workspace: string,
): Promise<ReadonlyMap<string, readonly string[]>> => {
  const heads = new Map<string, string[]>();
  let start: Item | undefined;
  do {
    const answer = await home.client.send(
      new ScanCommand({ ...ofWorkspace(home, workspace), ExclusiveStartKey: start }),
    );
    for (const { pk, chain } of answer.Items ?? []) {
      const known = heads.get(pk) ?? [];
      heads.set(pk, chain === undefined ? known : [...known, chain]);
    }
    start = answer.LastEvaluatedKey;
  } while (start !== undefined);
  return heads;
};

const eventsOf = async (home: AuditHome, aggregate: string): Promise<readonly Event[]> => {
  const items: Item[] = [];
  let start: Item | undefined;
  do {
    const answer = await home.client.send(
      new QueryCommand({
        TableName: home.table,
        ConsistentRead: true,
        KeyConditionExpression: '#pk = :pk AND begins_with(#sk, :event)',
        ExpressionAttributeNames: { '#pk': TABLE_KEYS.partition, '#sk': TABLE_KEYS.sort },
        ExpressionAttributeValues: { ':pk': aggregate, ':event': EVENT_PREFIX },
        ExclusiveStartKey: start,
      }),
    );
    items.push(...(answer.Items ?? []));
    start = answer.LastEvaluatedKey;
  } while (start !== undefined);
  return Promise.all(items.map((item) => valueOf<Event>(item, home.media)));
};

/** The ids that the chain reaches, and the hash where it breaks off. */
const walk = (
  byHash: ReadonlyMap<string, Event>,
  head: string,
): { readonly ids: readonly string[]; readonly missing?: string } => {
  const ids = new Set<string>();
  let at = head;
  while (at !== '') {
    const event = byHash.get(at);
    if (event === undefined || ids.has(event.id)) return { ids: [...ids], missing: at };
    ids.add(event.id);
    at = event.previous;
  }
  return { ids: [...ids] };
};

const brokenIn = (
  aggregate: string,
  heads: readonly string[],
  events: readonly Event[],
): readonly BrokenChain[] => {
  const isSound = (event: Event): boolean => eventHash(event) === event.hash && event.aggregate === aggregate;
  const altered = events.filter((event) => !isSound(event));
  // Sound ones last: a forged copy of a hash does not stand in for its original.
  const byHash = new Map([...altered, ...events.filter(isSound)].map((event) => [event.hash, event]));
  const walks = heads.map((head) => walk(byHash, head));
  const reached = new Set(walks.flatMap(({ ids }) => ids));
  return [
    ...altered.map(({ id }) => ({ aggregate, is: 'altered' as const, event: id })),
    ...walks.flatMap(({ missing }) =>
      missing === undefined ? [] : [{ aggregate, is: 'missing' as const, event: missing }],
    ),
    ...events
      .filter(({ id }) => !reached.has(id))
      .map(({ id }) => ({ aggregate, is: 'loose' as const, event: id })),
  ];
};

/** Reads the whole table: a check for an operator, not for a request. */
export const verifyAudit = async (home: AuditHome, workspace: string): ReturnType<Audit['verify']> => {
  const broken: BrokenChain[] = [];
  let checked = 0;
  for (const [aggregate, heads] of await headsOf(home, workspace)) {
    const events = await eventsOf(home, aggregate);
    checked += events.length;
    broken.push(...brokenIn(aggregate, heads, events));
  }
  return { checked, broken };
};
