/** The one writer: works wait their turn, each over what the ones before it wrote, and a group of them goes to disk in one synced batch. */
import type { Base } from './base.ts';
import { Layer } from './layer.ts';

/** Writes into its layer; what it throws undoes its writes and nobody else's. */
export type Work<T> = (layer: Layer) => Promise<T>;

interface Waiting {
  readonly run: (group: Layer) => Promise<() => void>;
  readonly fail: (error: unknown) => void;
}

const MOST_WORKS = 64;
const MOST_CHARACTERS = 8_000_000;

export class Writer {
  readonly #base: Base;
  readonly #waiting: Waiting[] = [];
  readonly #listeners: (() => void)[] = [];
  #draining: Promise<void> | undefined;

  constructor(base: Base) {
    this.#base = base;
  }

  /** Answers once the work's writes are on disk; a work that throws is answered then too, as it may have seen others' writes. */
  write<T>(work: Work<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#waiting.push({ run: (group) => attempt(group, work, resolve, reject), fail: reject });
      this.#draining ??= this.#drain();
    });
  }

  /** Calls back whenever something new is on disk. */
  onWritten(listener: () => void): void {
    this.#listeners.push(listener);
  }

  /** Resolves when nothing waits. */
  async idle(): Promise<void> {
    await this.#draining;
  }

  async #drain(): Promise<void> {
    while (this.#waiting.length > 0) await this.#group();
    this.#draining = undefined;
  }

  async #group(): Promise<void> {
    const group = new Layer(this.#base);
    const taken: Waiting[] = [];
    const answers: (() => void)[] = [];
    try {
      await this.#base.ready();
      while (taken.length < MOST_WORKS && group.size < MOST_CHARACTERS) {
        const next = this.#waiting.shift();
        if (next === undefined) break;
        taken.push(next);
        answers.push(await next.run(group));
      }
      const rows = group.rows();
      if (rows.length > 0) await this.#base.write(rows);
    } catch (error) {
      const failed = taken.length > 0 ? taken : this.#waiting.splice(0);
      for (const { fail } of failed) fail(error);
      return;
    }
    for (const answer of answers) answer();
    for (const listener of this.#listeners) listener();
  }
}

const attempt = async <T>(
  group: Layer,
  work: Work<T>,
  resolve: (value: T) => void,
  reject: (error: unknown) => void,
): Promise<() => void> => {
  const layer = new Layer(group);
  try {
    const value = await work(layer);
    layer.mergeInto(group);
    return () => resolve(value);
  } catch (error) {
    return () => reject(error);
  }
};
