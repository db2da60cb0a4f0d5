/** TransactWriteItems: every action or none, over one layer; a failure throws, and the layer is dropped. */
import { createHash } from 'node:crypto';
import db from 'dynalite/db/index.js';
import type { ActionStore, Request } from 'dynalite/db/index.js';
import { validated } from './actions.ts';
import type { Moment } from './changes.ts';
import { bytesAtMost, itemBytes, MAX_TRANSACTION_BYTES } from './item-size.ts';
import type { Layer } from './layer.ts';
import { isObject, itemKeyOf, listAt, textAt } from './request.ts';
import { readTable, rows } from './rows.ts';
import { cancelled, isServiceError, modelled, tableNotFound } from './service-error.ts';
import type { Reason } from './service-error.ts';
import { checkOne, isConditionFailed, writeOne } from './single-writes.ts';
import type { SingleWrite } from './single-writes.ts';
import { writingView } from './view.ts';

export const MOST_ACTIONS = 100;
/** How long a ClientRequestToken is remembered. */
export const TOKEN_MILLISECONDS = 600_000;

const OPERATIONS = {
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  ConditionCheck: undefined,
} as const;

interface Action {
  readonly operation: SingleWrite | undefined;
  readonly request: Request;
  readonly data: Request;
}

const actionOf = (item: unknown, view: ActionStore): Action => {
  const given = isObject(item) ? Object.entries(OPERATIONS).filter(([name]) => isObject(item[name])) : [];
  const [name, operation] = given[0] ?? [];
  const request = isObject(item) && name !== undefined ? item[name] : undefined;
  if (given.length !== 1 || !isObject(request)) {
    throw db.validationError('TransactItems can only contain one of Check, Put, Update or Delete');
  }
  return { operation, request, data: validated(operation ?? 'DeleteItem', request, view) };
};

const placeOf = (layer: Layer, { request, data }: Action): string | undefined => {
  const table = readTable(layer, textAt(request, 'TableName'));
  if (table === undefined) throw tableNotFound();
  const key = itemKeyOf(data, table);
  return key === undefined ? undefined : rows.items(table.TableName) + key;
};

const distinct = (layer: Layer, actions: readonly Action[]): void => {
  const places = actions.map((action) => placeOf(layer, action)).filter((place) => place !== undefined);
  if (new Set(places).size < places.length) {
    throw db.validationError('Transaction request cannot include multiple operations on one item');
  }
};

const reasonOf = (error: unknown): Reason => {
  if (!isServiceError(error)) throw error;
  const { Item } = error.body;
  return {
    Code: isConditionFailed(error) ? 'ConditionalCheckFailed' : 'ValidationError',
    Message: error.message,
    ...(Item === undefined ? {} : { Item }),
  };
};

const perform = async (layer: Layer, view: ActionStore, action: Action): Promise<Reason> => {
  try {
    if (action.operation === undefined) checkOne(layer, action.request, action.data);
    else await writeOne(action.operation, layer, view, action.request, action.data);
    return { Code: 'None' };
  } catch (error) {
    return reasonOf(error);
  }
};

const textAfter = (layer: Layer, action: Action): string => {
  const place = placeOf(layer, action);
  return (place === undefined ? undefined : layer.get(place)) ?? '{}';
};

const isTooLarge = (layer: Layer, actions: readonly Action[]): boolean => {
  const texts = actions.map((action) => textAfter(layer, action));
  const sum = (bytesOf: (text: string) => number): number =>
    texts.reduce((bytes, text) => bytes + bytesOf(text), 0);
  return (
    sum(bytesAtMost) > MAX_TRANSACTION_BYTES &&
    sum((text) => itemBytes(JSON.parse(text))) > MAX_TRANSACTION_BYTES
  );
};

const hashOf = (request: Request): string =>
  createHash('sha256').update(JSON.stringify(request['TransactItems'])).digest('hex');

/** Whether this very request was carried out before. */
const isRepeated = (layer: Layer, request: Request, now: number): boolean => {
  const text = layer.get(rows.token(textAt(request, 'ClientRequestToken')));
  const known: unknown = text === undefined ? undefined : JSON.parse(text);
  if (!isObject(known) || Number(known['at']) <= now - TOKEN_MILLISECONDS) return false;
  if (known['hash'] === hashOf(request)) return true;
  throw modelled('IdempotentParameterMismatchException', 'The token was used before with other parameters');
};

const remember = (layer: Layer, request: Request, now: number): void => {
  const token = textAt(request, 'ClientRequestToken');
  if (token === '') return;
  layer.set(rows.token(token), JSON.stringify({ at: now, hash: hashOf(request) }));
  layer.set(rows.tokenTime(now, token), token);
};

/** @throws DynamoDB's errors, `TransactionCanceledException` with a reason for each action among them. */
export const transactWrite = async (layer: Layer, moment: Moment, request: Request): Promise<Request> => {
  const view = writingView(layer, moment);
  const items = listAt(request, 'TransactItems');
  if (items.length < 1 || items.length > MOST_ACTIONS) {
    throw db.validationError(`Member must have length between 1 and ${MOST_ACTIONS} at 'transactItems'`);
  }
  if (isRepeated(layer, request, moment.now)) return {};
  const actions = items.map((item) => actionOf(item, view));
  distinct(layer, actions);
  const reasons: Reason[] = [];
  for (const action of actions) reasons.push(await perform(layer, view, action));
  if (reasons.some(({ Code }) => Code !== 'None')) throw cancelled(reasons);
  if (isTooLarge(layer, actions)) {
    throw db.validationError('The size of the items in the transaction has exceeded 4 MB');
  }
  remember(layer, request, moment.now);
  return {};
};
