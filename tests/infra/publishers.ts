/** The publishers of one queue: its pollers, the functions they keep busy, and what those ask of the table, which all publishers share. */
import figures from '../../infra/figures.json' with { type: 'json' };
import type { FairQueue, Grouped } from './fair-queue.ts';

const { quotas, assumptions, work } = figures;

/** How one queue is read. */
export interface Reading {
  readonly batchSize: number;
  /** Batches under way at once when it begins, and at most; how many more a second; polls a second, where they are bounded. */
  readonly atFirst: number;
  readonly atMost: number;
  readonly morePerSecond: number;
  readonly pollsPerSecond: number;
}

export interface Message extends Grouped {
  readonly due: number;
  /** Of a schedule, which fires ahead of the instant. */
  readonly early: boolean;
  /** Whether its workspace has so much around the instant that the post waits among the busy ones. */
  readonly isBusy: boolean;
}

export interface Called {
  readonly workspace: string;
  readonly due: number;
  /** Seconds from its instant to its create call. */
  readonly lag: number;
}

/** In transactions, two for each kilobyte; indexes have units of their own. */
export const UNITS_OF_A_POST =
  (work.rowsWritten + work.conditionChecks) * assumptions.itemKilobytes.value * 2;

/** What the table takes in a second; what is more has to wait. */
export class Table {
  readonly #perSecond: number;
  #units: number;

  constructor(unitsPerSecond: number) {
    this.#perSecond = unitsPerSecond;
    this.#units = unitsPerSecond;
  }

  pass(seconds: number): void {
    this.#units = Math.min(this.#perSecond, this.#units + this.#perSecond * seconds);
  }

  /** Answers for how many seconds a post is throttled. */
  write(): number {
    this.#units -= UNITS_OF_A_POST;
    return Math.max(0, -this.#units) / this.#perSecond;
  }
}

interface Around {
  readonly table: Table;
  readonly callSeconds: number;
  /** What wakes an entry again at its instant. */
  readonly send: (message: Message) => void;
  readonly called: (call: Called) => void;
}

interface Running {
  readonly batch: readonly Message[];
  readonly end: number;
}

export class Publishers {
  readonly #queue: FairQueue<Message>;
  readonly #reading: Reading;
  readonly #around: Around;
  /** As many functions are warm as ever ran at once. */
  #running: Running[] = [];
  #nextEnd = Infinity;
  #warm = 0;
  #allowed: number;
  #polls = 0;

  constructor(queue: FairQueue<Message>, reading: Reading, around: Around) {
    this.#queue = queue;
    this.#reading = reading;
    this.#around = around;
    this.#allowed = reading.atFirst;
  }

  get busy(): boolean {
    return this.#running.length > 0;
  }

  step(now: number, seconds: number): void {
    const { atMost, morePerSecond, pollsPerSecond, batchSize } = this.#reading;
    if (now >= this.#nextEnd) this.#end(now);
    this.#allowed = Math.min(atMost, this.#allowed + morePerSecond * seconds);
    this.#polls = Math.min(pollsPerSecond, this.#polls + pollsPerSecond * seconds);
    while (this.#running.length < Math.floor(this.#allowed) && this.#polls >= 1) {
      const batch = this.#queue.take(now, Math.min(batchSize, quotas.messagesOfAPoll.value));
      if (batch.length === 0) break;
      this.#polls -= 1;
      this.#run(batch, now);
    }
  }

  #end(now: number): void {
    for (const { end, batch } of this.#running) if (end <= now) this.#queue.done(batch);
    this.#running = this.#running.filter(({ end }) => end > now);
    this.#nextEnd = this.#running.reduce((soonest, { end }) => Math.min(soonest, end), Infinity);
  }

  #run(batch: readonly Message[], now: number): void {
    const isCold = this.#running.length >= this.#warm;
    this.#warm = Math.max(this.#warm, this.#running.length + 1);
    const began = now + (isCold ? assumptions.coldStartSeconds.value : 0);
    const end = Math.max(...batch.map((message) => this.#wake(message, began)));
    this.#running.push({ batch, end });
    this.#nextEnd = Math.min(this.#nextEnd, end);
  }

  #wake(message: Message, began: number): number {
    if (!message.early) return this.#call(message, began);
    const { due } = message;
    const done = began + assumptions.earlyWakeSeconds.value;
    const shown = done + Math.max(0, Math.ceil(due - done)) + assumptions.deliverySeconds.value;
    this.#around.send({ ...message, shown, early: false });
    return done;
  }

  #call({ group: workspace, due }: Message, began: number): number {
    const at = began + assumptions.untilCallSeconds.value + this.#around.table.write();
    this.#around.called({ workspace, due, lag: Math.max(0, at - due) });
    return at + this.#around.callSeconds;
  }
}
