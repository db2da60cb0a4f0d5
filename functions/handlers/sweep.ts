/** The sweep on Lambda, each minute. */
import { sweep } from '../use-cases/publishing/sweep.ts';
import { composeWorld } from './compose.ts';
import { logTrouble } from './log.ts';

const MOST_ENTRIES = 1000;

const world = composeWorld(process.env);

export const handler = (): Promise<number> =>
  sweep(world, MOST_ENTRIES, (error, due) => logTrouble({ ...due }, error));
