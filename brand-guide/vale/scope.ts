/** Matches a rule's scope, such as `heading & ~text.heading.h1`, with a block's. */

interface Part {
  readonly negated: boolean;
  readonly sections: readonly string[];
}

/** Blocks that hold what other blocks hold already: a negation alone never asks for them. */
const WHOLES = new Set(['raw', 'summary', 'doc']);
const INLINE = new Set(['link', 'strong', 'emphasis', 'code']);

/** The alternatives of a scope, each a list of parts that must all hold. */
export class RuleScope {
  readonly #alternatives: readonly (readonly Part[])[];
  /** The families of blocks that have to be made for the rule: `sentence`, `paragraph`, `link` … */
  readonly bases: ReadonlySet<string>;
  /** Inline scopes whose text is blanked in the blocks that the rule runs on. */
  readonly blanked: readonly string[];

  constructor(scopes: readonly string[]) {
    this.#alternatives = scopes.map((scope) => scope.split('&').map(partOf));
    const parts = this.#alternatives.flat();
    this.bases = new Set(parts.filter(({ negated }) => !negated).map(({ sections }) => sections[0] ?? ''));
    this.blanked = parts
      .filter(({ negated, sections }) => negated && sections.length === 1 && INLINE.has(sections[0] ?? ''))
      .map(({ sections }) => sections[0] ?? '');
  }

  /** Whether sentences are among what it asks for. */
  get asksForSentences(): boolean {
    return this.#alternatives.some(asksForSentences);
  }

  matches(scope: string): boolean {
    const sections = new Set(scope.split('.'));
    const fragment = scope.startsWith('sentence.');
    return this.#alternatives.some(
      (parts) => (!fragment || asksForSentences(parts)) && holds(parts, sections),
    );
  }
}

function partOf(text: string): Part {
  const term = text.trim();
  const negated = term.startsWith('~');
  return { negated, sections: (negated ? term.slice(1) : term).split('.') };
}

function asksForSentences(parts: readonly Part[]): boolean {
  return parts.some(({ negated, sections }) => !negated && sections.includes('sentence'));
}

function holds(parts: readonly Part[], block: ReadonlySet<string>): boolean {
  return parts.every(({ negated, sections }) => {
    const inside = sections.every((section) => block.has(section));
    if (!negated) return inside;
    return !inside && ![...WHOLES].some((whole) => block.has(whole));
  });
}
