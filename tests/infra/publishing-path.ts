/** Wake-ups from EventBridge Scheduler to a create call, simulated in steps of 10 ms from the documented quotas: no clock, no chance. */
import figures from '../../infra/figures.json' with { type: 'json' };

export interface Setting {
  readonly batchSize: number;
  /** Batches under way at once when it begins, and at most; how many more a second; polls a second, where they are bounded. */
  readonly atFirst: number;
  readonly atMost: number;
  readonly morePerSecond: number;
  readonly pollsPerSecond: number;
  readonly writeUnitsPerSecond: number;
}

export interface Load {
  readonly perSecond: number;
  readonly seconds: number;
}

const { quotas, assumptions, work, small, large } = figures;
const STEP = 0.01;
const MINUTE = 60;

export const SMALL: Setting = {
  batchSize: small.batchSize,
  atFirst: quotas.standardPollingAtFirst.value,
  atMost: small.atOnce,
  morePerSecond: quotas.standardPollingMorePerMinute.value / MINUTE,
  pollsPerSecond: Infinity,
  writeUnitsPerSecond: quotas.newTableWriteUnitsPerSecond.value,
};

/** Provisioned pollers are there before the load is; those that it adds meanwhile are not counted on. */
export const withPollers = (pollers: number): Setting => ({
  batchSize: large.batchSize,
  atFirst: Math.min(pollers * quotas.batchesOfAPoller.value, quotas.functionsAtOnce.value),
  atMost: Math.min(pollers * quotas.batchesOfAPoller.value, quotas.functionsAtOnce.value),
  morePerSecond: 0,
  pollsPerSecond: pollers * quotas.pollsOfAPollerPerSecond.value,
  writeUnitsPerSecond: large.writeUnitsPerSecond,
});

interface Message {
  readonly due: number;
  /** When the queue shows it. */
  readonly shown: number;
  readonly early: boolean;
}

/** The golden ratio's fraction spreads numbers evenly, the same at every run. */
const spread = (index: number): number => (index * 0.618_033_988_749_895) % 1;

/** A schedule is set for a minute before, and fires anywhere within that minute, no more a second than the quota lets. */
const firstWakes = ({ perSecond, seconds }: Load): readonly Message[] => {
  const dues = Array.from(
    { length: perSecond * seconds },
    (_, index) => MINUTE + Math.floor(index / perSecond),
  );
  const wished = dues.map((due, index) => ({
    due,
    at: due - MINUTE + spread(index) * quotas.schedulerPrecisionSeconds.value,
  }));
  let free = 0;
  return wished
    .toSorted((a, b) => a.at - b.at)
    .map(({ due, at }) => {
      const fired = Math.max(at, free);
      free = fired + 1 / quotas.schedulerInvocationsPerSecond.value;
      return { due, shown: fired + assumptions.deliverySeconds.value, early: fired < due };
    });
};

/** In transactions, two for each kilobyte; indexes have units of their own. */
export const UNITS_OF_A_POST =
  (work.rowsWritten + work.conditionChecks) * assumptions.itemKilobytes.value * 2;

class Queue {
  readonly #waiting: Message[] = [];
  readonly #later: Message[];
  #shown = 0;
  #taken = 0;

  constructor(messages: readonly Message[]) {
    this.#later = messages.toSorted((a, b) => a.shown - b.shown);
  }

  get left(): number {
    return this.#waiting.length - this.#taken + (this.#later.length - this.#shown);
  }

  /** As the delay ends: delays are whole seconds, so the later ones never overtake by more than one. */
  add(message: Message): void {
    let at = this.#later.length;
    while (at > this.#shown && (this.#later[at - 1]?.shown ?? 0) > message.shown) at -= 1;
    this.#later.splice(at, 0, message);
  }

  take(now: number, most: number): readonly Message[] {
    for (let next = this.#later[this.#shown]; next && next.shown <= now; next = this.#later[this.#shown]) {
      this.#waiting.push(next);
      this.#shown += 1;
    }
    const batch = this.#waiting.slice(this.#taken, this.#taken + most);
    this.#taken += batch.length;
    return batch;
  }
}

/** The pollers, the functions they keep busy, and the table's units. */
class Publishers {
  readonly lags: number[] = [];
  readonly #queue: Queue;
  readonly #setting: Setting;
  /** When each batch under way ends; as many functions are warm as ever ran at once. */
  #ends: number[] = [];
  #warm = 0;
  #allowed: number;
  #polls = 0;
  #units: number;

  constructor(queue: Queue, setting: Setting) {
    this.#queue = queue;
    this.#setting = setting;
    this.#allowed = setting.atFirst;
    this.#units = setting.writeUnitsPerSecond;
  }

  get busy(): boolean {
    return this.#ends.length > 0;
  }

  step(now: number): void {
    const { atMost, morePerSecond, pollsPerSecond, writeUnitsPerSecond, batchSize } = this.#setting;
    this.#ends = this.#ends.filter((end) => end > now);
    this.#allowed = Math.min(atMost, this.#allowed + morePerSecond * STEP);
    this.#polls = Math.min(pollsPerSecond, this.#polls + pollsPerSecond * STEP);
    this.#units = Math.min(writeUnitsPerSecond, this.#units + writeUnitsPerSecond * STEP);
    while (this.#ends.length < Math.floor(this.#allowed) && this.#polls >= 1) {
      const batch = this.#queue.take(now, Math.min(batchSize, quotas.messagesOfAPoll.value));
      if (batch.length === 0) break;
      this.#polls -= 1;
      this.#run(batch, now);
    }
  }

  #run(batch: readonly Message[], now: number): void {
    const isCold = this.#ends.length >= this.#warm;
    this.#warm = Math.max(this.#warm, this.#ends.length + 1);
    const began = now + (isCold ? assumptions.coldStartSeconds.value : 0);
    this.#ends.push(Math.max(...batch.map((message) => this.#wake(message, began))));
  }

  #wake({ due, early }: Message, began: number): number {
    if (!early) return this.#call(due, began);
    const done = began + assumptions.earlyWakeSeconds.value;
    const shown = done + Math.max(0, Math.ceil(due - done)) + assumptions.deliverySeconds.value;
    this.#queue.add({ due, shown, early: false });
    return done;
  }

  #call(due: number, began: number): number {
    this.#units -= UNITS_OF_A_POST;
    const throttled = Math.max(0, -this.#units) / this.#setting.writeUnitsPerSecond;
    const at = began + assumptions.untilCallSeconds.value + throttled;
    this.lags.push(Math.max(0, at - due));
    return at + assumptions.callSeconds.value;
  }
}

/** Seconds from each entry's instant to its create call. */
export const simulate = (load: Load, setting: Setting): readonly number[] => {
  const queue = new Queue(firstWakes(load));
  const publishers = new Publishers(queue, setting);
  for (let step = 0; queue.left > 0 || publishers.busy; step += 1) publishers.step(step * STEP);
  return publishers.lags;
};

export const atShare = (lags: readonly number[], share: number): number =>
  lags.toSorted((a, b) => a - b)[Math.min(lags.length - 1, Math.floor(lags.length * share))] ?? 0;
