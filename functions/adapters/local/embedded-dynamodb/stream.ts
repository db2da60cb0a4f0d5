/** Hands the changes of a table to a consumer: in order, at least once, from a checkpoint kept on disk. */
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { StreamRecord } from './changes.ts';
import { prefixed } from './disk.ts';
import type { Engine } from './engine.ts';
import { rows } from './rows.ts';

export type Streamed = StreamRecord<Record<string, AttributeValue>>;

/** When it rejects, the same records come again. */
export type Consumer = (records: readonly Streamed[]) => Promise<void>;

export interface StreamOptions {
  readonly engine: Engine;
  readonly table: string;
  /** Names the checkpoint. */
  readonly name: string;
  readonly consumer: Consumer;
  /** Told of each failure, which is tried again later. */
  readonly report: (error: unknown) => void;
}

const AT_ONCE = 100;
const FIRST_WAIT = 100;
const LONGEST_WAIT = 30_000;

interface Batch {
  readonly records: readonly Streamed[];
  readonly last: number;
}

export class Stream {
  readonly #options: StreamOptions;
  #running: Promise<void> | undefined;
  #again = false;
  #closed = false;
  #wait = FIRST_WAIT;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: StreamOptions) {
    this.#options = options;
    options.engine.writer.onWritten(() => this.nudge());
  }

  /** Keeps the stream's records for this consumer from now on, and hands over those that wait. */
  async start(): Promise<void> {
    const { engine, table, name } = this.#options;
    const checkpoint = rows.checkpoint(table, name);
    await engine.writer.write(async (layer) => {
      if (layer.get(checkpoint) === undefined) layer.set(checkpoint, '0');
    });
    this.nudge();
  }

  /** Looks for records now, unless it is looking already or waits after a failure. */
  readonly nudge = (): void => {
    this.#again = true;
    if (this.#running !== undefined || this.#timer !== undefined || this.#closed) return;
    this.#running = this.#run().finally(() => {
      this.#running = undefined;
      if (this.#again) this.nudge();
    });
  };

  /** Resolves when everything written before is handed over, or the consumer fails. */
  async drained(): Promise<void> {
    this.nudge();
    while (this.#running !== undefined) await this.#running;
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    await this.#running;
  }

  async #run(): Promise<void> {
    this.#again = false;
    try {
      for (;;) {
        const batch = await this.#next();
        if (this.#closed || batch.records.length === 0) return;
        await this.#options.consumer(batch.records);
        await this.#keep(batch.last);
        this.#wait = FIRST_WAIT;
      }
    } catch (error) {
      this.#later(error);
    }
  }

  #later(error: unknown): void {
    if (this.#closed) return;
    this.#options.report(error);
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.nudge();
    }, this.#wait).unref();
    this.#wait = Math.min(this.#wait * 2, LONGEST_WAIT);
  }

  #next(): Promise<Batch> {
    const { engine, table, name } = this.#options;
    return engine.base.read(async (snapshot) => {
      const done = Number(snapshot.get(rows.checkpoint(table, name)) ?? 0);
      const range = {
        gt: rows.record(table, done),
        lt: String(prefixed(rows.stream(table)).lt),
        limit: AT_ONCE,
      };
      const records: Streamed[] = [];
      for await (const [, text] of snapshot.entries(range)) records.push(JSON.parse(text));
      return { records, last: Number(records.at(-1)?.dynamodb.SequenceNumber ?? done) };
    });
  }

  async #keep(last: number): Promise<void> {
    const { engine, table, name } = this.#options;
    await engine.writer.write(async (layer) => layer.set(rows.checkpoint(table, name), String(last)));
  }
}
