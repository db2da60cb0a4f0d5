/** Writes that are not on disk yet, over what lies below. */
import type { Written } from './disk.ts';

export interface Readable {
  readonly get: (key: string) => string | undefined;
}

export class Layer implements Readable {
  readonly #below: Readable;
  readonly #rows = new Map<string, string | undefined>();
  #size = 0;

  constructor(below: Readable) {
    this.#below = below;
  }

  /** Characters written, as a measure of memory. */
  get size(): number {
    return this.#size;
  }

  readonly get = (key: string): string | undefined =>
    this.#rows.has(key) ? this.#rows.get(key) : this.#below.get(key);

  set(key: string, value: string | undefined): void {
    this.#rows.set(key, value);
    this.#size += key.length + (value?.length ?? 0);
  }

  mergeInto(below: Layer): void {
    for (const [key, value] of this.#rows) below.set(key, value);
  }

  rows(): readonly Written[] {
    return [...this.#rows];
  }
}
