/** The store over DynamoDB's document client, the same in both homes. */
import { setTimeout } from 'node:timers/promises';
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { Refused } from '../../core/errors.ts';
import type { Index, Key } from '../../core/keys.ts';
import type { Clock, Ids, Media, Once, Page, Store } from '../../ports.ts';
import { TABLE_KEYS, tableIndex } from '../table.ts';
import { checkAction } from './action.ts';
import type { TableNow } from './action.ts';
import { changeAction, commitActions, eventOf, onceKey } from './commit.ts';
import type { Answered } from './commit.ts';
import { joined } from './joined.ts';
import { page } from './pages.ts';
import type { Found } from './pages.ts';
import { isExpired, rowOf, valueOf } from './row.ts';
import type { Item } from './row.ts';
import { transact } from './transact.ts';
import type { Sleep } from './transact.ts';

export interface DynamoStoreOptions {
  readonly client: DynamoDBDocumentClient;
  readonly table: string;
  readonly clock: Clock;
  readonly ids: Ids;
  /** Where big values go; without it they stay in the row. */
  readonly media?: Media | undefined;
  readonly sleep?: Sleep;
}

type Home = DynamoStoreOptions & { readonly sleep: Sleep };

const secondsOf = ({ clock }: Home): number => Math.floor(Date.parse(clock.now()) / 1000);
const tableNow = (home: Home): TableNow => ({ table: home.table, now: secondsOf(home) });

const placeOf = ({ pk, sk }: Key<unknown>): string => `${pk.length}#${pk}${sk}`;

const itemAt = async (home: Home, { pk, sk }: Key<unknown>): Promise<Item | undefined> => {
  const { Item: item } = await home.client.send(
    new GetCommand({ TableName: home.table, Key: { pk, sk }, ConsistentRead: true }),
  );
  return item === undefined || isExpired(item, secondsOf(home)) ? undefined : item;
};

const pageOf = async <T>(home: Home, { items, cursor }: Found): Promise<Page<T>> => {
  const now = secondsOf(home);
  const alive = items.filter((item) => !isExpired(item, now));
  const rows = await Promise.all(alive.map((item) => rowOf<T>(item, home.media)));
  return cursor === undefined ? { rows } : { rows, cursor };
};

const commit =
  (home: Home): Store['commit'] =>
  async (asked) => {
    const event = eventOf(asked, home.ids.next(), home.clock.now());
    await transact(home, await commitActions(tableNow(home), home.media, asked, event), event.id);
    return event;
  };

const tick =
  (home: Home): Store['tick'] =>
  async (changes, checks = []) => {
    const table = tableNow(home);
    const writes = await Promise.all(changes.map((change) => changeAction(table, home.media, change)));
    const actions = [...writes, ...checks.map((check) => checkAction(table, check))];
    try {
      if (actions.length > 0) await transact(home, actions, home.ids.next());
      return true;
    } catch (error) {
      if (error instanceof Refused && (error.code === 'stale' || error.code === 'already-exists'))
        return false;
      throw error;
    }
  };

const answered = async (home: Home, once: Once): Promise<{ readonly answer: unknown } | undefined> => {
  const item = await itemAt(home, onceKey(once));
  if (item === undefined) return undefined;
  const { member, body, answer } = await valueOf<Answered>(item, home.media);
  if (member === once.member && body === once.body) return { answer };
  throw new Refused('key-reused', 'This idempotency key was used before for something else.', {
    key: once.key,
  });
};

export const dynamoStore = (options: DynamoStoreOptions): Store => {
  const home: Home = { sleep: (milliseconds) => setTimeout(milliseconds), ...options };
  const read = joined(placeOf, (key) => itemAt(home, key));
  return {
    get: async <T>(key: Key<T>) => {
      const item = await read(key);
      return item === undefined ? undefined : rowOf<T>(item, home.media);
    },
    children: async <T>(pk: string, prefix: string, asking = {}) => {
      const at = { ...TABLE_KEYS, pk, prefix };
      return pageOf<T>(home, await page(home.client, home.table, at, asking));
    },
    find: async <T>(index: Index, pk: string, asking = {}) => {
      const { partition, sort } = tableIndex(index);
      const at = { index, partition, sort, pk, prefix: '' };
      return pageOf<T>(home, await page(home.client, home.table, at, asking));
    },
    commit: commit(home),
    tick: tick(home),
    answered: (once) => answered(home, once),
  };
};
