/** `consistency`: of two forms, one file uses one. */
import { applyAction } from '../actions.ts';
import type { KindOf } from '../kind.ts';
import { framed, matcherOf } from '../matcher.ts';
import { flagField, pairsField } from '../rule-fields.ts';

/** The second form to appear is told at its last place in the block, and so is every block after it that has either. */
export const consistency: KindOf = (fields, head, context) => {
  const ignoreCase = flagField(fields, 'ignorecase') ? '(?i)' : '';
  const word = !flagField(fields, 'nonword');
  const pairs = pairsField(fields, 'either').toSorted(([a], [b]) => (a < b ? -1 : 1));
  const steps = pairs.map(([one, other], at) => {
    const source = ignoreCase + framed(`(?P<a${at}>${one})|(?P<b${at}>${other})`, word, context.wordTemplate);
    const key = (form: string): string => `${head.name} ${at} ${form}`;
    return {
      source,
      first: matcherOf(ignoreCase + framed(one, word, context.wordTemplate), context),
      keys: [key('a'), key('b')] as const,
    };
  });
  return {
    patterns: steps.map(({ source }) => source),
    always: false,
    *run(_, { seen }, hitsOf) {
      for (const [at, { first, keys }] of steps.entries()) {
        const hits = hitsOf(at);
        for (const hit of hits) seen.add(first.test(hit.text) ? keys[0] : keys[1]);
        const last = hits.at(-1);
        if (last && keys.every((key) => seen.has(key)))
          yield {
            range: { start: last.start, end: last.end },
            match: last.text,
            ...applyAction(head, last.text, []),
          };
      }
    },
  };
};
