/** Remembers the tags around the text that is being read, and the classes that they carry. */
import type { Token } from './token.ts';
import tags from './walk-tags.json' with { type: 'json' };

const INLINE = new Set(tags.inline);
const VOID = new Set(tags.void);

interface Container {
  readonly tag: string;
  readonly classes: string;
}

export class OpenTags {
  /** Since the last block ended, the outermost first. */
  history: string[] = [];
  #classes: string[] = [];
  #containers: Container[] = [];
  #active = '';
  #held = '';
  #heldOpen = 0;

  get last(): string {
    return this.history.at(-1) ?? this.#active;
  }

  /** Every tag passes here before anything else is made of it. */
  see(token: Token): void {
    if (token.kind !== 'start' && token.kind !== 'end') return;
    const { tag } = token;
    if (tag === this.#held) this.#heldOpen += token.kind === 'start' ? 1 : -1;
    if (INLINE.has(tag)) return;
    if (token.kind === 'start') {
      if (!VOID.has(tag)) this.#containers.push({ tag, classes: token.attributes['class'] ?? '' });
      return;
    }
    const at = this.#containers.findLastIndex((one) => one.tag === tag);
    if (at >= 0) this.#containers.splice(at, 1);
  }

  add(tag: string, classes: string): void {
    this.history.push(tag);
    this.#classes.push(classes);
    this.#active = tag;
  }

  endInline(): void {
    this.#active = '';
  }

  /** A block that is left out by its class ends where its own tag does. */
  holdClass(tag: string, byClass: boolean): void {
    if (!byClass) return;
    this.#held = tag;
    this.#heldOpen = 1;
  }

  closesHeld(): boolean {
    return this.#held !== '' && this.#heldOpen === 0;
  }

  releaseClass(): void {
    this.#held = '';
    this.#heldOpen = 0;
  }

  inNestedList(): boolean {
    const [tag, above, further] = this.history.slice(-3).toReversed();
    if (this.last !== 'li' || this.history.length <= 3 || tag === undefined) return false;
    return (above === 'ol' || above === 'ul') && further === 'li';
  }

  /** `.class.note.class.wide`: those of the containers around, then the block's own. */
  classScope(): string {
    const lists = [...this.#containers.map(({ classes }) => classes), ...this.#classes];
    const names = new Set(lists.flatMap((list) => list.split(/\s+/u)));
    return [...names]
      .filter((name) => name !== '' && !/[.&~]/u.test(name))
      .map((name) => `.class.${name}`)
      .join('');
  }

  reset(): void {
    this.history = [];
    this.#classes = [];
  }
}
