/** What time takes away: items whose time to live is over, transaction tokens after ten minutes, stream records after a day. */
import type { Table } from 'dynalite/db/index.js';
import { changeItem, expiryOf } from './changes.ts';
import type { StreamRecord } from './changes.ts';
import { prefixed } from './disk.ts';
import type { Range } from './disk.ts';
import type { Engine } from './engine.ts';
import { readItem, readTable, rows } from './rows.ts';
import { TOKEN_MILLISECONDS } from './transact-write.ts';

const AT_ONCE = 100;
const DAY_SECONDS = 86_400;

const some = (engine: Engine, range: Range): Promise<readonly (readonly [string, string])[]> =>
  engine.base.read(async (snapshot) => {
    const found: (readonly [string, string])[] = [];
    for await (const entry of snapshot.entries({ ...range, limit: AT_ONCE })) found.push(entry);
    return found;
  });

const removeExpired = (
  engine: Engine,
  name: string,
  places: readonly (readonly [string, string])[],
): Promise<void> =>
  engine.writer.write(async (layer) => {
    const table = readTable(layer, name);
    if (table === undefined) return;
    const moment = { ...engine.moment(), expired: true };
    for (const [place, key] of places) {
      const item = readItem(layer, name, key);
      layer.set(place, undefined);
      if ((expiryOf(table, item) ?? Infinity) <= moment.now / 1000)
        changeItem(layer, table, moment, key, item, undefined);
    }
  });

const sweepItems = async (engine: Engine, { TableName: name }: Table): Promise<void> => {
  for (;;) {
    const until = rows.timeToLive(name, Math.floor(engine.now() / 1000), '~');
    const places = await some(engine, { gte: rows.timesToLive(name), lte: until });
    if (places.length === 0) return;
    await removeExpired(engine, name, places);
  }
};

const sweepTokens = async (engine: Engine): Promise<void> => {
  for (;;) {
    const until = rows.tokenTime(engine.now() - TOKEN_MILLISECONDS, '');
    const times = await some(engine, { gte: rows.tokenTimes, lt: until });
    if (times.length === 0) return;
    await engine.writer.write(async (layer) => {
      for (const [place, token] of times) {
        const text = layer.get(rows.token(token));
        const at: unknown = text === undefined ? undefined : JSON.parse(text).at;
        if (typeof at === 'number' && rows.tokenTime(at, token) === place)
          layer.set(rows.token(token), undefined);
        layer.set(place, undefined);
      }
    });
  }
};

/** What every consumer has; all of it when there is none. */
const handedOver = async (engine: Engine, name: string): Promise<number> => {
  const checkpoints = await some(engine, prefixed(rows.checkpoints(name)));
  return Math.min(...checkpoints.map(([, last]) => Number(last)));
};

const isOld = (engine: Engine, text: string): boolean => {
  const record: StreamRecord = JSON.parse(text);
  return record.dynamodb.ApproximateCreationDateTime < engine.now() / 1000 - DAY_SECONDS;
};

/** Records go in order, so that the sequence stays whole; its number outlives them. */
const sweepStream = async (engine: Engine, { TableName: name }: Table): Promise<void> => {
  const until = await handedOver(engine, name);
  const prefix = rows.stream(name);
  const bound = until === Infinity ? prefixed(prefix) : { gte: prefix, lte: rows.record(name, until) };
  for (;;) {
    const records = await some(engine, bound);
    const young = records.findIndex(([, text]) => !isOld(engine, text));
    const old = young === -1 ? records : records.slice(0, young);
    const last = old.at(-1)?.[0].slice(prefix.length);
    if (last === undefined) return;
    await engine.writer.write(async (layer) => {
      for (const [place] of old) layer.set(place, undefined);
      const before = Number(layer.get(rows.sequence) ?? 0);
      layer.set(rows.sequence, String(Math.max(before, Number(last))));
    });
  }
};

/** One sweep over everything; late is fine. */
export const sweep = async (engine: Engine): Promise<void> => {
  const tables = await some(engine, prefixed(rows.tables));
  for (const [, text] of tables) {
    const table: Table = JSON.parse(text);
    await sweepItems(engine, table);
    await sweepStream(engine, table);
  }
  await sweepTokens(engine);
};
