/** dynalite's validations and actions by operation, as functions that answer with promises. */
import batchGetItem from 'dynalite/actions/batchGetItem.js';
import batchWriteItem from 'dynalite/actions/batchWriteItem.js';
import deleteItem from 'dynalite/actions/deleteItem.js';
import getItem from 'dynalite/actions/getItem.js';
import putItem from 'dynalite/actions/putItem.js';
import query from 'dynalite/actions/query.js';
import scan from 'dynalite/actions/scan.js';
import updateItem from 'dynalite/actions/updateItem.js';
import db from 'dynalite/db/index.js';
import type { ActionStore, Request } from 'dynalite/db/index.js';
import validations from 'dynalite/validations/index.js';
import batchGetItemShape from 'dynalite/validations/batchGetItem.js';
import batchWriteItemShape from 'dynalite/validations/batchWriteItem.js';
import createTableShape from 'dynalite/validations/createTable.js';
import deleteItemShape from 'dynalite/validations/deleteItem.js';
import getItemShape from 'dynalite/validations/getItem.js';
import putItemShape from 'dynalite/validations/putItem.js';
import queryShape from 'dynalite/validations/query.js';
import scanShape from 'dynalite/validations/scan.js';
import updateItemShape from 'dynalite/validations/updateItem.js';

const SHAPES = {
  BatchGetItem: batchGetItemShape,
  BatchWriteItem: batchWriteItemShape,
  CreateTable: createTableShape,
  DeleteItem: deleteItemShape,
  GetItem: getItemShape,
  PutItem: putItemShape,
  Query: queryShape,
  Scan: scanShape,
  UpdateItem: updateItemShape,
} as const;

const ACTIONS = {
  BatchGetItem: batchGetItem,
  BatchWriteItem: batchWriteItem,
  DeleteItem: deleteItem,
  GetItem: getItem,
  PutItem: putItem,
  Query: query,
  Scan: scan,
  UpdateItem: updateItem,
} as const;

// `changeItem` writes the index rows, in the same batch as the item; dynalite would work all of them out once more.
db.updateIndexes = (_store, _table, _existing, _next, done) => done();

/** The request with its expressions parsed. @throws a validation error of DynamoDB. */
export const validated = (operation: keyof typeof SHAPES, request: Request, view: ActionStore): Request => {
  const shape = SHAPES[operation];
  const data = validations.checkTypes({ ...request }, shape.types);
  validations.checkValidations(data, shape.types, shape.custom, view);
  return data;
};

/** Does what a validated request asks. @throws an error in DynamoDB's shape. */
export const act = (operation: keyof typeof ACTIONS, view: ActionStore, data: Request): Promise<Request> =>
  new Promise((resolve, reject) => {
    ACTIONS[operation](view, data, (error, answer) => {
      if (error instanceof Error) reject(error);
      else resolve(answer ?? {});
    });
  });
