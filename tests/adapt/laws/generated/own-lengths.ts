/** A person's own tellings of three lengths, each between marks of its own; some are too long for any channel of their class. */
import * as fc from 'fast-check';
import type { Message } from '../../../../functions/core/campaign.ts';
import { TONGUES } from './tongues.ts';
import type { Tongue } from './tongues.ts';
import { marked, SAID, saidIn, wordsOf } from './told.ts';

const CLASSES = ['micro', 'short', 'long'] as const;
export type Lengths = NonNullable<Message['lengths']>;

const ownIn = (locale: Tongue, id: number): fc.Arbitrary<string> =>
  fc
    .record({
      words: fc.oneof(wordsOf(locale, 1, 3), wordsOf(locale, 4, 12), wordsOf(locale, 13, 90)),
      facts: fc.oneof(fc.constant(SAID), fc.subarray([...SAID])),
    })
    .map(
      ({ words, facts }) => marked('P', id, [...words, saidIn(locale, facts)], 'R') + TONGUES[locale].stop,
    );

/** Most messages have none. */
export const lengthsIn = (locale: Tongue): fc.Arbitrary<Lengths | undefined> => {
  const [micro, short, long] = CLASSES.map((_, id) => ownIn(locale, id));
  if (!micro || !short || !long) throw new Error('a length without a draw');
  return fc.oneof(
    { weight: 3, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.record({ micro, short, long }, { requiredKeys: [] }) },
  );
};

/** The mark that opens and the mark that closes the telling of a length. */
export const marksOf = (length: (typeof CLASSES)[number]): readonly [string, string] => {
  const id = CLASSES.indexOf(length);
  return [`P${id}q`, `R${id}q`];
};
