/** What the store's contract needs of a home, and short ways to write its rows. */
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { asId } from '../../../functions/core/ids.ts';
import type { UserId, WorkspaceId } from '../../../functions/core/ids.ts';
import type { Key } from '../../../functions/core/keys.ts';
import { Refused } from '../../../functions/core/errors.ts';
import type { RefusalCode } from '../../../functions/core/errors.ts';
import type { Clock, Commit, Media, Once, Row, Store } from '../../../functions/ports.ts';

export interface MovableClock extends Clock {
  readonly advance: (hours: number) => void;
}

export const movableClock = (start: string): MovableClock => {
  let at = Date.parse(start);
  return {
    now: () => new Date(at).toISOString(),
    advance: (hours) => {
      at += hours * 3_600_000;
    },
  };
};

export interface Home {
  readonly store: Store;
  readonly client: DynamoDBDocumentClient;
  readonly table: string;
  readonly clock: MovableClock;
  readonly media: Media;
  readonly close: () => Promise<void>;
}

export type Value = Readonly<Record<string, unknown>>;

let made = 0;
/** A workspace that no other test uses. */
export const freshWorkspace = (): WorkspaceId =>
  asId<WorkspaceId>(`ws${(made += 1)}-${Date.now().toString(36)}`);

export const keyOf = (workspace: string, id: string, sk = 'META'): Key<Value> => ({
  pk: `W#${workspace}#C#${id}`,
  sk,
});

/** A commit that writes `value` at `key`, over the row as it was read. */
export const commitOf = (
  key: Key<Value>,
  value: Value,
  row?: Row<Value>,
  more: Partial<Commit> = {},
): Commit => ({
  head: { op: 'put', key, value, rev: row?.rev ?? 0, ...(row === undefined ? {} : { chain: row.chain }) },
  by: { system: 'job' },
  event: { type: row === undefined ? 'campaign.created' : 'campaign.changed', data: value },
  ...more,
});

export const onceOf = (workspace: WorkspaceId, more: Partial<Once> = {}): Once => ({
  workspace,
  member: asId<UserId>('mira'),
  route: 'POST campaigns',
  key: 'k1',
  body: 'hash of the body',
  ...more,
});

/** The refusal's code and details; anything else that is thrown fails the test. */
export const refusalOf = async (
  attempt: Promise<unknown>,
): Promise<
  { readonly code: RefusalCode; readonly details: Readonly<Record<string, unknown>> } | undefined
> => {
  try {
    await attempt;
    return undefined;
  } catch (error) {
    if (error instanceof Refused) return { code: error.code, details: error.details };
    throw error;
  }
};
