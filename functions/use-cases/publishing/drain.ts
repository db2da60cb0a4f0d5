/** Publishes what is due as it falls due, many at once: neither the many posts of one workspace nor its slow provider delay another. */
import { millisOf } from '../../core/instant.ts';
import type { World } from '../../ports.ts';
import { actOn, findDue, nameOf, type Due } from './find-due.ts';
import { Turns } from './turns.ts';

export interface DrainOptions {
  readonly onTrouble: (error: unknown, due: Due) => void;
  /** How far ahead a look sees what falls due, in seconds. */
  readonly ahead: number;
}

/** Of one workspace, and altogether. */
const AT_ONCE = 32;
const MOST = 256;
/** Of each shard of the wake index, at a look. */
const OF_EACH = 16;
/** With fewer waiting for their turn, it looks for more. */
const FEW = 64;

export class Drain {
  readonly #world: World;
  readonly #options: DrainOptions;
  readonly #turns = new Turns(AT_ONCE);
  readonly #running = new Set<Promise<void>>();
  /** Begun since the last look from outside: what failed is not tried again before the next one. */
  readonly #begun = new Set<string>();
  #refill: Promise<void> | undefined;
  #mayBeMore = false;
  #stopped = false;

  constructor(world: World, options: DrainOptions) {
    this.#world = world;
    this.#options = options;
  }

  /** Finds what is due and begins with it; answers in how many milliseconds more falls due, where that is soon. */
  async look(): Promise<number | undefined> {
    this.#begun.clear();
    const next = await this.#find();
    return next === undefined ? undefined : next - millisOf(this.#world.clock.now());
  }

  /** Begins with nothing more; resolves when what is under way has ended. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#refill;
    await Promise.all(this.#running);
  }

  async #find(): Promise<number | undefined> {
    const { ahead } = this.#options;
    const { posts, drafts, next } = await findDue(this.#world, { ofEach: OF_EACH, ahead });
    const added = [...posts, ...drafts].filter(
      (due) => !this.#begun.has(nameOf(due)) && this.#turns.add(due),
    );
    this.#mayBeMore = added.length > 0;
    this.#begin();
    return next;
  }

  #begin(): void {
    while (!this.#stopped && this.#running.size < MOST) {
      const due = this.#turns.take();
      if (due === undefined) break;
      const run = this.#run(due);
      this.#running.add(run);
      void run.then(() => this.#ended(run, due));
    }
  }

  async #run(due: Due): Promise<void> {
    this.#begun.add(nameOf(due));
    await actOn(this.#world, due).catch((error: unknown) => this.#options.onTrouble(error, due));
  }

  #ended(run: Promise<void>, due: Due): void {
    this.#running.delete(run);
    this.#turns.over(due);
    this.#begin();
    const wants = this.#mayBeMore && this.#turns.waiting < FEW && !this.#stopped;
    if (wants) this.#refill ??= this.#lookForMore(due);
  }

  async #lookForMore(after: Due): Promise<void> {
    await this.#find().catch((error: unknown) => this.#options.onTrouble(error, after));
    this.#refill = undefined;
  }
}
