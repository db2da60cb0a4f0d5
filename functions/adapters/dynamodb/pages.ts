/** Pages of one partition or one index partition, with cursors that say where the next one starts. */
import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { DynamoDBDocumentClient, QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import { invalid } from '../../core/errors.ts';
import type { Asking } from '../../ports.ts';
import type { Item } from './row.ts';

/** The partition to read, by the attributes that hold its keys; without an index, the table's own. */
export interface Partition {
  readonly index?: string;
  readonly partition: string;
  readonly sort: string;
  readonly pk: string;
  readonly prefix: string;
}

export interface Found {
  readonly items: readonly Item[];
  readonly cursor?: string;
}

const LARGEST_PAGE = 1000;
const LAST = '\u{10FFFF}';

const byBytes = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));
const later = (a: string, b: string): string => (byBytes(a, b) >= 0 ? a : b);
const earlier = (a: string, b: string): string => (byBytes(a, b) <= 0 ? a : b);

const bounds = (prefix: string, { from, to }: Asking): { readonly low: string; readonly high: string } => ({
  low: later(prefix, from ?? ''),
  high: earlier(prefix + LAST, to ?? LAST),
});

const brokenCursor = () =>
  invalid('This cursor is not one of ours; start again without it.', [
    { path: 'cursor', message: 'expected a cursor from an earlier page of the same list' },
  ]);

const decoded = (cursor: string): unknown => {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    throw brokenCursor();
  }
};

/** A cursor holds the last row's own keys, and its key in the index. */
const cursorOf = (item: Item, { index, sort }: Partition): string => {
  const place = index === undefined ? [item['sk']] : [item['sk'], item['pk'], item[sort]];
  return Buffer.from(JSON.stringify(place)).toString('base64url');
};

const startOf = (cursor: string, { index, partition, sort, pk }: Partition, low: string, high: string) => {
  const place = decoded(cursor);
  const length = index === undefined ? 1 : 3;
  if (!Array.isArray(place) || place.length !== length) throw brokenCursor();
  if (!place.every((part): part is string => typeof part === 'string' && part !== '')) throw brokenCursor();
  const [sk = '', own = pk, at = sk] = place;
  if (byBytes(at, low) < 0 || byBytes(at, high) > 0) throw brokenCursor();
  return index === undefined ? { pk, sk } : { pk: own, sk, [partition]: pk, [sort]: at };
};

const sized = (limit: number | undefined): number | undefined => {
  if (limit === undefined) return undefined;
  if (!Number.isInteger(limit) || limit < 1 || limit > LARGEST_PAGE) {
    throw invalid(`A page has 1 to ${LARGEST_PAGE} rows.`, [{ path: 'limit', message: `found ${limit}` }]);
  }
  return limit;
};

const sortCondition = (low: string, high: string, { to }: Asking) => {
  if (low !== '') return { text: ' AND #sk BETWEEN :low AND :high', values: { ':low': low, ':high': high } };
  return to === undefined
    ? { text: '', values: {} }
    : { text: ' AND #sk <= :high', values: { ':high': high } };
};

const queryOf = (
  table: string,
  at: Partition,
  low: string,
  high: string,
  asking: Asking,
): QueryCommandInput => {
  const sort = sortCondition(low, high, asking);
  return {
    TableName: table,
    ...(at.index === undefined ? { ConsistentRead: true } : { IndexName: at.index }),
    KeyConditionExpression: `#pk = :pk${sort.text}`,
    ExpressionAttributeNames: { '#pk': at.partition, ...(sort.text === '' ? {} : { '#sk': at.sort }) },
    ExpressionAttributeValues: { ':pk': at.pk, ...sort.values },
    ScanIndexForward: asking.descending !== true,
    ExclusiveStartKey: asking.cursor === undefined ? undefined : startOf(asking.cursor, at, low, high),
  };
};

/** With a limit, reads one row more than it, which says whether there is a next page. */
const collected = async (
  client: DynamoDBDocumentClient,
  query: QueryCommandInput,
  limit: number | undefined,
) => {
  const items: Item[] = [];
  const enough = limit === undefined ? 1 : limit + 1;
  let start = query.ExclusiveStartKey;
  do {
    const rest = limit === undefined ? {} : { Limit: enough - items.length };
    const answer = await client.send(new QueryCommand({ ...query, ...rest, ExclusiveStartKey: start }));
    items.push(...(answer.Items ?? []));
    start = answer.LastEvaluatedKey;
  } while (start !== undefined && items.length < enough);
  return { items, more: start !== undefined || items.length > (limit ?? Infinity) };
};

/** Without a limit a page is what DynamoDB gives at once, 1 MB. @throws Refused `invalid-input` for a broken cursor or limit. */
export const page = async (
  client: DynamoDBDocumentClient,
  table: string,
  at: Partition,
  asking: Asking,
): Promise<Found> => {
  const limit = sized(asking.limit);
  const { low, high } = bounds(at.prefix, asking);
  if (byBytes(low, high) > 0) return { items: [] };
  const { items, more } = await collected(client, queryOf(table, at, low, high, asking), limit);
  const kept = items.slice(0, limit);
  const last = kept.at(-1);
  return more && last !== undefined ? { items: kept, cursor: cursorOf(last, at) } : { items: kept };
};
