/** Messages in six scripts, each sentence with marks of its own at both ends, so that a cut would show. */
import * as fc from 'fast-check';
import { neutralGuide } from '../../brand-guide/guides/neutral.ts';
import type { Fact } from '../../brand-guide/facts/types.ts';
import type { Guide } from '../../brand-guide/schema/guide.ts';
import type { AdaptInput } from '../../functions/adapt/types.ts';
import { AVAILABLE, channelOf } from '../../functions/channels/specs.ts';
import type { Message } from '../../functions/core/campaign.ts';

/** `lean` opens a sentence that needs the one before; `#` stands for the sentence's own mark. */
export const TONGUES = {
  'en-GB': {
    words: ['mint', 'over', 'ice', 'café', 'growers', 'slowly'],
    lean: 'It',
    price: '£4.50',
    offer: '15% off',
    stop: '.',
    ask: '?',
  },
  'el-GR': {
    words: ['δυόσμος', 'πάγος', 'καφές', 'αργά', 'κάθε', 'ημέρα'],
    lean: 'Έτσι',
    price: '4,50 £',
    offer: 'έκπτωση 15%',
    stop: '.',
    ask: ';',
  },
  'ru-RU': {
    words: ['мята', 'лёд', 'кофе', 'медленно', 'каждый', 'день'],
    lean: 'Поэтому',
    price: '4,50 £',
    offer: 'скидка 15%',
    stop: '.',
    ask: '?',
  },
  'id-ID': {
    words: ['mint', 'es', 'kopi', 'perlahan', 'setiap', 'hari'],
    lean: 'Jadi',
    price: '£4,50',
    offer: 'diskon 15%',
    stop: '.',
    ask: '?',
  },
  'zh-TW': {
    words: ['薄荷', '冰塊', '咖啡', '慢慢', '每天', '農人'],
    lean: '因此',
    price: '£4.50',
    offer: '15% 折扣',
    stop: '。',
    ask: '？',
  },
  'fa-IR': {
    words: ['نعنا', 'یخ', 'قهوه', 'آهسته', 'هر', 'روز'],
    lean: 'بنابراین',
    price: '۴٫۵۰ پوند',
    offer: '۱۵٪ تخفیف',
    stop: '.',
    ask: '؟',
  },
} as const;
type Tongue = keyof typeof TONGUES;
const LOCALES = Object.keys(TONGUES).filter((one): one is Tongue => one in TONGUES);

export const SAID = ['price', 'offer', 'code'] as const;
type Said = (typeof SAID)[number];

interface Told {
  readonly id: number;
  readonly words: readonly string[];
  readonly leans: boolean;
  readonly asks: boolean;
  readonly facts: readonly Said[];
  readonly newLine: boolean;
}

export interface Case {
  readonly locale: Tongue;
  readonly input: AdaptInput;
  readonly told: readonly Told[];
}

export const LINK = 'https://northwind.com/mint?ref=a#top';
const facts = (required: boolean): readonly Fact[] => [
  {
    id: 'price',
    kind: 'price',
    value: { amount: '4.50', currency: 'GBP' },
    ...(required && { required: true }),
  },
  {
    id: 'offer',
    kind: 'percentage',
    value: { percent: '15', reduction: true },
    ...(required && { required: true }),
  },
  { id: 'code', kind: 'code', value: 'MINT20', ...(required && { required: true }) },
  { id: 'shop', kind: 'url', value: LINK, required: true },
];

const guide: Guide = {
  ...neutralGuide,
  links: { utm: { source: '{channel}', medium: 'social', campaign: '{campaign}' } },
};

/** Every sentence opens and closes with its own number, so that a cut would show. */
export const sentence = ({ id, words, leans, asks, facts: stated }: Told, locale: Tongue): string => {
  const tongue = TONGUES[locale];
  const said = stated.map((one) => (one === 'code' ? 'MINT20' : tongue[one])).join(', ');
  return (
    [leans ? tongue.lean : '', `A${id}q`, ...words, said, `Z${id}q`].filter((one) => one !== '').join(' ') +
    (asks ? tongue.ask : tongue.stop)
  );
};

const toldBy = (locale: Tongue): fc.Arbitrary<Told[]> =>
  fc
    .array(
      fc.record({
        words: fc.array(fc.constantFrom(...TONGUES[locale].words), { minLength: 1, maxLength: 14 }),
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

export const cases: fc.Arbitrary<Case> = fc.constantFrom(...LOCALES).chain((locale) =>
  fc
    .record({
      told: toldBy(locale),
      hook: fc.array(fc.constantFrom(...TONGUES[locale].words), { maxLength: 6 }),
      tags: fc.uniqueArray(fc.constantFrom('JavaMint', 'FairCup', 'Νέο', '薄荷', 'نعنا'), { maxLength: 4 }),
      channel: fc.constantFrom(...AVAILABLE),
      required: fc.boolean(),
      details: fc.array(
        fc.record({ emoji: fc.constantFrom('🌿', '👩‍🌾'), text: fc.constantFrom(...TONGUES[locale].words) }),
        { maxLength: 3 },
      ),
    })
    .map(({ told, hook, tags, channel, required, details }) => {
      const body = told
        .map((one) => (one.newLine ? '\n' : ' ') + sentence(one, locale))
        .join('')
        .trim();
      const message: Message = {
        ...(hook.length > 0 && { headline: `Hq ${hook.join(' ')}` }),
        body,
        details,
        cta: { text: 'Cq', url: LINK },
        mentions: { [channel]: ['@friend'] },
        hashtags: tags,
      };
      const module = channelOf(channel);
      if (module === undefined) throw new Error(channel);
      return {
        locale,
        told,
        input: {
          message,
          facts: facts(required),
          guide,
          channel: module,
          locale,
          campaign: { id: 'c', name: 'Mint' },
        },
      };
    }),
);
