/** Guides that ask for lines, places, tags, emoji and differences, or for nothing at all. */
import * as fc from 'fast-check';
import { neutralGuide } from '../../../../brand-guide/guides/neutral.ts';
import type { Guide } from '../../../../brand-guide/schema/guide.ts';
import type { Disclosure, When } from '../../../../brand-guide/schema/wording.ts';
import { TONGUES } from './tongues.ts';
import type { Tongue } from './tongues.ts';
import { marked, wordsOf } from './told.ts';

const WHENS: readonly (When | undefined)[] = [
  undefined,
  { factKinds: ['percentage'] },
  { topics: ['mint'] },
  { topics: ['finance'] },
  { channels: ['sms', 'instagram', 'email', 'push'] },
];

const disclosuresIn = (locale: Tongue): fc.Arbitrary<readonly Disclosure[]> =>
  fc
    .array(
      fc.record({
        words: wordsOf(locale, 1, 12),
        when: fc.constantFrom(...WHENS),
        position: fc.constantFrom('start', 'end', 'end', 'end', 'any', undefined),
        beforeFold: fc.boolean(),
        worded: fc.nat(5).map((roll) => roll > 0),
      }),
      { maxLength: 2 },
    )
    .map((list) =>
      list.map(({ words, when, position, beforeFold, worded }, id) => ({
        id: `line-${id}`,
        text: { [worded ? locale : 'sw']: [marked('L', id, words, 'M') + TONGUES[locale].stop] },
        ...(when && { when }),
        ...(position && { position }),
        ...(beforeFold && { beforeFold }),
      })),
    );

const calls = fc.record(
  { beforeFold: fc.boolean(), position: fc.constantFrom('start', 'end', 'any') },
  { requiredKeys: [] },
);
const hashtags = fc.record(
  {
    required: fc.constantFrom([], ['CupOfMint']),
    max: fc.nat(4),
    banned: fc.constantFrom([], ['JavaMint']),
    position: fc.constantFrom('end', 'any', 'first-comment'),
  },
  { requiredKeys: [] },
);
const emoji = fc.record(
  {
    policy: fc.constantFrom('free', 'listed', 'none'),
    allow: fc.constantFrom([], ['🌿']),
    max: fc.nat(3),
    asBullets: fc.boolean(),
  },
  { requiredKeys: [] },
);

const sometimes = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(one, { nil: undefined, freq: 2 });

export const guidesIn = (locale: Tongue): fc.Arbitrary<Guide> =>
  fc
    .record({
      utm: fc.boolean(),
      disclosures: sometimes(disclosuresIn(locale)),
      cta: sometimes(calls),
      hashtags: sometimes(hashtags),
      emoji: sometimes(emoji),
      differ: fc.boolean(),
    })
    .map(({ utm, differ, disclosures, cta, hashtags: tags, emoji: signs }) => ({
      ...neutralGuide,
      ...(utm && {
        links: {
          utm: { source: '{channel}', medium: 'social', campaign: '{campaign}' },
          shorteners: ['nw.example'],
        },
      }),
      ...(differ && { consistency: { differ } }),
      ...(disclosures && { disclosures }),
      ...(cta && { cta }),
      ...(tags && { hashtags: tags }),
      ...(signs && { emoji: signs }),
    }));
