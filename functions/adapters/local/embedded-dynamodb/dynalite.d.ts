/** The parts of dynalite 4 that run in this process; the package ships no types. */
declare module 'dynalite/db/index.js' {
  /** An attribute as DynamoDB's JSON has it: `{ "S": "text" }`. */
  export type Attribute = Readonly<Record<string, unknown>>;
  export type Item = Record<string, Attribute>;
  export interface KeyElement {
    readonly AttributeName: string;
  }
  export interface SecondaryIndex {
    readonly IndexName: string;
    readonly KeySchema: readonly KeyElement[];
    readonly Projection: { readonly ProjectionType: string; readonly NonKeyAttributes?: readonly string[] };
  }
  export interface Table {
    readonly TableName: string;
    readonly TableStatus: string;
    readonly KeySchema: readonly KeyElement[];
    readonly AttributeDefinitions: readonly {
      readonly AttributeName: string;
      readonly AttributeType: string;
    }[];
    readonly GlobalSecondaryIndexes?: readonly SecondaryIndex[];
    readonly LocalSecondaryIndexes?: readonly SecondaryIndex[];
    readonly StreamSpecification?: { readonly StreamEnabled: boolean; readonly StreamViewType?: string };
    readonly TimeToLive?: { readonly AttributeName: string; readonly Enabled: boolean };
  }
  export interface Request {
    readonly [parameter: string]: unknown;
  }
  export type Callback<T> = (error?: unknown, value?: T) => void;
  export interface Ranged {
    readonly limit?: number;
    readonly reverse?: boolean;
    readonly gt?: string;
    readonly gte?: string;
    readonly lt?: string;
    readonly lte?: string;
  }
  export interface SubDb<T> {
    readonly lock: (key: string, run: (release: <C>(callback: C) => C) => void) => void;
    readonly get: (key: string, callback: Callback<T>) => void;
    readonly put: (key: string, value: T, callback: Callback<void>) => void;
    readonly del: (key: string, callback: Callback<void>) => void;
    readonly createValueStream: (range: Ranged) => NodeJS.EventEmitter;
  }
  /** What dynalite's actions call their store. */
  export interface ActionStore {
    readonly options: { readonly maxItemSize: number; readonly createTableMs: number };
    readonly tableDb: SubDb<Table> & { readonly awsRegion: string; readonly awsAccountId: string };
    readonly getTable: (
      name: string,
      ...rest: readonly [boolean, Callback<Table>] | readonly [Callback<Table>]
    ) => void;
    readonly getItemDb: (table: string) => SubDb<Item>;
    readonly getIndexDb: (type: string, table: string, index: string) => SubDb<Item>;
  }
  export interface ServiceError extends Error {
    readonly statusCode: number;
    readonly body: Readonly<Record<string, unknown>>;
  }
  export interface IndexActions {
    readonly puts: readonly { readonly index: string; readonly key: string; readonly item: Item }[];
    readonly deletes: readonly { readonly index: string; readonly key: string }[];
  }
  const db: {
    /** Called by the actions that write, before they write the item. */
    updateIndexes: (
      store: ActionStore,
      table: Table,
      existing: Item | undefined,
      next: Item | undefined,
      done: () => void,
    ) => void;
    readonly createKey: (item: Item, table: Table) => string;
    readonly createIndexKey: (item: Item, table: Table, schema: readonly KeyElement[]) => string;
    readonly validateKey: (key: unknown, table: Table) => ServiceError | null | undefined;
    readonly checkConditional: (request: Request, item: Item | undefined) => ServiceError | null | undefined;
    readonly validationError: (message: string) => ServiceError;
    readonly getIndexActions: (
      indexes: readonly SecondaryIndex[],
      existing: Item | undefined,
      next: Item | undefined,
      table: Table,
    ) => IndexActions;
  };
  export default db;
}

declare module 'dynalite/validations/index.js' {
  import type { ActionStore, Request } from 'dynalite/db/index.js';
  const validations: {
    readonly checkTypes: (request: Request, types: unknown) => Request;
    readonly checkValidations: (
      request: Request,
      types: unknown,
      custom: unknown,
      store: ActionStore,
    ) => void;
  };
  export default validations;
}

declare module 'dynalite/validations/*' {
  const validation: { readonly types: unknown; readonly custom?: unknown };
  export default validation;
}

declare module 'dynalite/actions/*' {
  import type { ActionStore, Callback, Request } from 'dynalite/db/index.js';
  const action: (store: ActionStore, request: Request, callback: Callback<Request>) => void;
  export default action;
}
