/** Reading a request's parameters, which arrive as JSON of any shape. */
import db from 'dynalite/db/index.js';
import type { Item, Request, Table } from 'dynalite/db/index.js';

export const isObject = (value: unknown): value is Request =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isItem = (value: unknown): value is Item => isObject(value) && Object.values(value).every(isObject);

export const textAt = (request: Request, name: string): string => {
  const value = request[name];
  return typeof value === 'string' ? value : '';
};

export const listAt = (request: Request, name: string): readonly unknown[] => {
  const value = request[name];
  return Array.isArray(value) ? value : [];
};

/** The place of the item that a write is about; undefined when its key does not fit the table. */
export const itemKeyOf = (request: Request, table: Table): string | undefined => {
  const from = request['Item'] ?? request['Key'];
  if (!isItem(from)) return undefined;
  const key: Item = {};
  for (const { AttributeName: name } of table.KeySchema) {
    const part = from[name];
    if (part !== undefined) key[name] = part;
  }
  const invalid = db.validateKey(key, table);
  return invalid === null || invalid === undefined ? db.createKey(key, table) : undefined;
};
