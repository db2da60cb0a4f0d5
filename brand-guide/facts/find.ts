/** Reads the facts that a text mentions: each span claimed once, in the order that keeps a URL from being a price. */
import { hasWords } from './lexicon.ts';
import { makeClaims } from './claims.ts';
import { foldText } from './fold.ts';
import { withMentionRanges } from './mention-range.ts';
import { FINDERS } from './registry.ts';
import { claimAddresses, claimTags } from './scopes.ts';
import type { Mention, ReadingContext } from './types.ts';

/** Words of other languages tell no role in one that nothing is known of: there "until" may be anything. */
const plain = ({ role: _role, qualifier: _qualifier, day: _day, ...mention }: Mention): Mention => mention;

/** Mentions in text order; ranges are UTF-16, half-open, over the text as typed. Never throws, whatever the text. */
export function findMentions(source: string, context: ReadingContext): Mention[] {
  const text = foldText(source);
  const claims = makeClaims(text.text.length);
  claimAddresses(text, claims);
  const found = FINDERS.flatMap((finder) => {
    const mentions = finder.find(text, context, claims);
    if (finder.kind === 'url') claimTags(text, claims);
    return mentions;
  });
  const inOrder = found.toSorted((a, b) => a.start - b.start || a.end - b.end);
  return hasWords(context.locale) ? withMentionRanges(text, inOrder) : inOrder.map(plain);
}
