/** Wake-ups from EventBridge Scheduler to a create call, simulated in steps of 10 ms from the documented quotas: no clock, no chance. */
import figures from '../../infra/figures.json' with { type: 'json' };
import { BUSY_FROM } from '../../functions/handlers/queue-for.ts';
import { FairQueue } from './fair-queue.ts';
import { type Called, type Message, Publishers, type Reading, Table } from './publishers.ts';

export interface Setting {
  readonly usual: Reading;
  readonly busy: Reading;
  readonly writeUnitsPerSecond: number;
  readonly callSeconds: number;
  /** A workspace with more posts than this at a time waits among the busy ones; with `Infinity` there is one queue. */
  readonly busyFrom: number;
  /** Seconds until a queue notices that one group has more than its share; with `Infinity` it never does. */
  readonly noticedAfter: number;
}

export interface Load {
  readonly perSecond: number;
  readonly seconds: number;
}

export interface Post {
  readonly workspace: string;
  /** Seconds; schedules fire within the minute before. */
  readonly due: number;
}

const { quotas, assumptions, small, large, busy } = figures;
const STEP = 0.01;
export const MINUTE = 60;

const standardReading = ({ batchSize, atOnce }: typeof small): Reading => ({
  batchSize,
  atFirst: quotas.standardPollingAtFirst.value,
  atMost: atOnce,
  morePerSecond: quotas.standardPollingMorePerMinute.value / MINUTE,
  pollsPerSecond: Infinity,
});

/** Nothing is counted on that AWS does not promise: no queue notices anything. */
const AS_ASSUMED = {
  busy: standardReading(busy),
  callSeconds: assumptions.callSeconds.value,
  busyFrom: BUSY_FROM,
  noticedAfter: Infinity,
};

export const SMALL: Setting = {
  ...AS_ASSUMED,
  usual: standardReading(small),
  writeUnitsPerSecond: quotas.newTableWriteUnitsPerSecond.value,
};

/** Provisioned pollers are there before the load is; those that it adds meanwhile are not counted on. */
export const withPollers = (pollers: number): Setting => {
  const atOnce = Math.min(pollers * quotas.batchesOfAPoller.value, quotas.functionsAtOnce.value);
  return {
    ...AS_ASSUMED,
    usual: {
      batchSize: large.batchSize,
      atFirst: atOnce,
      atMost: atOnce,
      morePerSecond: 0,
      pollsPerSecond: pollers * quotas.pollsOfAPollerPerSecond.value,
    },
    writeUnitsPerSecond: large.writeUnitsPerSecond,
  };
};

/** The golden ratio's fraction spreads numbers evenly, the same at every run. */
const spread = (index: number): number => (index * 0.618_033_988_749_895) % 1;

interface Wake extends Message {
  /** Its schedule was set when its workspace was busy already. */
  readonly setAsBusy: boolean;
}

/** How many posts the workspace of a post has up to that one's instant. */
const countAround = (posts: readonly Post[]): ((post: Post) => number) => {
  const counts = new Map<string, Map<number, number>>();
  for (const { workspace, due } of posts) {
    const ofWorkspace = counts.get(workspace) ?? new Map<number, number>();
    counts.set(workspace, ofWorkspace.set(due, (ofWorkspace.get(due) ?? 0) + 1));
  }
  return ({ workspace, due }) => {
    let sum = 0;
    for (const [other, count] of counts.get(workspace) ?? []) if (other <= due) sum += count;
    return sum;
  };
};

/** A schedule is set for a minute before, and fires anywhere within that minute, no more a second than the quota lets. */
const firstWakes = (posts: readonly Post[], busyFrom: number): readonly Wake[] => {
  const around = countAround(posts);
  const before = new Map<string, number>();
  const wished = posts.map((post, index) => {
    const { workspace, due } = post;
    const nth = (before.get(workspace) ?? 0) + 1;
    before.set(workspace, nth);
    const at = due - MINUTE + spread(index) * quotas.schedulerPrecisionSeconds.value;
    return { group: workspace, due, at, setAsBusy: nth > busyFrom, isBusy: around(post) > busyFrom };
  });
  let free = 0;
  return wished
    .toSorted((a, b) => a.at - b.at)
    .map(({ at, ...wake }) => {
      const fired = Math.max(at, free);
      free = fired + 1 / quotas.schedulerInvocationsPerSecond.value;
      return { ...wake, shown: fired + assumptions.deliverySeconds.value, early: fired < wake.due };
    });
};

/** The posts of one workspace, or of so many that none of them is busy. */
export const postsOf = ({ perSecond, seconds }: Load, workspace?: string): readonly Post[] => {
  const count = perSecond * seconds;
  const workspaces = Math.ceil(count / BUSY_FROM);
  return Array.from({ length: count }, (_, index) => ({
    workspace: workspace ?? `one of many ${index % workspaces}`,
    due: MINUTE + Math.floor(index / perSecond),
  }));
};

/** Every post's create call, in their order. */
export const simulate = (posts: readonly Post[], setting: Setting): readonly Called[] => {
  const wakes = firstWakes(posts, setting.busyFrom);
  const queueOf = (isBusy: boolean) =>
    new FairQueue<Message>(
      wakes.filter(({ setAsBusy }) => setAsBusy === isBusy),
      setting.noticedAfter,
    );
  const [usualQueue, busyQueue] = [queueOf(false), queueOf(true)];
  const table = new Table(setting.writeUnitsPerSecond);
  const calls: Called[] = [];
  const around = {
    table,
    callSeconds: setting.callSeconds,
    send: (message: Message) => (message.isBusy ? busyQueue : usualQueue).add(message),
    called: (call: Called) => calls.push(call),
  };
  const lanes = [
    new Publishers(usualQueue, setting.usual, around),
    new Publishers(busyQueue, setting.busy, around),
  ];
  const isOver = () => usualQueue.left + busyQueue.left === 0 && !lanes.some(({ busy: runs }) => runs);
  for (let step = 0; !isOver(); step += 1) {
    table.pass(STEP);
    for (const lane of lanes) lane.step(step * STEP, STEP);
  }
  return calls;
};

export const atShare = (calls: readonly Called[], share: number): number => {
  const lags = calls.map(({ lag }) => lag).toSorted((a, b) => a - b);
  return lags[Math.min(lags.length - 1, Math.floor(lags.length * share))] ?? 0;
};
