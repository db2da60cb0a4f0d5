/** How a row lies in the table: `{pk, sk, rev, value, chain?, expires?, <index>Pk, <index>Sk}`, or `{big, size}` in place of `value`. */
import { gunzip, gzip } from 'node:zlib';
import { promisify } from 'node:util';
import type { NativeAttributeValue } from '@aws-sdk/lib-dynamodb';
import { canonicalJson } from '../../core/payload.ts';
import type { Media, Row } from '../../ports.ts';

/** Canonical JSON over this many bytes leaves the row. */
const BIG_BYTES = 65_536;

/** As the document client gives it. */
export type Item = Readonly<Record<string, NativeAttributeValue>>;

export type Stored = { readonly value: unknown } | { readonly big: string; readonly size: number };

const zip = promisify(gzip);
const unzip = promisify(gunzip);

/** What to write for a value; a big one is in media storage when this resolves. `size` is in bytes of canonical JSON. */
export const storedValue = async (value: unknown, media: Media | undefined): Promise<Stored> => {
  const text = canonicalJson(value);
  const size = Buffer.byteLength(text);
  if (media === undefined || size <= BIG_BYTES) return { value: JSON.parse(text) };
  const { sha256 } = await media.put(await zip(text));
  return { big: sha256, size };
};

const bigValue = async (item: Item, media: Media | undefined): Promise<string> => {
  const bytes = await media?.get(String(item['big']));
  if (bytes === undefined)
    throw new Error(`Document ${item['big']} of ${item['pk']} ${item['sk']} is not in media storage`);
  return (await unzip(bytes)).toString('utf8');
};

export const valueOf = async <T>(item: Item, media: Media | undefined): Promise<T> =>
  item['big'] === undefined ? item['value'] : JSON.parse(await bigValue(item, media));

/** The key carries the type of its row, and whoever wrote the row had that key. */
export const rowOf = async <T>(item: Item, media: Media | undefined): Promise<Row<T>> => ({
  key: { pk: item['pk'], sk: item['sk'] },
  rev: item['rev'],
  value: await valueOf<T>(item, media),
  ...(item['chain'] === undefined ? {} : { chain: item['chain'] }),
});

/** The table forgets expired rows late, so reading looks itself. `now` in epoch seconds. */
export const isExpired = (item: Item, now: number): boolean => Number(item['expires'] ?? Infinity) <= now;
