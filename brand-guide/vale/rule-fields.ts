/** Reads a rule's keys as Vale does: whatever their case, a single value for a list of one, `"true"` for true. */
import { BadValue } from './types.ts';
import type { RuleValue } from './types.ts';

export type RuleFields = ReadonlyMap<string, RuleValue>;

/** The word that Vale reads a single value as. */
function wordOf(value: RuleValue | undefined): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'boolean') return value ? '1' : '0';
  return typeof value === 'string' ? value : '';
}

export function isMap(value: RuleValue | undefined): value is { readonly [key: string]: RuleValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function textField(fields: RuleFields, key: string): string {
  const value = fields.get(key);
  if (Array.isArray(value) || isMap(value)) throw new BadValue(key, `'${key}' expects one text`);
  return wordOf(value);
}

export function flagField(fields: RuleFields, key: string, otherwise = false): boolean {
  const value = fields.get(key);
  if (value === undefined || value === null) return otherwise;
  if (typeof value === 'boolean') return value;
  const word = typeof value === 'string' ? value.trim().toLowerCase() : undefined;
  if (word === 'true' || word === 't' || word === '1') return true;
  if (word === 'false' || word === 'f' || word === '0' || word === '') return false;
  throw new BadValue(key, `'${key}' expects true or false, found ${JSON.stringify(value)}`);
}

export function numberField(fields: RuleFields, key: string): number {
  const value = fields.get(key);
  if (value === undefined || value === null || value === '') return 0;
  const number = typeof value === 'string' ? Number(value) : Number.NaN;
  if (Number.isNaN(number))
    throw new BadValue(key, `'${key}' expects a number, found ${JSON.stringify(value)}`);
  return number;
}

export function listField(fields: RuleFields, key: string): string[] {
  const value = fields.get(key);
  if (value === undefined || value === null) return [];
  if (isMap(value)) throw new BadValue(key, `'${key}' expects a list`);
  if (!Array.isArray(value)) return [wordOf(value)];
  return value.map((one: RuleValue) => {
    if (Array.isArray(one) || isMap(one)) throw new BadValue(key, `'${key}' expects a list of texts`);
    return wordOf(one);
  });
}

/** Keys and values in the order they are written. */
export function pairsField(fields: RuleFields, key: string): [find: string, use: string][] {
  const value = fields.get(key);
  if (value === undefined || value === null) return [];
  const maps: readonly RuleValue[] = Array.isArray(value) ? value : [value];
  return maps.flatMap((map) => {
    if (!isMap(map)) throw new BadValue(key, `'${key}' expects pairs`);
    return Object.entries(map).map(([find, use]): [string, string] => {
      if (Array.isArray(use) || isMap(use)) throw new BadValue(key, `'${key}' expects a text for '${find}'`);
      return [find, wordOf(use)];
    });
  });
}

export function fieldsOf(value: { readonly [key: string]: RuleValue }): RuleFields {
  return new Map(Object.entries(value).map(([key, one]) => [key.toLowerCase(), one]));
}
