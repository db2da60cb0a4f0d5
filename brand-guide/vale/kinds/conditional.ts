/** `conditional`: where the first text stands, the second must stand too. */
import { applyAction } from '../actions.ts';
import { exceptionsOf } from '../exceptions.ts';
import type { KindOf } from '../kind.ts';
import { matcherOf } from '../matcher.ts';
import { flagField, textField } from '../rule-fields.ts';
import { countGroups } from '../token-groups.ts';

/** A second text with groups explains, for the rest of the file, what they hold; without groups it must stand in the block. */
export const conditional: KindOf = (fields, head, context) => {
  const exceptions = exceptionsOf(fields, context, flagField(fields, 'vocab', true));
  const explains = countGroups(textField(fields, 'second')) > 0;
  const second = matcherOf(textField(fields, 'second'), context);
  const source = textField(fields, 'first');
  const first = matcherOf(source, context);
  const key = (word: string): string => `= ${word}`;
  return {
    needs: explains ? [source, textField(fields, 'second')] : [source],
    local: false,
    *run({ text }, { seen }) {
      if (!explains && (!first.test(text) || second.test(text))) return;
      if (explains)
        for (const { groups } of second.matches(text))
          for (const group of groups.slice(1))
            if (group && group.end > group.start) seen.add(key(text.slice(group.start, group.end)));
      for (const { start, end, text: match } of first.matches(text)) {
        if (explains && seen.has(key(match))) continue;
        if (exceptions.holds(match) || exceptions.covers(text, { start, end })) continue;
        yield { range: { start, end }, match, ...applyAction(head, match, []) };
      }
    },
  };
};
