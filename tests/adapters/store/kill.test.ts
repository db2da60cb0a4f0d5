/** Killed with SIGKILL while several writers write: no ghost row, no half transaction, nothing lost that was answered. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { ScanCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { expect, test } from 'vitest';
import { verifyAudit } from '../../../functions/adapters/dynamodb/audit.ts';
import { openEmbedded } from '../../../functions/adapters/local/embedded-dynamodb/open-embedded.ts';
import type { Embedded } from '../../../functions/adapters/local/embedded-dynamodb/open-embedded.ts';
import { systemClock } from '../../../functions/adapters/system-clock.ts';
import { TABLE_INDEXES } from '../../../functions/adapters/table.ts';
import { ulids } from '../../../functions/adapters/ulids.ts';
import { bundle } from '../../support/bundle.ts';
import { temporaryFolder } from './homes.ts';
import { counting, pairKey, tallyKey, writerKey, WRITERS } from './kill-rows.ts';

const KILLS = Number(process.env['CANTUS_KILLS'] ?? 8);
/** A fresh folder now and then keeps the whole verification quick. */
const KILLS_A_FOLDER = 4;
/** When a life ends: after so many answered commits, and then some milliseconds, so that kills fall into every part of a write. */
const commitsOf = (kill: number): number => 4 + ((kill * 7) % 24);
const millisecondsOf = (kill: number): number => (kill * 5) % 17;

type Item = Readonly<Record<string, unknown>>;

/** What the process said before it died, over all its lives on this folder. */
interface Said {
  readonly committed: Map<number, number>;
  readonly counted: Map<number, number>;
  readonly bus: Set<string>;
}

const hear = (said: Said, line: string): void => {
  const [what = '', first = '', second = ''] = line.split(' ');
  if (what === 'bus') said.bus.add(first);
  if (what === 'committed') said.committed.set(Number(first), Number(second));
  if (what === 'counted') said.counted.set(Number(first), Number(second));
};

const runAndKill = async (child: string, folder: string, kill: number, said: Said): Promise<void> => {
  const running = spawn(process.execPath, [child, folder], { stdio: ['ignore', 'pipe', 'ignore'] });
  let text = '';
  const closed = once(running, 'close');
  const busy = new Promise<void>((resolve) => {
    running.stdout.setEncoding('utf8').on('data', (some: string) => {
      text += some;
      if (text.split('committed').length > commitsOf(kill)) resolve();
    });
  });
  await Promise.race([busy, closed]);
  await wait(millisecondsOf(kill));
  running.kill('SIGKILL');
  const [code] = await closed;
  expect(code).toBeNull();
  // The last line may be cut; a whole one ends with a newline.
  for (const line of text.split('\n').slice(0, -1)) hear(said, line);
};

const scan = async (home: Embedded, IndexName?: string): Promise<readonly Item[]> => {
  const items: Item[] = [];
  let start: Record<string, unknown> | undefined;
  do {
    const page = await home.client.send(
      new ScanCommand({ TableName: home.table, IndexName, ExclusiveStartKey: start }),
    );
    items.push(...(page.Items ?? []));
    start = page.LastEvaluatedKey;
  } while (start !== undefined);
  return items;
};

const placeOf = (item: Item): string => JSON.stringify([item['pk'], item['sk']]);

const byKey = (items: readonly Item[]): readonly Item[] =>
  items.toSorted((a, b) => placeOf(a).localeCompare(placeOf(b), 'en'));

/** Each index holds exactly the table's rows that have its keys, as they are. */
const verifyIndexes = async (home: Embedded): Promise<void> => {
  const table = await scan(home);
  for (const { name, partition, sort } of TABLE_INDEXES) {
    const indexed = table.filter((item) => item[partition] !== undefined && item[sort] !== undefined);
    expect(byKey(await scan(home, name))).toEqual(byKey(indexed));
  }
};

const verifyWriter = async (home: Embedded, writer: number, said: Said): Promise<number> => {
  const n = Number((await home.store.get(writerKey(writer)))?.value['n'] ?? 0);
  const pair = await home.store.get(pairKey(writer));
  expect(Number(pair?.value['n'] ?? 0)).toBe(n);
  expect(n).toBeGreaterThanOrEqual(said.committed.get(writer) ?? 0);
  const tally = (await home.store.get(tallyKey(writer)))?.value ?? 0;
  expect(tally).toBeGreaterThanOrEqual(said.counted.get(writer) ?? 0);
  expect([n, n - 1]).toContain(tally);
  if (tally > 0) await home.client.send(new TransactWriteCommand(counting(home.table, writer, tally)));
  expect((await home.store.get(tallyKey(writer)))?.value ?? 0).toBe(tally);
  return n;
};

const verify = async (folder: string, said: Said): Promise<number> => {
  const bus = {
    publish: async (events: readonly { id: string }[]) => events.forEach(({ id }) => said.bus.add(id)),
  };
  const home = await openEmbedded({ folder, clock: systemClock, ids: ulids(systemClock), bus });
  try {
    let commits = 0;
    for (let writer = 0; writer < WRITERS; writer += 1) commits += await verifyWriter(home, writer, said);
    expect(await verifyAudit(home, 'k')).toEqual({ checked: commits, broken: [] });
    await verifyIndexes(home);
    await home.drained();
    const events = (await scan(home, 'audit')).map((item) => String(item['auditSk']));
    expect([...said.bus].toSorted()).toEqual(events.toSorted());
    return commits;
  } finally {
    await home.close();
  }
};

test(`${KILLS} kills`, { timeout: 60_000 + KILLS * 20_000 }, async () => {
  const child = await bundle(new URL('kill-child.ts', import.meta.url));
  let kills = 0;
  let commits = 0;
  while (kills < KILLS) {
    const folder = await temporaryFolder();
    const said: Said = { committed: new Map(), counted: new Map(), bus: new Set() };
    let here = 0;
    for (let life = 0; life < KILLS_A_FOLDER && kills < KILLS; life += 1) {
      await runAndKill(child, folder, kills, said);
      kills += 1;
      here = await verify(folder, said);
    }
    commits += here;
    await rm(folder, { recursive: true, force: true });
  }
  expect(commits).toBeGreaterThan(kills);
  console.log(`${kills} kills, ${commits} commits, every one of them whole`);
});
