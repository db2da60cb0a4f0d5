/** Comments that turn rules off and on: `vale off`, `vale Style.Rule = NO`, `vale Style.Rule["word"] = NO`, `vale style = A`. */

interface Region {
  readonly from: number;
  to: number;
}

const CONTROL = /^vale (.+\..+|[^.]+) = (YES|NO|on|off)$/u;
const STYLES = /^vale styles? = (.*)$/u;
const MATCHES = /^vale (.+\..+)(\[.+\]) = (?:YES|NO)$/u;

function wordsIn(list: string): string[] | undefined {
  try {
    const words: unknown = JSON.parse(list);
    return Array.isArray(words) && words.every((word) => typeof word === 'string') ? words : undefined;
  } catch {
    return undefined;
  }
}

const styleOf = (name: string): string => name.split('.')[0] ?? name;

/** Which rules the comments so far have turned off. */
export class Directives {
  readonly #off = new Set<string>();
  readonly #regions = new Map<string, Region[]>();
  readonly #styles: readonly string[];

  constructor(styles: readonly string[]) {
    this.#styles = styles;
  }

  /** A comment's text without its marks, and where it stands in the source. */
  see(comment: string, at: number): void {
    if (comment === 'vale off' || comment === 'vale on') {
      this.#set('off', comment === 'vale off', at);
      return;
    }
    const off = / = (?:NO|off)$/u.test(comment);
    const [, name = '', list] = MATCHES.exec(comment) ?? [];
    const words = list === undefined ? undefined : wordsIn(list);
    if (words) for (const word of words) this.#set(`${name}[${word}]`, off, at);
    else if (list === undefined && CONTROL.test(comment))
      this.#set(CONTROL.exec(comment)?.[1] ?? '', off, at);
    else this.#only(STYLES.exec(comment)?.[1]);
  }

  #only(styles: string | undefined): void {
    if (styles === undefined) return;
    for (const style of this.#styles) this.#off.add(style);
    for (const style of styles.split(', ')) this.#off.delete(style);
  }

  #set(key: string, off: boolean, at: number): void {
    const regions = this.#regions.get(key) ?? [];
    this.#regions.set(key, regions);
    const last = regions.at(-1);
    const open = last?.to === Infinity;
    if (off) {
      this.#off.add(key);
      if (!open) regions.push({ from: at, to: Infinity });
    } else {
      this.#off.delete(key);
      if (last && open) last.to = at;
    }
  }

  /** Whether a rule does not run on the block that ends here. */
  silences(rule: string): boolean {
    return this.#off.has('off') || this.#off.has(styleOf(rule)) || this.#off.has(rule);
  }

  /** Whether something that was found is not told: for its text, or because it stands where the rule was off. */
  hides(rule: string, match: string, at: number): boolean {
    if (this.#off.has(`${rule}[${match}]`)) return true;
    return ['off', rule, styleOf(rule), `${rule}[${match}]`].some((key) =>
      this.#regions.get(key)?.some(({ from, to }) => from <= at && at < to),
    );
  }

  /** Rules that look at the whole file run whatever was turned off, but for `vale off`. */
  reset(): void {
    const off = this.#off.has('off');
    this.#off.clear();
    if (off) this.#off.add('off');
  }
}
