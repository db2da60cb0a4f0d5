/** Where everything lies in LevelDB; table names have no `~`. */
import type { Item, Table } from 'dynalite/db/index.js';
import type { Readable } from './layer.ts';

const digits = (number: number): string => String(number).padStart(16, '0');

export const rows = {
  tables: 'table~',
  table: (name: string) => `table~${name}`,
  items: (table: string) => `item~${table}~`,
  index: (table: string, index: string) => `index~${table}~${index}~`,
  stream: (table: string) => `stream~${table}~`,
  record: (table: string, sequence: number) => `stream~${table}~${digits(sequence)}`,
  checkpoints: (table: string) => `checkpoint~${table}~`,
  checkpoint: (table: string, consumer: string) => `checkpoint~${table}~${consumer}`,
  timesToLive: (table: string) => `expires~${table}~`,
  timeToLive: (table: string, seconds: number, item: string) => `expires~${table}~${digits(seconds)}~${item}`,
  /** The last sequence number among trimmed records. */
  sequence: 'sequence',
  token: (token: string) => `token~${token}`,
  tokenTimes: 'token-at~',
  tokenTime: (at: number, token: string) => `token-at~${digits(at)}~${token}`,
} as const;

const parsed = <T>(text: string | undefined): T | undefined =>
  text === undefined ? undefined : JSON.parse(text);

/** Definitions by their text: they are read with every request, and hardly ever change. */
const tables = new Map<string, Table>();

export const readTable = (from: Readable, name: string): Table | undefined => {
  const text = from.get(rows.table(name));
  if (text === undefined) return undefined;
  const known = tables.get(text);
  if (known !== undefined) return known;
  const table: Table = JSON.parse(text);
  tables.set(text, table);
  return table;
};

export const readItem = (from: Readable, table: string, key: string): Item | undefined =>
  parsed(from.get(rows.items(table) + key));
