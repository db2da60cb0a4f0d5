/** Matches paths with the globs of a configuration: `*` takes slashes too, unless the glob has `**`. */

const SPECIAL = /[\\^$+.()|]/u;

function classOf(glob: string, at: number): readonly [source: string, end: number] | undefined {
  const close = glob.indexOf(']', at + 2);
  if (close < 0) return undefined;
  const inner = glob.slice(at + 1, close);
  const negated = /^[!^]/u.test(inner);
  const body = (negated ? inner.slice(1) : inner).replaceAll(/[\\[]/gu, (mark) => `\\${mark}`);
  return [`[${negated ? '^' : ''}${body}]`, close + 1];
}

class GlobReader {
  readonly #glob: string;
  readonly #deep: boolean;
  #at = 0;
  #depth = 0;

  constructor(glob: string) {
    this.#glob = glob;
    this.#deep = glob.includes('**');
  }

  #star(): string {
    const two = this.#glob.startsWith('**', this.#at);
    this.#at += two ? 2 : 1;
    if (!this.#deep) return '.*';
    if (!two) return '[^/]*';
    if (this.#glob.charAt(this.#at) !== '/') return '.*';
    this.#at++;
    return '(?:.*/)?';
  }

  #next(): string {
    const mark = this.#glob.charAt(this.#at);
    if (mark === '*') return this.#star();
    if (mark === '[') {
      const found = classOf(this.#glob, this.#at);
      if (found) {
        this.#at = found[1];
        return found[0];
      }
    }
    this.#at++;
    if (mark === '?') return this.#deep ? '[^/]' : '.';
    if (mark === '\\') return this.#literal(this.#glob.charAt(this.#at++));
    if (mark === '{') return this.#depth++ >= 0 ? '(?:' : '';
    if (mark === '}' && this.#depth > 0) return this.#depth-- > 0 ? ')' : '';
    if (mark === ',' && this.#depth > 0) return '|';
    return this.#literal(mark);
  }

  #literal(mark: string): string {
    return SPECIAL.test(mark) || '*?[]{}'.includes(mark) ? `\\${mark}` : mark;
  }

  source(): string | undefined {
    let source = '';
    while (this.#at < this.#glob.length) source += this.#next();
    return this.#depth === 0 ? `^${source}$` : undefined;
  }
}

/** Undefined for a glob that does not hold together. */
export function globMatcher(glob: string): ((path: string) => boolean) | undefined {
  const negated = glob.startsWith('!');
  const source = new GlobReader(glob.replace(/^!+/u, '')).source();
  if (source === undefined) return undefined;
  try {
    const pattern = new RegExp(source, 'su');
    return (path) => pattern.test(path.replaceAll('\\', '/')) !== negated;
  } catch {
    return undefined;
  }
}
