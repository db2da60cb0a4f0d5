/** One data folder through all its lives: every one but the last ends by SIGKILL, and the last runs until all is quiet. */
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import * as z from 'zod';
import { at, textAt, type Client } from '../support/client.ts';
import { startChild, type Child } from './child.ts';
import { textOf, type Death } from './death.ts';
import type { Channel } from './tally.ts';
import { openTea, scheduleNow, type Tea } from './tea.ts';

/** What each round schedules; two say the same on a channel that is read back by its words. */
const POSTS: readonly Channel[] = ['webhook', 'mastodon', 'email', 'mastodon', 'webhook'];
/** More than a lease, so that the next life finds it over; all of them less than the half hour of grace. */
const MINUTES_BETWEEN = 11;
/** More than what passes between two looks at what nobody knows. */
const MINUTES_TO_LOOK_AGAIN = 6;
const QUIET_WITHIN = 60_000;
const LOOK_EVERY = 100;
/** The server looks each second. */
const SWEEP_EVERY = 1000;
const ENDED = ['published', 'failed', 'missed', 'held', 'handed-off', 'cancelled'];

export interface Stage {
  /** Where the bundled programs are. */
  readonly programs: string;
  readonly tea: Tea;
}

const Counts = z.object({ sent: z.number(), unconfirmed: z.number() });

/** What the server says of an entry. */
export interface Stated {
  readonly channel: Channel;
  /** The empty text for an entry that the server does not know. */
  readonly state: string;
  /** To people. */
  readonly counts: Partial<z.infer<typeof Counts>>;
  /** The outcome or the hold that it shows, as JSON. */
  readonly why: string;
}

export interface Ended {
  readonly kills: number;
  /** The steps that the first life went through. */
  readonly steps: number;
  /** By the id of every entry that was answered with 2xx. */
  readonly states: ReadonlyMap<string, Stated>;
}

/** How far the server of a round is ahead of the real time. */
interface Ahead {
  minutes: number;
}

export type Server = Child & { readonly url: string | undefined };

export const startServer = async (
  programs: string,
  folder: string,
  minutes: number,
  death?: Death,
): Promise<Server> => {
  const child = startChild(join(programs, 'server.js'), [folder, String(minutes), textOf(death)]);
  return { ...child, url: await child.heard(/Cantus is at (\S+) /u) };
};

const stated = async (client: Client, id: string, channel: Channel): Promise<Stated> => {
  const { body } = await client.get(`/entries/${id}`);
  return {
    channel,
    state: textAt(body, 'state'),
    counts: Counts.safeParse(at(body, 'outcome', 'counts')).data ?? {},
    why: JSON.stringify(at(body, 'outcome') ?? at(body, 'hold') ?? {}),
  };
};

const lookAtAll = async (client: Client, ids: ReadonlyMap<string, Channel>): Promise<Map<string, Stated>> => {
  const states = new Map<string, Stated>();
  for (const [id, channel] of ids) states.set(id, await stated(client, id, channel));
  return states;
};

/** A webhook that nobody knows of is a person's matter at once: its machine only asks in vain. */
const isOver = ({ state, channel }: Stated): boolean =>
  ENDED.includes(state) || (state === 'unconfirmed' && channel === 'webhook');

/** Waits for the end, and lets time pass where only a later look can tell. */
const allEnd = async (
  server: Server,
  client: Client,
  ahead: Ahead,
  ids: ReadonlyMap<string, Channel>,
): Promise<Map<string, Stated>> => {
  const until = Date.now() + QUIET_WITHIN;
  for (;;) {
    const states = await lookAtAll(client, ids);
    const open = [...states.values()].filter((one) => !isOver(one));
    if (open.length === 0 || Date.now() > until) return states;
    if (open.every(({ state }) => state === 'unconfirmed')) {
      ahead.minutes += MINUTES_TO_LOOK_AGAIN;
      server.tell(`ahead ${ahead.minutes}`);
      await wait(SWEEP_EVERY);
    }
    await wait(LOOK_EVERY);
  }
};

/** Schedules what is missing and waits for the end; whatever a dying server does not answer is asked of the next one. */
const live = async (
  { tea }: Stage,
  server: Server,
  client: Client,
  ahead: Ahead,
  ids: Map<string, Channel>,
): Promise<Map<string, Stated>> => {
  for (const channel of POSTS.slice(ids.size))
    ids.set(await scheduleNow(client, tea, channel, ahead.minutes), channel);
  return allEnd(server, client, ahead, ids);
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
  const ids = new Map<string, Channel>();
  const ahead: Ahead = { minutes: 0 };
  let kills = 0;
  let steps = 0;
  for (const [life, death] of [...deaths, undefined].entries()) {
    if (life > 0) ahead.minutes += MINUTES_BETWEEN;
    const server = await startServer(stage.programs, folder, ahead.minutes, death);
    const { url } = server;
    try {
      const states =
        url === undefined
          ? undefined
          : await unlessDead(server, async () => live(stage, server, await openTea(folder, url), ahead, ids));
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
