/** Messages in six scripts, each for one channel under one guide, with what they were made of. */
import * as fc from 'fast-check';
import type { Fact } from '../../../../brand-guide/facts/types.ts';
import type { AdaptInput } from '../../../../functions/adapt/types.ts';
import { AVAILABLE, channelOf } from '../../../../functions/channels/specs.ts';
import type { Message } from '../../../../functions/core/campaign.ts';
import { guidesIn } from './guides.ts';
import { lengthsIn } from './own-lengths.ts';
import type { Lengths } from './own-lengths.ts';
import { bodyOf, marked, toldBy, wordsOf } from './told.ts';
import type { Told } from './told.ts';
import { LOCALES } from './tongues.ts';
import type { Tongue } from './tongues.ts';

export interface Case {
  readonly locale: Tongue;
  readonly input: AdaptInput;
  readonly told: readonly Told[];
}

export const LINKS = [
  'https://northwind.com/mint?ref=a#top',
  'https://northwind.com/mint',
  'https://northwind.com/mint?utm_source=flyer',
  'https://nw.example/mint#top',
] as const;
const linkOf = fc.constantFrom(...LINKS);

export const factsOf = (required: boolean, link: string): readonly Fact[] => {
  const due = required && { required };
  return [
    { id: 'price', kind: 'price', value: { amount: '4.50', currency: 'GBP' }, ...due },
    { id: 'offer', kind: 'percentage', value: { percent: '15', reduction: true }, ...due },
    { id: 'code', kind: 'code', value: 'MINT20', ...due },
    { id: 'shop', kind: 'url', value: link, required: true },
  ];
};

interface Drawn {
  readonly told: readonly Told[];
  readonly hook: readonly string[];
  readonly tags: readonly string[];
  readonly link: string;
  readonly lengths: Lengths | undefined;
  readonly details: readonly { readonly emoji: string; readonly words: readonly string[] }[];
}

const drawn = (locale: Tongue): fc.Arbitrary<Drawn> =>
  fc.record({
    told: toldBy(locale),
    hook: wordsOf(locale, 0, 6),
    tags: fc.uniqueArray(fc.constantFrom('JavaMint', 'FairCup', 'Νέο', '薄荷', 'نعنا'), { maxLength: 4 }),
    link: linkOf,
    lengths: lengthsIn(locale),
    details: fc.array(fc.record({ emoji: fc.constantFrom('🌿', '👩‍🌾'), words: wordsOf(locale, 1, 8) }), {
      maxLength: 3,
    }),
  });

const messageOf = (
  { told, hook, tags, link, lengths, details }: Drawn,
  locale: Tongue,
  channel: string,
): Message => ({
  ...(hook.length > 0 && { headline: `Hq ${hook.join(' ')}` }),
  body: bodyOf(told, locale),
  details: details.map(({ emoji, words }, id) => ({ emoji, text: marked('E', id, words, 'F') })),
  cta: { text: 'Cq', url: link },
  mentions: { [channel]: ['@friend'] },
  hashtags: tags,
  ...(lengths && { lengths }),
});

/** One case in a locale, on any of the channels and in any of their formats. */
export const casesIn = (locale: Tongue): fc.Arbitrary<Case> =>
  fc
    .record({
      drawn: drawn(locale),
      guide: guidesIn(locale),
      place: fc.constantFrom(...AVAILABLE).chain((id) => {
        const channel = channelOf(id);
        if (channel === undefined) throw new Error(id);
        return fc.record({ channel: fc.constant(channel), format: fc.constantFrom(...channel.spec.formats) });
      }),
      required: fc.boolean(),
    })
    .map(({ drawn: parts, guide, place: { channel, format }, required }) => ({
      locale,
      told: parts.told,
      input: {
        message: messageOf(parts, locale, channel.spec.id),
        facts: factsOf(required, parts.link),
        guide,
        channel,
        format,
        locale,
        topics: ['mint'],
        campaign: { id: 'c', name: 'Mint', brand: 'Bq' },
      },
    }));

export const cases: fc.Arbitrary<Case> = fc.constantFrom(...LOCALES).chain(casesIn);
