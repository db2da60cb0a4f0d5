/** Publishing at home: a tick beside many waiting entries, the lag after the minute, and a burst that is due at once. */
import { figure, quantile, table, timed } from '../measure.mjs';
import { openHome } from './home.mjs';

const RUNS = 20;
/** `CANTUS_BENCH_WAITING` for fewer than a million, which take minutes to write. */
const MOST_WAITING = Number(process.env.CANTUS_BENCH_WAITING ?? 1_000_000);
const WAITING = [1000, 100_000, MOST_WAITING].filter((count) => count <= MOST_WAITING);
const AHEAD = 1.5;
const MINUTES = 3;
const A_MINUTE = 100;
const BURST = Number(process.env.CANTUS_BENCH_BURST ?? 10_000);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const PATIENCE = 5 * MINUTE;
const SOON = 3000;

/** Nothing of it is due, so this is what a tick costs; the last column compares it with the fewest waiting. */
async function tickRows({ world, Drain, fill }) {
  const rows = [];
  const later = Date.now() + 1000 * HOUR;
  const drain = new Drain(world, {
    ahead: AHEAD,
    onTrouble: (error) => {
      throw error;
    },
  });
  let waiting = 0;
  let fewest;
  for (const count of WAITING) {
    await fill(count - waiting, later);
    waiting = count;
    await timed(() => drain.look(), RUNS);
    const taken = await timed(() => drain.look(), RUNS);
    const half = quantile(taken, 0.5);
    fewest ??= half;
    rows.push([waiting, figure(half), figure(quantile(taken, 0.95)), figure(half / fewest)]);
  }
  return rows;
}

/** Seconds from the instant to the provider's own note of the post. */
async function lags({ clock, fill, ledgerOf }) {
  const first = Date.now() + HOUR;
  const found = [];
  for (let minute = 0; minute < MINUTES; minute += 1) {
    const instant = first + minute * HOUR;
    await fill(A_MINUTE, instant);
    clock.shift = instant - SOON - Date.now();
    const posts = await ledgerOf((minute + 1) * A_MINUTE, PATIENCE);
    const late = posts.slice(minute * A_MINUTE).map(({ at }) => (at + clock.shift - instant) / 1000);
    found.push(...late);
  }
  return found;
}

async function burst({ clock, fill, ledgerOf }, before) {
  const instant = Date.now() + 10 * HOUR;
  await fill(BURST, instant);
  clock.shift = instant - Date.now();
  const posts = await ledgerOf(before + BURST, PATIENCE);
  const times = posts.slice(before).map(({ at }) => at + clock.shift - instant);
  const twice = posts.length - new Set(posts.map(({ id }) => id)).size;
  return [BURST, times.length, twice, figure(Math.max(...times) / 1000)];
}

export async function publishing() {
  const home = await openHome();
  try {
    const ticks = table(['entries waiting', 'tick p50 ms', 'tick p95 ms', 'ratio'], await tickRows(home));
    const late = await lags(home);
    const lag = table(
      ['due in the same minute', 'posted', 'lag p50 s', 'lag p99 s'],
      [[A_MINUTE, late.length, figure(quantile(late, 0.5)), figure(quantile(late, 0.99))]],
    );
    const drained = table(
      ['due at once', 'posted', 'twice', 'the last after s'],
      [await burst(home, late.length)],
    );
    return [ticks, lag, drained].join('\n\n');
  } finally {
    await home.close();
  }
}
