/** Kills the local server at every numbered step, in turn, and compares what it says with the provider's own ledger. */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { startChild } from './child.ts';
import { deathAt, type Death } from './death.ts';
import { playRound, startServer, type Ended, type Stage } from './round.ts';
import { fillTea } from './tea.ts';

export interface ChaosOptions {
  readonly kills: number;
  /** The folder of the bundled `server.js` and `provider.js`. */
  readonly programs: string;
  /** How many data folders live side by side. */
  readonly lanes: number;
  readonly say: (line: string) => void;
}

export interface Tally {
  kills: number;
  posts: number;
  /** One more for each post of an entry and revision after its first. */
  duplicates: number;
  /** Answered with 2xx and gone, never ended, or said to be published and not posted. */
  losses: number;
  /** Said to be failed, missed or held, and live. */
  misreported: number;
  unconfirmed: number;
  /** How many steps an undisturbed life of one folder takes. */
  steps: number;
  /** What an entry may end as, and how many did. */
  readonly ends: Map<string, number>;
  /** What must never be seen, as it was seen. */
  readonly broken: string[];
}

const Ledger = z.array(z.object({ entry: z.string(), revision: z.number() }));
/** The longest that a whole run may take. */
const MILLISECONDS_A_KILL = 30_000;

const ledgerOf = async (url: string): Promise<z.infer<typeof Ledger>> =>
  Ledger.parse(await (await fetch(`${url}/ledger`)).json());

const countEnds = (tally: Tally, states: ReadonlyMap<string, string>, live: ReadonlySet<string>): void => {
  for (const [id, state] of states) {
    tally.ends.set(state, (tally.ends.get(state) ?? 0) + 1);
    const isLive = live.has(id);
    if (state === 'unconfirmed') tally.unconfirmed += 1;
    else if (state === 'published' ? !isLive : state !== 'failed' && state !== 'missed' && state !== 'held') {
      tally.losses += 1;
      tally.broken.push(`${id} is ${state || 'gone'}, and ${isLive ? 'live' : 'not live'}`);
    } else if (state !== 'published' && isLive) {
      tally.misreported += 1;
      tally.broken.push(`${id} is ${state}, and live`);
    }
  }
};

const compare = async (tally: Tally, provider: string, ends: readonly Ended[]): Promise<void> => {
  const seen = new Set<string>();
  const live = new Set<string>();
  for (const { entry, revision } of await ledgerOf(provider)) {
    const post = `${entry} revision ${revision}`;
    tally.posts += 1;
    if (seen.has(post)) {
      tally.duplicates += 1;
      tally.broken.push(`${post} is live twice`);
    }
    seen.add(post);
    live.add(entry);
  }
  for (const { states } of ends) countEnds(tally, states, live);
};

/** Prime strides: few rounds spread over all steps, and many meet each moment of each step. */
const STRIDES = [37, 53] as const;

/** Of a round from 1. The second life dies somewhere else than the first, so that a death meets the traces of another. */
const deathsOf = (round: number, steps: number): readonly Death[] =>
  STRIDES.map((stride) => deathAt(round * stride, steps));

const runLanes = async (
  { kills, lanes, say }: ChaosOptions,
  steps: number,
  play: (deaths: readonly Death[]) => Promise<Ended>,
): Promise<readonly Ended[]> => {
  const ends: Ended[] = [];
  const until = Date.now() + 60_000 + kills * MILLISECONDS_A_KILL;
  let round = 0;
  let done = 0;
  const lane = async (): Promise<void> => {
    while (done < kills && Date.now() < until) {
      const ended = await play(deathsOf(++round, steps));
      ends.push(ended);
      const before = done;
      done += ended.kills;
      if (Math.floor(before / 50) < Math.floor(done / 50)) say(`${done} kills`);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return ends;
};

const emptyTally = (): Tally => ({
  kills: 0,
  posts: 0,
  duplicates: 0,
  losses: 0,
  misreported: 0,
  unconfirmed: 0,
  steps: 0,
  ends: new Map(),
  broken: [],
});

const fill = async (programs: string, folder: string, provider: string): Promise<string> => {
  const server = await startServer(programs, folder, 0);
  try {
    if (server.url === undefined) throw new Error('The server does not start.');
    return await fillTea(folder, server.url, provider);
  } catch (error) {
    throw new Error(`The data folder cannot be filled:\n${server.said()}`, { cause: error });
  } finally {
    await server.kill();
  }
};

/** A data folder with everything but entries; the answer plays a round on a copy of it. */
const prepare = async (programs: string, root: string, provider: string) => {
  const template = join(root, 'template');
  const stage: Stage = { programs, variant: await fill(programs, template, provider) };
  return async (deaths: readonly Death[]): Promise<Ended> => {
    const folder = await mkdtemp(join(root, 'round-'));
    await cp(template, folder, { recursive: true });
    const ended = await playRound(stage, folder, deaths);
    await rm(folder, { recursive: true, force: true });
    return ended;
  };
};

export const runChaos = async (options: ChaosOptions): Promise<Tally> => {
  const root = await mkdtemp(join(tmpdir(), 'cantus-chaos-'));
  const ledger = startChild(join(options.programs, 'provider.js'), []);
  const tally = emptyTally();
  try {
    const provider = (await ledger.heard(/provider at (\S+) /u)) ?? '';
    const play = await prepare(options.programs, root, provider);
    const calm = await play([]);
    tally.steps = calm.steps;
    const ends = [calm, ...(await runLanes(options, calm.steps, play))];
    for (const { kills } of ends) tally.kills += kills;
    await compare(tally, provider, ends);
    return tally;
  } finally {
    await ledger.kill();
    await rm(root, { recursive: true, force: true });
  }
};
