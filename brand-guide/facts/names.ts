/** Names: found as one contiguous wording, in any of the forms that the reader is told. */
import type { Claims } from './claims.ts';
import { claim, textOf } from './finder.ts';
import type { FactFinder } from './finder.ts';
import { foldText } from './fold.ts';
import type { FoldedText } from './fold.ts';
import { occurrences } from './phrase.ts';
import type { Mention } from './types.ts';

function findNames(text: FoldedText, wordings: readonly string[], claims: Claims): Mention[] {
  if (wordings.length === 0) return [];
  const strict = foldText(text.source, { keepAccents: true });
  const longestFirst = wordings.toSorted((a, b) => b.length - a.length);
  return longestFirst.flatMap((wording) =>
    occurrences(strict, wording).flatMap((found) => {
      const { start, end } = strict.range(found.start, found.end);
      const folded = text.folded(start, end);
      return claim(text, claims, { kind: 'name', ...folded, readings: [wording] });
    }),
  );
}

const equal: FactFinder['equal'] = (a, b) =>
  typeof a === 'string' &&
  typeof b === 'string' &&
  foldText(a, { keepAccents: true }).text === foldText(b, { keepAccents: true }).text;

export const name: FactFinder = {
  kind: 'name',
  find: (text, context, claims) => findNames(text, context.names ?? [], claims),
  equal,
  print: textOf,
};
