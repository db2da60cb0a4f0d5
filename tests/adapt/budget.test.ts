/** The choice of sentences under a budget is the best there is. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Sentence } from '../../functions/adapt/blocks.ts';
import { choose } from '../../functions/adapt/budget.ts';

const sentences = (
  list: readonly (readonly [weight: number, value: number, says?: string, leaning?: boolean])[],
): Sentence[] =>
  list.map(([weight, value, says, leaning], index) => ({
    index,
    text: `${weight} ${value}`,
    paragraph: 0,
    line: index,
    says: new Set(says?.split(' ') ?? []),
    leans: leaning ?? false,
    splits: false,
  }));
const chosen = (list: readonly Sentence[], budget: number, wanted = ''): number[] =>
  choose({
    sentences: list,
    budget,
    weigh: (one) => Number(one.text.split(' ')[0]),
    value: (one) => Number(one.text.split(' ')[1]),
    wanted: new Set(wanted.split(' ').filter(Boolean)),
    said: new Set(),
    repeatable: new Set(),
  }).map((one) => one.index);

describe('the choice under a budget', () => {
  it.each([
    [
      'the better two, not the first two',
      sentences([
        [5, 1],
        [5, 3],
        [5, 2],
      ]),
      10,
      '',
      [1, 2],
    ],
    [
      'one that is worth more than two',
      sentences([
        [5, 2],
        [5, 2],
        [10, 5],
      ]),
      10,
      '',
      [2],
    ],
    [
      'what is wanted before what matters',
      sentences([
        [5, 9],
        [5, 1, 'code'],
      ]),
      5,
      'code',
      [1],
    ],
    [
      'no fact twice',
      sentences([
        [1, 5, 'price'],
        [1, 6, 'price'],
        [1, 1],
      ]),
      9,
      '',
      [1, 2],
    ],
    [
      'what leans only with its support',
      sentences([
        [6, 1],
        [4, 9, '', true],
      ]),
      5,
      '',
      [],
    ],
    [
      'the support for the sake of what leans',
      sentences([
        [6, 1],
        [4, 9, '', true],
        [10, 8],
      ]),
      10,
      '',
      [0, 1],
    ],
    ['nothing when nothing fits', sentences([[6, 1]]), 5, '', []],
  ])('%s', (_, list, budget, wanted, indexes) => expect(chosen(list, budget, wanted)).toEqual(indexes));

  it('is the best there is: no subset that fits is worth more', () => {
    const item = fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 9 }));
    fc.assert(
      fc.property(fc.array(item, { maxLength: 8 }), fc.integer({ min: 0, max: 30 }), (list, budget) => {
        const worth = (indexes: readonly number[]): number =>
          indexes.reduce((sum, index) => sum + (list[index]?.[1] ?? 0), 0);
        const weight = (indexes: readonly number[]): number =>
          indexes.reduce((sum, index) => sum + (list[index]?.[0] ?? 0), 0);
        const subsets = Array.from({ length: 2 ** list.length }, (_, bits) =>
          list.flatMap((__, index) => ((bits >> index) & 1 ? [index] : [])),
        );
        const best = Math.max(...subsets.filter((one) => weight(one) <= budget).map(worth));
        const picked = chosen(sentences(list), budget);
        expect([weight(picked) <= budget, worth(picked)]).toEqual([true, best]);
      }),
    );
  });
});
