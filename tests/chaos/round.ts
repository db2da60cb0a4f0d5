/** One data folder through all its lives: every one but the last ends by SIGKILL, and the last runs until all is quiet. */
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Client } from '../support/client.ts';
import { startChild, type Child } from './child.ts';
import { textOf, type Death } from './death.ts';
import { openTea, scheduleNow, stateOf } from './tea.ts';

const ENTRIES = 5;
/** More than a lease, so that the next life finds it over; all of them less than the half hour of grace. */
const MINUTES_BETWEEN = 11;
const QUIET_WITHIN = 60_000;
const LOOK_EVERY = 100;
const ENDED = ['published', 'failed', 'missed', 'held', 'handed-off', 'unconfirmed', 'cancelled'];

export interface Stage {
  /** Where the bundled programs are. */
  readonly programs: string;
  readonly variant: string;
}

export interface Ended {
  readonly kills: number;
  /** The steps that the first life went through. */
  readonly steps: number;
  /** By the id of every entry that was answered with 2xx. */
  readonly states: ReadonlyMap<string, string>;
}

export const startServer = async (
  programs: string,
  folder: string,
  minutes: number,
  death?: Death,
): Promise<Child & { readonly url: string | undefined }> => {
  const child = startChild(join(programs, 'server.js'), [folder, String(minutes), textOf(death)]);
  return { ...child, url: await child.heard(/Cantus is at (\S+) /u) };
};

const lookAtAll = async (tea: Client, ids: readonly string[]): Promise<Map<string, string>> => {
  const states = new Map<string, string>();
  for (const id of ids) states.set(id, await stateOf(tea, id));
  return states;
};

const allEnd = async (tea: Client, ids: readonly string[]): Promise<Map<string, string>> => {
  const until = Date.now() + QUIET_WITHIN;
  for (;;) {
    const states = await lookAtAll(tea, ids);
    if ([...states.values()].every((state) => ENDED.includes(state)) || Date.now() > until) return states;
    await wait(LOOK_EVERY);
  }
};

/** Schedules what is missing and waits for the end; whatever a dying server does not answer is asked of the next one. */
const live = async (
  { variant }: Stage,
  tea: Client,
  minutes: number,
  ids: string[],
): Promise<Map<string, string>> => {
  while (ids.length < ENTRIES) ids.push(await scheduleNow(tea, variant, minutes));
  return allEnd(tea, ids);
};

/** Undefined when the server died. A server that lives on and fails is an error. */
const unlessDead = async <T>(server: Child, does: () => Promise<T>): Promise<T | undefined> => {
  try {
    return await does();
  } catch (error) {
    const died = await Promise.race([server.ended, wait(1000)]);
    if (died === 'SIGKILL') return undefined;
    throw new Error(`The server lives and fails:\n${server.said()}`, { cause: error });
  }
};

/** The folder is the round's own. Without deaths it is one undisturbed life. */
export const playRound = async (stage: Stage, folder: string, deaths: readonly Death[]): Promise<Ended> => {
  const ids: string[] = [];
  let kills = 0;
  let steps = 0;
  for (const [life, death] of [...deaths, undefined].entries()) {
    const minutes = life * MINUTES_BETWEEN;
    const server = await startServer(stage.programs, folder, minutes, death);
    const { url } = server;
    try {
      const states =
        url === undefined
          ? undefined
          : await unlessDead(server, async () => live(stage, await openTea(folder, url), minutes, ids));
      if (life === 0) steps = server.said().split('step ').length - 1;
      if (states) return { kills, steps, states };
      if (death === undefined) throw new Error(`The server ended by itself:\n${server.said()}`);
      kills += 1;
    } finally {
      await server.kill();
    }
  }
  throw new Error('The last life has no end.');
};
