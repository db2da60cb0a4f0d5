/** Stock phrases are the guide's own where it has them; where nobody has one, its block is left out, and said to be. */
import * as fc from 'fast-check';
import { neutralPhrases } from '../../../brand-guide/guides/neutral.ts';
import type { Phrases } from '../../../brand-guide/schema/phrases.ts';
import type { Adaptation } from '../../../functions/adapt/types.ts';
import { AVAILABLE, channelOf } from '../../../functions/channels/specs.ts';
import { cases } from './generated/cases.ts';
import type { Case } from './generated/cases.ts';
import { FEW_RUNS, hold } from './held.ts';
import { problemsOf, textOf } from './reading.ts';

/** Short enough for any place. */
const OWN = {
  linkInBio: 'Bio7',
  scanQr: 'Scan7',
  optOut: 'STOP7',
  sender: 'From7 {brand}',
  unsubscribe: 'Leave7',
} as const satisfies Phrases;
type Stock = keyof typeof OWN;
const STOCK: readonly Stock[] = ['linkInBio', 'scanQr', 'optOut', 'sender', 'unsubscribe'];

/** Where the phrases stand; other channels carry none of them. */
const SPOKEN = ['instagram', 'tiktok', 'sms', 'email', 'in-store-sign', 'whatsapp'] as const;

const worded = (locale: string) =>
  fc.tuple(cases, fc.constantFrom(...SPOKEN), fc.subarray([...STOCK])).map(([one, id, own]): Case => {
    const channel = channelOf(id);
    if (channel === undefined || !AVAILABLE.includes(id)) throw new Error(id);
    const { input } = one;
    const place = locale === '' ? input.locale : locale;
    const phrases: Phrases = Object.fromEntries(own.map((name) => [name, OWN[name]]));
    const guide = {
      ...input.guide,
      phrases: locale === '' ? { ...neutralPhrases, [place]: phrases } : { [place]: phrases },
    };
    const { format: _format, ...rest } = input;
    return { ...one, input: { ...rest, channel, guide, locale: place } };
  });

const opening = (phrase: string): string => phrase.split('{')[0]?.trim() ?? phrase;

/** The phrases that the place has a block for. */
function dueAt({ input: { channel } }: Case): readonly Stock[] {
  const fields = channel.spec.fields.map(({ name }) => name);
  return [
    ...(channel.spec.links.place === 'none' ? (['linkInBio'] as const) : []),
    ...(channel.spec.id === 'sms' || fields.includes('footer') ? (['optOut'] as const) : []),
    ...(fields.includes('price') ? (['scanQr'] as const) : []),
    ...(fields.includes('subject') ? (['sender', 'unsubscribe'] as const) : []),
  ];
}

const ownOf = ({ input: { guide, locale } }: Case): Phrases => guide.phrases?.[locale] ?? {};
const neutralOf = ({ input: { locale } }: Case): Phrases => neutralPhrases[locale.split('-')[0] ?? ''] ?? {};
const says = (said: Adaptation, phrase: string | undefined): boolean =>
  phrase !== undefined && textOf(said).includes(opening(phrase));

hold(
  {
    'the guide’s own words are used, and the neutral ones nowhere beside them': (said, one) => {
      const due = dueAt(one).filter((name) => ownOf(one)[name] !== undefined);
      if (due.length === 0) return undefined;
      return due
        .filter((name) => name !== 'scanQr')
        .filter((name) => !says(said, OWN[name]) || says(said, neutralOf(one)[name]));
    },

    'a phrase that the guide leaves out is the neutral one of the language': (said, one) => {
      const due = dueAt(one).filter((name) => ownOf(one)[name] === undefined && name !== 'scanQr');
      if (due.length === 0) return undefined;
      return due.filter((name) => !says(said, neutralOf(one)[name]) || says(said, OWN[name]));
    },

    'none is told as missing where there is one': (said) =>
      problemsOf(said).filter((what) => what.startsWith('phrase ')),
  },
  worded(''),
  FEW_RUNS,
);

hold(
  {
    'one that nobody has in the locale leaves its block out, and says so': (said, one) => {
      const missing = dueAt(one).filter((name) => ownOf(one)[name] === undefined);
      if (missing.length === 0) return undefined;
      return missing.filter(
        (name) =>
          !problemsOf(said).includes(`phrase ${name}`) ||
          Object.values(neutralPhrases).some((neutral) => says(said, neutral[name])),
      );
    },

    'one that the guide has is used, and told as missing nowhere': (said, one) => {
      const due = dueAt(one).filter((name) => ownOf(one)[name] !== undefined && name !== 'scanQr');
      if (due.length === 0) return undefined;
      return due.filter((name) => !says(said, OWN[name]) || problemsOf(said).includes(`phrase ${name}`));
    },
  },
  worded('sw-KE'),
  FEW_RUNS,
);
