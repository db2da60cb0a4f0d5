/** One caption of 2,200 characters, warm: Cantus with a large guide, each peer with its own rules. */
import { largeGuide, linterOf } from '../cantus.mjs';
import { figure, quantile, table, timed } from '../measure.mjs';
import { peers } from '../peers/registry.mjs';
import { caption } from '../prose.mjs';

const LENGTH = 2200;
const RUNS = { warm: 200, measured: 1000, peer: 60 };

async function latency(run, runs) {
  let at = 0;
  const captions = Array.from({ length: 50 }, (_, seed) => caption(LENGTH, seed + 1));
  const once = () => run(captions[at++ % captions.length]);
  await timed(once, Math.min(RUNS.warm, runs));
  const taken = await timed(once, runs);
  return [quantile(taken, 0.5), quantile(taken, 0.95)];
}

export async function warmCaption() {
  const [p50, p95] = await latency(await linterOf(largeGuide(5000, 300)), RUNS.measured);
  const rows = [['Cantus, 5,000 terms and 300 rules', figure(p50), figure(p95), '1.0×']];
  for (const peer of peers) {
    const [median, slow] = await latency(peer.run, RUNS.peer);
    rows.push([
      `${peer.name}, its ${peer.terms.length} words`,
      figure(median),
      figure(slow),
      `${figure(slow / p95)}×`,
    ]);
  }
  return table(['a caption, warm', 'p50 ms', 'p95 ms', 'p95 beside Cantus'], rows);
}
