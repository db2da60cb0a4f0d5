/** The size of an item in bytes, as DynamoDB counts it: names and values in UTF-8. */
import type { Attribute, Item } from 'dynalite/db/index.js';

export const MAX_ITEM_BYTES = 409_600;
export const MAX_TRANSACTION_BYTES = 4_194_304;

const CONTAINER = 3;

const numberSize = (text: string): number =>
  Math.ceil(text.replace(/[eE].*$/u, '').replaceAll(/^-?0*|[.]/gu, '').length / 2) +
  1 +
  (text.startsWith('-') ? 1 : 0);

const isAttribute = (value: unknown): value is Attribute => typeof value === 'object' && value !== null;
const listed = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const scalarSize = (type: string, value: unknown): number => {
  if (typeof value !== 'string') return 1;
  if (type === 'N' || type === 'NS') return numberSize(value);
  if (type === 'B' || type === 'BS') return Buffer.byteLength(value, 'base64');
  return Buffer.byteLength(value);
};

const attributeSize = (attribute: Attribute): number => {
  const [type = '', value] = Object.entries(attribute)[0] ?? [];
  if (type === 'M' && isAttribute(value)) {
    const members = Object.entries(value);
    return members.reduce((sum, [name, of]) => sum + 1 + named(name, of), CONTAINER);
  }
  if (type === 'L') return listed(value).reduce<number>((sum, of) => sum + 1 + sized(of), CONTAINER);
  if (Array.isArray(value)) return value.reduce<number>((sum, of) => sum + scalarSize(type, of), 0);
  return scalarSize(type, value);
};

const sized = (value: unknown): number => (isAttribute(value) ? attributeSize(value) : 0);
const named = (name: string, value: unknown): number => Buffer.byteLength(name) + sized(value);

const LARGEST_CHARACTER = 3;

/** No item is larger than this, by its JSON: for most, that is small enough to ask no further. */
export const bytesAtMost = (text: string): number => text.length * LARGEST_CHARACTER;

export const itemBytes = (item: Item): number =>
  Object.entries(item).reduce((sum, [name, value]) => sum + named(name, value), 0);
