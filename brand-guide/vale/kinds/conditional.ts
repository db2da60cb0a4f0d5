/** `conditional`: where the first text stands, the second must stand too. */
import { applyAction } from '../actions.ts';
import { exceptionsOf } from '../exceptions.ts';
import type { KindOf } from '../kind.ts';
import { flagField, textField } from '../rule-fields.ts';
import { countGroups } from '../token-groups.ts';

const key = (word: string): string => `= ${word}`;

/** A second text with groups explains, for the rest of the file, what they hold; without groups it must stand in the block. */
export const conditional: KindOf = (fields, head, context) => {
  const exceptions = exceptionsOf(fields, context, flagField(fields, 'vocab', true));
  const explains = countGroups(textField(fields, 'second')) > 0;
  return {
    patterns: [textField(fields, 'first'), textField(fields, 'second')],
    always: false,
    *run({ text }, { seen }, hits) {
      if (!explains && hits(1).length > 0) return;
      if (explains)
        for (const { groups } of hits(1))
          for (const group of groups.slice(1))
            if (group && group.end > group.start) seen.add(key(text.slice(group.start, group.end)));
      for (const { start, end, text: match } of hits(0)) {
        if (explains && seen.has(key(match))) continue;
        if (exceptions.holds(match) || exceptions.covers(text, { start, end })) continue;
        const { message, action, suggestions } = applyAction(head, match, []);
        yield { range: { start, end }, match, message, action, suggestions };
      }
    },
  };
};
