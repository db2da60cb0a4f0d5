/** `existence`: texts that should not be there. */
import { applyAction } from '../actions.ts';
import { exceptionsOf } from '../exceptions.ts';
import { framed } from '../matcher.ts';
import { flagField, listField } from '../rule-fields.ts';
import { countGroups } from '../token-groups.ts';
import type { KindOf } from '../kind.ts';
import type { MatchRange } from '../../pattern/pattern.ts';

/** The groups of the token that matched, in its own numbers. */
function groupReader(tokens: readonly string[], raw: string, rawLast: boolean) {
  const counts = tokens.map(countGroups);
  const before = rawLast ? 0 : countGroups(raw);
  if (counts.every((count) => count === 0)) return (): readonly string[] => [];
  return (text: string, groups: readonly (MatchRange | undefined)[]): readonly string[] => {
    let first = 1 + before;
    for (const count of counts) {
      const own = groups.slice(first, first + count);
      if (own.some((one) => one !== undefined))
        return own.map((one) => (one ? text.slice(one.start, one.end) : ''));
      first += count;
    }
    return [];
  };
}

export const existence: KindOf = (fields, head, context) => {
  const tokens = listField(fields, 'tokens').filter((token) => token.trim() !== '');
  const raw = listField(fields, 'raw').join('');
  const nonword = flagField(fields, 'nonword');
  const rawLast = flagField(fields, 'append');
  const exceptions = exceptionsOf(fields, context, flagField(fields, 'vocab', true) && !nonword);
  const word = !nonword && listField(fields, 'tokens').length > 0;
  const frame = framed(tokens.join('|'), word, context.wordTemplate);
  const source = (flagField(fields, 'ignorecase') ? '(?i)' : '') + (rawLast ? frame + raw : raw + frame);
  const groupsOf = groupReader(tokens, raw, rawLast);
  return {
    patterns: [source],
    always: false,
    *run({ text }, _, hits) {
      for (const { start, end, text: match, groups } of hits(0)) {
        if (exceptions.holds(match.trim()) || exceptions.covers(text, { start, end })) continue;
        const { message, action, suggestions } = applyAction(head, match, groupsOf(text, groups));
        yield { range: { start, end }, match, message, action, suggestions };
      }
    },
  };
};
