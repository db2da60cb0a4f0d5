/** The sweep on Lambda, each minute: what is due, how accounts are, what people are to be told, what new zone data moves. */
import { nodeHttp } from '../adapters/node-http.ts';
import { lookAfterAccounts } from '../use-cases/account/look-after-accounts.ts';
import { resolveOnNewData } from '../use-cases/entry/resolve-on-new-data.ts';
import { tellNotices } from '../use-cases/notice/tell-notices.ts';
import { sweep } from '../use-cases/publishing/sweep.ts';
import { composeWorld } from './compose.ts';
import { logTrouble } from './log.ts';
import { beginsInTime, type TimeLeft } from './time-left.ts';

const MOST_ENTRIES = 1000;

const world = composeWorld(process.env);

/** All calls about one account fit into the function's time, so that no renewal is cut off. */
const asking = { ...world, http: nodeHttp({ publicOnly: true, seconds: 9 }) };

export const handler = async (_event: unknown, left: TimeLeft): Promise<number> => {
  const [looked] = await Promise.all([
    sweep(world, MOST_ENTRIES, (error, due) => logTrouble({ ...due }, error), beginsInTime(left)),
    lookAfterAccounts(asking, (error, due) => logTrouble({ ...due }, error)),
    tellNotices(world, (error, workspace) => logTrouble({ workspace }, error)),
    resolveOnNewData(world),
  ]);
  return looked;
};
