/** The sweep on Lambda, each minute: what is due, and what people are to be told. */
import { tellNotices } from '../use-cases/notice/tell-notices.ts';
import { sweep } from '../use-cases/publishing/sweep.ts';
import { composeWorld } from './compose.ts';
import { logTrouble } from './log.ts';

const MOST_ENTRIES = 1000;

const world = composeWorld(process.env);

export const handler = async (): Promise<number> => {
  const [looked] = await Promise.all([
    sweep(world, MOST_ENTRIES, (error, due) => logTrouble({ ...due }, error)),
    tellNotices(world, (error, workspace) => logTrouble({ workspace }, error)),
  ]);
  return looked;
};
