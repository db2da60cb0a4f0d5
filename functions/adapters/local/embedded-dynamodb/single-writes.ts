/** PutItem, UpdateItem, DeleteItem, and the check of a condition alone, over one layer. */
import db from 'dynalite/db/index.js';
import type { ActionStore, Request } from 'dynalite/db/index.js';
import { act } from './actions.ts';
import type { Layer } from './layer.ts';
import { itemKeyOf, textAt } from './request.ts';
import { readItem, readTable } from './rows.ts';
import { isServiceError, modelled, tableNotFound, typeOf } from './service-error.ts';

export type SingleWrite = 'PutItem' | 'UpdateItem' | 'DeleteItem';

const CONDITION_FAILED = 'ConditionalCheckFailedException';

export const isConditionFailed = (error: unknown): boolean =>
  isServiceError(error) && typeOf(error) === CONDITION_FAILED;

/** The item that a failed condition was tested on, when the request asks for it. */
const itemAsked = (layer: Layer, request: Request): { readonly Item?: unknown } => {
  const table = readTable(layer, textAt(request, 'TableName'));
  if (request['ReturnValuesOnConditionCheckFailure'] !== 'ALL_OLD' || table === undefined) return {};
  const key = itemKeyOf(request, table);
  const item = key === undefined ? undefined : readItem(layer, table.TableName, key);
  return item === undefined ? {} : { Item: item };
};

const withItem = (error: unknown, layer: Layer, request: Request): unknown =>
  isServiceError(error) && isConditionFailed(error)
    ? modelled(CONDITION_FAILED, error.message, itemAsked(layer, request))
    : error;

/** @throws DynamoDB's errors; `request` is as sent, `data` as validated. */
export const writeOne = async (
  operation: SingleWrite,
  layer: Layer,
  view: ActionStore,
  request: Request,
  data: Request,
): Promise<Request> => {
  try {
    return await act(operation, view, data);
  } catch (error) {
    throw withItem(error, layer, request);
  }
};

/** @throws DynamoDB's errors when the condition does not hold. */
export const checkOne = (layer: Layer, request: Request, data: Request): void => {
  const table = readTable(layer, textAt(request, 'TableName'));
  if (table === undefined) throw tableNotFound();
  const invalid = db.validateKey(data['Key'], table);
  if (invalid !== null && invalid !== undefined) throw invalid;
  const key = itemKeyOf(data, table);
  const item = key === undefined ? undefined : readItem(layer, table.TableName, key);
  const failed = db.checkConditional(data, item);
  if (failed !== null && failed !== undefined) throw withItem(failed, layer, request);
};
