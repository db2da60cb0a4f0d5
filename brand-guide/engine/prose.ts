/** Tells a brand's own prose from what it only passes on: quotations, and the values of facts. */
import { reachOf } from './ranges.ts';
import type { Reach } from './ranges.ts';
import type { Part, Range, RuleContext, Scope } from './types.ts';

function holds(outer: Range, { start, end }: Range): boolean {
  return outer.start <= start && outer.end >= end;
}

interface Reaches {
  readonly quoted: Reach;
  readonly closed: Reach;
}

function isQuotation({ kind }: Scope): boolean {
  return kind === 'quotation';
}

/** Asked for every find of a text, so a text's scopes are sorted out once. */
const known = new WeakMap<readonly Scope[], Reaches>();

function reachesOf(scopes: readonly Scope[]): Reaches {
  const before = known.get(scopes);
  if (before) return before;
  const reaches = {
    quoted: reachOf(scopes.filter(isQuotation)),
    closed: reachOf(scopes.filter((one) => !isQuotation(one))),
  };
  known.set(scopes, reaches);
  return reaches;
}

/** Whether a range stands inside quotation marks: other people's words are theirs. */
export function isQuoted(context: RuleContext, part: Part, range: Range): boolean {
  return reachesOf(context.scopes(part)).quoted(range.start + 1) >= range.end;
}

/** Whether a range touches no link, tag, code or merge tag. */
export function isProse(context: RuleContext, part: Part, { start, end }: Range): boolean {
  return reachesOf(context.scopes(part)).closed(end) <= start;
}

const VERBATIM = new Set(['code', 'url', 'legal']);

function isLonger(outer: Range, { start, end }: Range): boolean {
  return outer.start < start || outer.end > end;
}

/** Reading a text for facts costs more than all other rules, so it is left where there are none to keep. */
function hasFacts({ subject, guide }: RuleContext): boolean {
  return (subject.facts?.length ?? 0) > 0 || (guide.facts?.length ?? 0) > 0;
}

/** Whether a range is part of a fact's own wording: a code, a link, a legal line, or a name that says more than it. */
export function isVerbatim(context: RuleContext, part: Part, range: Range): boolean {
  if (!hasFacts(context)) return false;
  return context
    .mentions(part)
    .some(
      (mention) =>
        holds(mention, range) &&
        (VERBATIM.has(mention.kind) || (mention.kind === 'name' && isLonger(mention, range))),
    );
}

const SENTENCE_START = /(?:^|[.!?…。！？;·؟]["”’»)\]]*\s|\n)[\s"“«„'‘([•*–—-]*$/u;

/** Whether a sentence, or a line, begins at `offset`. */
export function beginsSentence(text: string, offset: number): boolean {
  return (
    SENTENCE_START.test(text.slice(Math.max(0, offset - 12), offset)) || text.slice(0, offset).trim() === ''
  );
}

const NEXT_WORD = /(?:[^\S\n]{1,40}|[^\S\n]{0,40}\n[^\S\n]{0,40})(\p{L}[\p{L}\p{M}'’-]*)/uy;

/** The word that follows with nothing but white space between, in lower case and with a straight apostrophe. */
export function wordAfter(text: string, offset: number): (Range & { readonly word: string }) | undefined {
  NEXT_WORD.lastIndex = offset;
  const [whole, word] = NEXT_WORD.exec(text) ?? [];
  if (whole === undefined || word === undefined) return undefined;
  const end = offset + whole.length;
  return { start: end - word.length, end, word: word.toLowerCase().replaceAll('’', "'") };
}
