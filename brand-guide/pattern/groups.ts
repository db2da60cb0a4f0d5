/** Numbers the groups of a pattern as .NET does: those without a name first, then those with one. */
import type { Slot } from './node.ts';

interface Reference {
  readonly name: string;
  readonly at: number;
  readonly slot: Slot;
}

export class Groups {
  private readonly plain: Slot[] = [];
  private readonly names = new Map<string, Slot>();
  private readonly references: Reference[] = [];

  next(): Slot {
    const slot = { index: 0 };
    this.plain.push(slot);
    return slot;
  }

  /** Groups of one name share their number. */
  named(name: string): Slot {
    const known = this.names.get(name);
    if (known) return known;
    const slot = { index: 0 };
    this.names.set(name, slot);
    return slot;
  }

  refer(name: string, at: number): Slot {
    const slot = { index: 0 };
    this.references.push({ name, at, slot });
    return slot;
  }

  /** Once the whole pattern is read. @returns how many groups there are, and the first reference to one that is missing. */
  settle(): {
    readonly count: number;
    readonly missing: { readonly name: string; readonly at: number } | undefined;
  } {
    const taken = new Set([...this.names.keys()].filter((name) => /^\d+$/.test(name)).map(Number));
    let index = 0;
    const following = (): number => {
      do index++;
      while (taken.has(index));
      return index;
    };
    for (const slot of this.plain) slot.index = following();
    for (const [name, slot] of this.names) slot.index = /^\d+$/.test(name) ? Number(name) : following();
    const count = Math.max(index, 0, ...taken);
    const missing = this.references.find(({ name, slot }) => {
      const number = this.names.get(name)?.index ?? (/^\d+$/.test(name) ? Number(name) : 0);
      slot.index = number;
      slot.body = [...this.plain, ...this.names.values()].find((one) => one.index === number)?.body;
      return number < 1 || number > count;
    });
    return { count, missing };
  }
}
