/** Where a line that a rule looks for stands in a subject: at its start, at its end, before the fold. */
import type { When } from '../schema/wording.ts';
import { tailStart } from './tail.ts';
import type { Hit, Part, Range, RuleContext, Scope, ScopeKind } from './types.ts';
import { isCalledFor } from './when.ts';

/** One standing of a line. */
export interface Standing {
  readonly part: Part;
  readonly hit: Hit;
}

/** Where the rule's own literals of an item stand, in reading order. */
export function standingsOf(context: RuleContext, item: string): Standing[] {
  return context.subject.parts.flatMap((part) =>
    context
      .hits(part)
      .filter((hit) => hit.literal.item === item)
      .map((hit) => ({ part, hit })),
  );
}

/** Whether a line is called for in the subject; the rule looks for the condition's terms as `trigger`. */
export function isCalledForHere(context: RuleContext, when: When | undefined, trigger: string): boolean {
  const { subject, place } = context;
  return isCalledFor(when, {
    place,
    topics: subject.topics,
    says: () => standingsOf(context, trigger).length > 0,
    states: (kinds) =>
      subject.parts.some((part) => context.mentions(part).some((mention) => kinds.includes(mention.kind))),
  });
}

/** Whether the main text shows the range before "see more"; so does a channel that shows everything, and any other part. */
export function isBeforeFold({ subject }: RuleContext, part: Part, { end }: Range): boolean {
  const fold = subject.channel?.spec.fold;
  if (!fold || part.field !== subject.parts[0]?.field) return true;
  // A character has two units at most, so most of a long text need not be counted.
  if (end > fold.characters.value * 2) return false;
  const shown = part.text.slice(0, end);
  const lines = fold.lines?.value ?? Infinity;
  return [...shown].length <= fold.characters.value && shown.split('\n').length <= lines;
}

const SAYS = /[\p{L}\p{N}]/u;

export function isAtStart({ text }: Part, { start }: Range): boolean {
  return !SAYS.test(text.slice(0, start));
}

/** Closing tags, handles and links may follow. */
export function isAtEnd(context: RuleContext, part: Part, { end }: Range): boolean {
  return !SAYS.test(part.text.slice(end, tailStart(part.text, context.scopes(part))));
}

const NO_PROSE: ReadonlySet<ScopeKind> = new Set(['url', 'email', 'handle', 'code', 'merge-tag']);

/** Those that people read as words: no piece of a link, an address or code. In reading order, as `standingsOf` gives them. */
export function inProse(context: RuleContext, standings: readonly Standing[]): Standing[] {
  let part: Part | undefined;
  let scopes: readonly Scope[] = [];
  let next = 0;
  return standings.filter((one) => {
    if (one.part !== part) {
      part = one.part;
      scopes = context.scopes(part).filter(({ kind }) => NO_PROSE.has(kind));
      next = 0;
    }
    const { start, end } = one.hit;
    while ((scopes[next]?.end ?? Infinity) < end) next++;
    const scope = scopes[next];
    const isPiece = scope && scope.start <= start && (scope.start < start || scope.end > end);
    return !isPiece;
  });
}
