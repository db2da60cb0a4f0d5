/** Writes transactions from several writers at once, and says each one when it is answered, until it is killed. */
import { writeSync } from 'node:fs';
import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { openEmbedded } from '../../../functions/adapters/local/embedded-dynamodb/open-embedded.ts';
import { systemClock } from '../../../functions/adapters/system-clock.ts';
import { ulids } from '../../../functions/adapters/ulids.ts';
import { counting, LIST, pairKey, tallyKey, writerKey, WRITERS } from './kill-rows.ts';

const say = (...words: readonly (string | number)[]): void => void writeSync(1, `${words.join(' ')}\n`);

const home = await openEmbedded({
  folder: process.argv[2] ?? '',
  clock: systemClock,
  ids: ulids(systemClock),
  bus: { publish: async (events) => events.forEach(({ id }) => say('bus', id)) },
});

/** Head, a row beside it, an index row that moves, the event; then a count under a token. */
const write = async (writer: number, n: number): Promise<void> => {
  const head = await home.store.get(writerKey(writer));
  const pair = await home.store.get(pairKey(writer));
  const value = { n, text: 'x'.repeat(1000) };
  await home.store.commit({
    head: {
      op: 'put',
      key: writerKey(writer),
      value,
      rev: head?.rev ?? 0,
      chain: head?.chain,
      index: { lists: { pk: LIST, sk: `${writer}#${String(n).padStart(6, '0')}` } },
    },
    changes: [{ op: 'put', key: pairKey(writer), value, rev: pair?.rev ?? 0 }],
    by: { system: 'job' },
    event: { type: 'campaign.changed', data: { n } },
  });
  say('committed', writer, n);
  await home.client.send(new TransactWriteCommand(counting(home.table, writer, n)));
  say('counted', writer, n);
};

const run = async (writer: number): Promise<void> => {
  const done = Number((await home.store.get(writerKey(writer)))?.value['n'] ?? 0);
  const tally = await home.store.get(tallyKey(writer));
  if (done > (tally?.value ?? 0)) {
    await home.client.send(new TransactWriteCommand(counting(home.table, writer, done)));
  }
  for (let n = done + 1; ; n += 1) await write(writer, n);
};

await Promise.all(Array.from({ length: WRITERS }, (_, writer) => run(writer)));
