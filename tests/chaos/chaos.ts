/** Kills the local server at every numbered step, in turn, and compares what it says with the providers' own ledgers. */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startChild } from './child.ts';
import { deathAt, type Death } from './death.ts';
import { playRound, startServer, type Ended } from './round.ts';
import { compare, emptyTally, Ledger, tallyText, type LedgerLine, type Tally } from './tally.ts';
import { fillTea, type Tea } from './tea.ts';

export interface ChaosOptions {
  readonly kills: number;
  /** The folder of the bundled `server.js` and `provider.js`. */
  readonly programs: string;
  /** How many data folders live side by side. */
  readonly lanes: number;
  readonly say: (line: string) => void;
}

/** The longest that a whole run may take. */
const MILLISECONDS_A_KILL = 30_000;

/** Prime strides: few rounds spread over all steps, and many meet each moment of each step. */
const STRIDES = [37, 53] as const;

/** Of a round from 1. The second life dies somewhere else than the first, so that a death meets the traces of another. */
const deathsOf = (round: number, steps: number): readonly Death[] =>
  STRIDES.map((stride) => deathAt(round * stride, steps));

const ledgerOf = async (url: string): Promise<readonly LedgerLine[]> =>
  Ledger.parse(await (await fetch(`${url}/ledger`)).json());

const runLanes = async (
  { kills, lanes, say }: ChaosOptions,
  steps: number,
  play: (deaths: readonly Death[]) => Promise<Ended>,
  counted: (ends: readonly Ended[]) => Promise<string>,
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
      if (Math.floor(before / 50) < Math.floor(done / 50)) say(await counted(ends));
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return ends;
};

const fill = async (programs: string, folder: string, provider: string): Promise<Tea> => {
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
  const tea = await fill(programs, template, provider);
  const play = async (deaths: readonly Death[]): Promise<Ended> => {
    const folder = await mkdtemp(join(root, 'round-'));
    await cp(template, folder, { recursive: true });
    const ended = await playRound({ programs, tea }, folder, deaths);
    await rm(folder, { recursive: true, force: true });
    return ended;
  };
  return { play, readers: tea.readers };
};

export const runChaos = async (options: ChaosOptions): Promise<Tally> => {
  const root = await mkdtemp(join(tmpdir(), 'cantus-chaos-'));
  const ledger = startChild(join(options.programs, 'provider.js'), []);
  const tally = emptyTally();
  try {
    const provider = (await ledger.heard(/provider at (\S+) /u)) ?? '';
    const { play, readers } = await prepare(options.programs, root, provider);
    const calm = await play([]);
    tally.steps = calm.steps;
    const counted = async (into: Tally, ends: readonly Ended[]): Promise<Tally> => {
      for (const { kills } of ends) into.kills += kills;
      compare(into, await ledgerOf(provider), ends, readers);
      return into;
    };
    const soFar = async (ends: readonly Ended[]): Promise<string> =>
      tallyText(await counted(emptyTally(), ends));
    return await counted(tally, [calm, ...(await runLanes(options, calm.steps, play, soFar))]);
  } finally {
    await ledger.kill();
    await rm(root, { recursive: true, force: true });
  }
};
