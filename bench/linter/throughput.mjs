/** Characters a second over prose, guide compiled and code warm, beside each peer looking for the same words. */
import { guideOf, linterOf } from '../cantus.mjs';
import { figure, median, table } from '../measure.mjs';
import { peers } from '../peers/registry.mjs';
import { prose } from '../prose.mjs';

const LENGTH = 50_000;
const PER_SECOND = 1000;

export async function throughput() {
  const text = prose(LENGTH);
  const rows = [];
  for (const peer of peers) {
    const check = await linterOf(guideOf(peer.terms, peer.voice));
    const ours = await median(() => check(text));
    const theirs = await median(() => peer.run(text), 3);
    const rate = (taken) => `${figure(((text.length / taken) * PER_SECOND) / 1e6)} M`;
    const found = `${check(text).length} / ${await peer.run(text)}`;
    rows.push([
      peer.name,
      peer.checks,
      peer.terms.length,
      rate(ours),
      rate(theirs),
      `${figure(theirs / ours)}×`,
      found,
    ]);
  }
  return table(
    ['peer', 'what it checks', 'words', 'Cantus, char/s', 'peer, char/s', 'ratio', 'findings'],
    rows,
  );
}
