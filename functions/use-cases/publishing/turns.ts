/** Whose turn it is: workspaces in turn, each with a bound on how many of its own are under way, so that none waits for another's. */
import type { WorkspaceId } from '../../core/ids.ts';
import { nameOf, type Due } from './find-due.ts';

interface Queue {
  readonly waiting: Due[];
  running: number;
}

export class Turns {
  readonly #atOnce: number;
  /** The first is the next whose turn it is. */
  readonly #queues = new Map<WorkspaceId, Queue>();
  /** What waits or is under way. */
  readonly #known = new Set<string>();
  #waiting = 0;

  /** `atOnce` bounds what may be under way of one workspace. */
  constructor(atOnce: number) {
    this.#atOnce = atOnce;
  }

  get waiting(): number {
    return this.#waiting;
  }

  /** False when it waits or is under way already. */
  add(due: Due): boolean {
    const name = nameOf(due);
    if (this.#known.has(name)) return false;
    this.#known.add(name);
    this.#waiting += 1;
    const queue = this.#queues.get(due.workspace) ?? { waiting: [], running: 0 };
    this.#queues.set(due.workspace, queue);
    queue.waiting.push(due);
    return true;
  }

  /** The next that may begin; it is under way until it is `over`. */
  take(): Due | undefined {
    for (const [workspace, queue] of this.#queues) {
      const due = queue.running < this.#atOnce ? queue.waiting.shift() : undefined;
      if (due === undefined) continue;
      queue.running += 1;
      this.#waiting -= 1;
      this.#queues.delete(workspace);
      this.#queues.set(workspace, queue);
      return due;
    }
    return undefined;
  }

  over(due: Due): void {
    this.#known.delete(nameOf(due));
    const queue = this.#queues.get(due.workspace);
    if (queue === undefined) return;
    queue.running -= 1;
    if (queue.running === 0 && queue.waiting.length === 0) this.#queues.delete(due.workspace);
  }
}
