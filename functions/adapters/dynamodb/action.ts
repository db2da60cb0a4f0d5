/** Changes and checks as actions of one transaction. */
import type { TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { TABLE_INDEXES } from '../table.ts';
import type { IndexKeys, Key } from '../../core/keys.ts';
import type { Change, Check } from '../../ports.ts';
import type { Stored } from './row.ts';

type TransactItem = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

export interface Action {
  readonly item: TransactItem;
  readonly key: Key<unknown>;
  /** What it means when its condition does not hold. */
  readonly failing: 'stale' | 'already-exists' | 'once';
  /** The revision that the condition names. */
  readonly rev?: number;
}

/** A row to write, at the revision after `rev`. */
export interface RowWrite {
  readonly key: Key<unknown>;
  readonly rev: number;
  readonly stored: Stored;
  readonly index?: IndexKeys | undefined;
  readonly expires?: number | undefined;
  /** On an aggregate's head: the hash it had, and the one it gets. */
  readonly chain?: { readonly from: string | undefined; readonly to: string };
}

/** The table, and the time in epoch seconds: what has expired is absent. */
export interface TableNow {
  readonly table: string;
  readonly now: number;
}

const INDEX_ATTRIBUTES = TABLE_INDEXES.flatMap(({ partition, sort }) => [partition, sort]);
const ATTRIBUTES = ['value', 'big', 'size', 'expires', ...INDEX_ATTRIBUTES];

const indexAttributes = (index: IndexKeys | undefined): Record<string, unknown> =>
  Object.fromEntries(
    TABLE_INDEXES.flatMap(({ name, partition, sort }) => {
      const at = index?.[name];
      return at === undefined
        ? []
        : [
            [partition, at.pk],
            [sort, at.sk],
          ];
    }),
  );

const keyOf = ({ pk, sk }: Key<unknown>) => ({ pk, sk });
const hashed = (names: readonly string[]) => Object.fromEntries(names.map((name) => [`#${name}`, name]));

interface Condition {
  readonly text: string;
  readonly names: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, unknown>>;
}

/** An expired row that the table has not forgotten yet counts as absent. */
const absent = (now: number): Condition => ({
  text: 'attribute_not_exists(#pk) OR #expires <= :now',
  names: hashed(['pk', 'expires']),
  values: { ':now': now },
});

const atRevision = (rev: number): Condition => ({
  text: '#rev = :rev',
  names: hashed(['rev']),
  values: { ':rev': rev },
});

const unchanged = ({ rev, chain }: RowWrite): Condition => {
  const { text, names, values } = atRevision(rev);
  if (chain === undefined) return { text, names, values };
  const chained = { ...names, ...hashed(['chain']) };
  return chain.from === undefined
    ? { text: `${text} AND attribute_not_exists(#chain)`, names: chained, values }
    : { text: `${text} AND #chain = :from`, names: chained, values: { ...values, ':from': chain.from } };
};

const attributesOf = (write: RowWrite): Readonly<Record<string, unknown>> => ({
  rev: write.rev + 1,
  ...write.stored,
  ...indexAttributes(write.index),
  ...(write.expires === undefined ? {} : { expires: write.expires }),
  ...(write.chain === undefined ? {} : { chain: write.chain.to }),
});

/** The whole row, its chain included: cheaper to carry out than an update of each attribute. */
const putOf = (
  { table }: TableNow,
  write: RowWrite,
  { text, names, values }: Condition,
  returned: 'NONE' | 'ALL_OLD' = 'NONE',
): TransactItem => ({
  Put: {
    TableName: table,
    Item: { ...keyOf(write.key), ...attributesOf(write) },
    ConditionExpression: text,
    ExpressionAttributeNames: names,
    ExpressionAttributeValues: values,
    ReturnValuesOnConditionCheckFailure: returned,
  },
});

/** An update, not a put: a head's chain survives writes that know nothing of it. */
const updateOf = ({ table }: TableNow, write: RowWrite): TransactItem => {
  const set = attributesOf(write);
  const removed = ATTRIBUTES.filter((name) => !Object.hasOwn(set, name));
  const { text, names, values } = unchanged(write);
  const setting = Object.keys(set).map((name) => `#${name} = :set_${name}`);
  return {
    Update: {
      TableName: table,
      Key: keyOf(write.key),
      UpdateExpression: `SET ${setting.join(', ')} REMOVE ${removed.map((name) => `#${name}`).join(', ')}`,
      ConditionExpression: text,
      ExpressionAttributeNames: { ...hashed([...Object.keys(set), ...removed]), ...names },
      ExpressionAttributeValues: {
        ...Object.fromEntries(Object.entries(set).map(([name, value]) => [`:set_${name}`, value])),
        ...values,
      },
      ReturnValuesOnConditionCheckFailure: write.chain === undefined ? 'NONE' : 'ALL_OLD',
    },
  };
};

export const writeAction = (table: TableNow, write: RowWrite, failing?: Action['failing']): Action => {
  const { key, rev, chain } = write;
  if (rev === 0) {
    const item = putOf(table, write, absent(table.now));
    return { item, key, rev, failing: failing ?? 'already-exists' };
  }
  const knowsAll = chain?.from !== undefined;
  const item = knowsAll ? putOf(table, write, unchanged(write), 'ALL_OLD') : updateOf(table, write);
  return { item, key, rev, failing: failing ?? 'stale' };
};

export const removeAction = (
  { table }: TableNow,
  { key, rev }: Extract<Change, { op: 'remove' }>,
): Action => {
  const { text, names, values } = atRevision(rev);
  const item: TransactItem = {
    Delete: {
      TableName: table,
      Key: keyOf(key),
      ConditionExpression: text,
      ExpressionAttributeNames: names,
      ExpressionAttributeValues: values,
    },
  };
  return { item, key, failing: 'stale' };
};

/** Dotted paths become document paths inside `value`. */
const whereConditions = (where: NonNullable<Check['where']>): readonly Condition[] =>
  Object.entries(where).map(([path, value], at) => {
    const steps = path.split('.').map((step, depth): readonly [string, string] => [`#w${at}_${depth}`, step]);
    return {
      text: `#value.${steps.map(([name]) => name).join('.')} = :w${at}`,
      names: { '#value': 'value', ...Object.fromEntries(steps) },
      values: { [`:w${at}`]: value },
    };
  });

const exists: Condition = { text: 'attribute_exists(#pk)', names: hashed(['pk']), values: {} };

const conditionsOf = (now: number, { rev, where }: Check): readonly Condition[] => {
  const revision = rev === 0 ? [absent(now)] : [rev].filter((each) => each !== undefined).map(atRevision);
  const all = [...revision, ...whereConditions(where ?? {})];
  return all.length === 0 ? [exists] : all;
};

/** A check that names nothing asks that the row exists; revision 0 asks that it does not. */
export const checkAction = ({ table, now }: TableNow, check: Check): Action => {
  const conditions = conditionsOf(now, check);
  const values = Object.assign({}, ...conditions.map((condition) => condition.values));
  const item: TransactItem = {
    ConditionCheck: {
      TableName: table,
      Key: keyOf(check.key),
      ConditionExpression: conditions.map(({ text }) => `(${text})`).join(' AND '),
      ExpressionAttributeNames: Object.assign({}, ...conditions.map(({ names }) => names)),
      ...(Object.keys(values).length === 0 ? {} : { ExpressionAttributeValues: values }),
    },
  };
  return { item, key: check.key, failing: 'stale' };
};
