/** Sentences, details and lines that each open and close with marks of their own, so that a cut would show. */
import * as fc from 'fast-check';
import { TONGUES } from './tongues.ts';
import type { Tongue } from './tongues.ts';

export const SAID = ['price', 'offer', 'code'] as const;
export type Said = (typeof SAID)[number];
export const CODE = 'MINT20';

export interface Told {
  readonly id: number;
  readonly words: readonly string[];
  readonly leans: boolean;
  readonly asks: boolean;
  readonly facts: readonly Said[];
  readonly newLine: boolean;
}

/** What stands between the marks of one text, as `A3q … Z3q`. */
export const marked = (open: string, id: number, words: readonly string[], close: string): string =>
  [`${open}${id}q`, ...words, `${close}${id}q`].filter((one) => one !== '').join(' ');

export const wordsOf = (locale: Tongue, least: number, most: number): fc.Arbitrary<string[]> =>
  fc.array(fc.constantFrom(...TONGUES[locale].words), { minLength: least, maxLength: most });

export const saidIn = (locale: Tongue, facts: readonly Said[]): string =>
  facts.map((one) => (one === 'code' ? CODE : TONGUES[locale][one])).join(', ');

export const sentence = ({ id, words, leans, asks, facts }: Told, locale: Tongue): string => {
  const tongue = TONGUES[locale];
  const told = marked('A', id, [...words, saidIn(locale, facts)], 'Z');
  return (leans ? `${tongue.lean} ` : '') + told + (asks ? tongue.ask : tongue.stop);
};

/** Each fact is said by one sentence at most. */
export const toldBy = (locale: Tongue): fc.Arbitrary<Told[]> =>
  fc
    .array(
      fc.record({
        words: fc.oneof(
          { weight: 19, arbitrary: wordsOf(locale, 1, 14) },
          { weight: 1, arbitrary: wordsOf(locale, 50, 90) },
        ),
        leans: fc.boolean(),
        asks: fc.nat(9).map((roll) => roll === 0),
        newLine: fc.boolean(),
      }),
      { maxLength: 10 },
    )
    .chain((list) => {
      const place = fc.nat(Math.max(0, list.length - 1));
      return fc.record({ price: place, offer: place, code: place }).map((places) =>
        list.map((one, id) => ({
          ...one,
          id,
          leans: one.leans && id > 0,
          facts: SAID.filter((fact) => places[fact] === id),
        })),
      );
    });

export const bodyOf = (told: readonly Told[], locale: Tongue): string =>
  told
    .map((one) => (one.newLine ? '\n' : ' ') + sentence(one, locale))
    .join('')
    .trim();
