/** A local server with a live webhook account, its provider in another process, and as many entries as wanted. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { bundled, PROVIDER } from './modules.mjs';

const A_DAY = 24 * 60;
/** Entries that one transaction writes. */
const A_WRITE = 100;
const LOOK_EVERY = 500;

/** Entries like one that was scheduled over HTTP, due at an instant in milliseconds; scheduling each would take longest. */
const filling = ({ instantOf, putEntry }, { store, ids }, tenant, like) =>
  async function fill(count, at) {
    const instant = instantOf(at);
    for (let done = 0; done < count; done += A_WRITE) {
      const rows = Array.from({ length: Math.min(A_WRITE, count - done) }, () =>
        putEntry(tenant, { ...like, id: ids.next(), slot: { ...like.slot, instant }, wakeAt: instant }),
      );
      await store.tick(rows);
    }
  };

const readingLedger = (url) => {
  const ledger = async () => (await fetch(`${url}/ledger`)).json();
  /** All posts, once there are so many, or when the time in milliseconds is over. */
  const ledgerOf = async (count, patience) => {
    const until = Date.now() + patience;
    for (;;) {
      const posts = await ledger();
      if (posts.length >= count || Date.now() > until) return posts;
      await wait(LOOK_EVERY);
    }
  };
  return ledgerOf;
};

export async function openHome() {
  process.env.CANTUS_PUBLIC_URL ??= 'https://tea.example';
  const modules = await bundled();
  const data = await mkdtemp(join(tmpdir(), 'cantus-bench-'));
  const provider = modules.startChild(PROVIDER, []);
  const providerUrl = await provider.heard(/provider at (\S+) /u);
  let home;
  const within = (opened) => {
    home = opened;
    return opened.world;
  };
  const say = (line) => process.env.CANTUS_BENCH_SAYS && console.error(line);
  const local = await modules.startLocal({ port: 0, host: '127.0.0.1', data, example: false, say, within });
  const filled = await modules.fillTea(data, local.url, providerUrl);
  const tea = await modules.openTea(data, local.url);
  const id = await modules.scheduleNow(tea, filled, 'webhook', A_DAY);
  const tenant = modules.systemTenant('tea');
  const { value: like } = await home.world.store.get(modules.keys.entry(tenant, id));
  return {
    world: home.world,
    clock: home.clock,
    Drain: modules.Drain,
    fill: filling(modules, home.world, tenant, like),
    ledgerOf: readingLedger(providerUrl),
    close: async () => {
      await local.close();
      await provider.kill();
      await rm(data, { recursive: true, force: true });
    },
  };
}
