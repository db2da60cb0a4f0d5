/** What holds for every message the adapter is given, in six scripts and on every channel there is. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findMentions } from '../../brand-guide/facts/find.ts';
import { neutralGuide } from '../../brand-guide/guides/neutral.ts';
import { adapt } from '../../functions/adapt/adapt.ts';
import type { Adaptation, AdaptInput } from '../../functions/adapt/types.ts';
import { AVAILABLE, channelOf } from '../../functions/channels/specs.ts';
import type { Message } from '../../functions/core/campaign.ts';
import { cases, LINK, SAID, sentence, TONGUES } from './generated-messages.ts';
import type { Case } from './generated-messages.ts';

/** Characters that Instagram shows before it cuts. */
const FOLD = 125;
/** All that is read: an inbox shows the preheader instead of the body's first lines. */
const textOf = ({ parts }: Adaptation): string =>
  parts
    .filter(({ field }) => field !== 'preheader')
    .map(({ text }) => text)
    .join('\n');
const problemsOf = (said: Adaptation): readonly string[] => said.problems.map((one) => one.what);
const times = (text: string, part: string): number => text.split(part).length - 1;

/** The first message, if any, for which the law names something broken. */
const broken = (law: (said: Adaptation, one: Case) => readonly unknown[]): string | undefined => {
  const result = fc.check(
    fc.property(cases, (one) => {
      const said = adapt(one.input);
      const failures = law(said, one);
      if (failures.length > 0)
        throw new Error(`${JSON.stringify(failures)} in ${one.input.channel.spec.id}: ${textOf(said)}`);
    }),
    { numRuns: 40 },
  );
  return result.failed ? fc.defaultReportMessage(result) : undefined;
};

/** The same words in other objects, so that nothing can be remembered by identity. */
const copied = (input: AdaptInput): AdaptInput => ({
  ...input,
  message: structuredClone(input.message),
  facts: structuredClone(input.facts),
});

type Law = (said: Adaptation, one: Case) => readonly unknown[];

const LAWS: readonly (readonly [string, Law])[] = [
  [
    'never passes a limit that the channel refuses over, and says so where a message takes more segments',
    (said: Adaptation, { input }: Case): unknown[] => {
      const admitted = input.channel.spec.id === 'sms' && problemsOf(said).includes('length');
      const [main] = said.parts;
      const count = input.channel.count(main?.text ?? '', main?.field);
      const over = said.parts.filter(({ field, text }) => !input.channel.count(text, field).fits);
      return [
        ...(admitted ? [] : over),
        ...[count.length === said.length, count.limit === said.limit].filter((one) => !one),
      ];
    },
  ],

  [
    'cuts no sentence, link or hashtag',
    (said: Adaptation, { told, input }: Case): unknown[] => {
      const text = textOf(said);
      const tags = (input.message.hashtags ?? []).map((one) => `#${one}`);
      return [
        ...told.filter(({ id }) => times(text, `A${id}q`) !== times(text, `Z${id}q`)),
        ...(text.replaceAll(said.link ?? '', '').match(/#\S+/gu) ?? []).filter((tag) => !tags.includes(tag)),
        ...(text.match(/https?:\S+/gu) ?? []).filter((link) => link !== said.link),
      ];
    },
  ],

  [
    'is said, or told as a problem',
    (said: Adaptation, { locale, input }: Case): unknown[] => {
      const text = textOf(said);
      const forms = {
        code: ['MINT20'],
        price: [TONGUES[locale].price, '4.50', '4,50'],
        offer: ['15', '۱۵'],
      };
      return SAID.filter(
        (id) =>
          input.facts.some((fact) => fact.id === id && fact.required === true) &&
          !forms[id].some((form) => text.includes(form)) &&
          !problemsOf(said).includes(`fact ${id}`),
      );
    },
  ],

  [
    'sends a second SMS rather than drop what is required',
    (said: Adaptation, { locale, told, input }: Case): unknown[] => {
      if (
        input.channel.spec.id !== 'sms' ||
        !input.facts.some(({ id, required }) => id === 'code' && required)
      )
        return [];
      const mentions = findMentions(textOf(said), { locale, codes: ['MINT20'] }).map(({ kind }) => kind);
      return told
        .flatMap(({ facts }) => facts)
        .filter((fact) => !mentions.includes(fact === 'offer' ? 'percentage' : fact));
    },
  ],

  [
    'keeps the way to act: the link in the text, behind a button or in its own field, or the words that call',
    (said: Adaptation, { input }: Case): unknown[] => {
      const ways = {
        inline: textOf(said).includes(said.link ?? '?') || said.parts.some(({ field }) => field === 'button'),
        field: said.link !== undefined,
        none: textOf(said).includes('Cq'),
      };
      return ways[input.channel.spec.links.place] ? [] : ['no way'];
    },
  ],

  [
    'gives the link its UTM once, before the fragment, and none in an SMS',
    (said: Adaptation, { input: { channel } }: Case): unknown[] => {
      const { id } = channel.spec;
      const utm = `https://northwind.com/mint?ref=a&utm_source=${id}&utm_medium=social&utm_campaign=mint#top`;
      return said.link === (id === 'sms' ? LINK : utm) ? [] : [said.link];
    },
  ],

  [
    'keeps a sentence that leans on another only right behind it',
    (said: Adaptation, { told }: Case): unknown[] => {
      const text = textOf(said);
      return told.filter(({ id, leans }) => {
        if (!leans || !text.includes(`A${id}q`)) return false;
        const before = text.indexOf(`Z${id - 1}q`);
        return before < 0 || /A\d+q/u.test(text.slice(before, text.indexOf(`A${id}q`)));
      });
    },
  ],

  [
    'says no code, headline, sentence, link or call to action twice',
    (said: Adaptation, { told }: Case): unknown[] =>
      ['MINT20', 'Hq', 'Cq', 'northwind.com', ...told.map(({ id }) => `A${id}q`)].filter(
        (part) => times(textOf(said), part) > 1,
      ),
  ],

  [
    'states no fact twice in a part, however many of them one sentence or one frame states',
    (said: Adaptation, { locale }: Case): unknown[] => {
      return said.parts.flatMap(({ text }) => {
        const kinds = findMentions(text, { locale, codes: ['MINT20'] }).map(({ kind }) => kind);
        return ['price', 'percentage', 'code', 'url'].filter(
          (kind) => kinds.filter((one) => one === kind).length > 1,
        );
      });
    },
  ],

  [
    'drops the hook on X only where it has no room',
    (said: Adaptation, { input: { channel, message } }: Case): unknown[] => {
      const { headline } = message;
      if (channel.spec.id !== 'x' || headline === undefined || textOf(said).includes(headline)) return [];
      return channel.count(`${headline}\n\n${textOf(said)}`).fits ? ['the headline'] : [];
    },
  ],

  [
    'sets mentions behind the call and hashtags on a line of their own',
    (said: Adaptation, { input: { message } }: Case): unknown[] =>
      textOf(said)
        .split('\n')
        .filter((line) => line.startsWith('#') && line.split(' ').some((one) => !one.startsWith('#')))
        .concat((message.hashtags ?? []).filter((tag) => textOf(said).includes(`@friend #${tag}`))),
  ],

  [
    'sets hashtags last',
    (said: Adaptation, { input }: Case): unknown[] =>
      said.parts.flatMap(({ text }) => {
        const last = text.split('\n').at(-1) ?? '';
        return (input.message.hashtags ?? []).filter(
          (tag) => text.includes(`#${tag}`) && !last.includes(`#${tag}`),
        );
      }),
  ],

  [
    'shows nothing cut off before the fold of Instagram where any sentence would fit',
    (said: Adaptation, { input, told, locale }: Case): unknown[] => {
      if (input.channel.spec.id !== 'instagram' || input.message.headline === undefined) return [];
      const shown = textOf(said).split('\n').slice(0, 3).join('\n').slice(0, FOLD);
      const [hook = ''] = shown.split('\n');
      const cut = told.some(({ id }) => times(shown, `A${id}q`) !== times(shown, `Z${id}q`));
      const whole = told.filter(
        (one) => !one.leans && !one.asks && hook.length + 2 + sentence(one, locale).length <= FOLD,
      );
      return [...(cut ? whole : []), ...(shown.includes('Hq') ? [] : ['the headline'])];
    },
  ],

  [
    'says the same whenever it is asked',
    (said: Adaptation, { input }: Case): unknown[] =>
      JSON.stringify(adapt(copied(input))) === JSON.stringify(said) ? [] : ['another answer'],
  ],
];

it.each(LAWS)('%s', (_, law) => expect(broken(law)).toBeUndefined());

describe('whatever comes', () => {
  const messages = [
    ['nothing at all', {}, AVAILABLE],
    ['one emoji', { body: '😀' }, ['sms']],
    ['lone surrogates', { headline: '\ud83d', body: '\udc00 \ud83d.' }],
    ['a headline of 100,000 characters', { headline: 'mint '.repeat(20_000) }],
    ['a body of 100,000 characters', { headline: 'Hello', body: 'Fresh mint over ice. '.repeat(5_000) }],
    ['one sentence of 100,000 characters', { body: 'mint '.repeat(20_000) }],
  ] satisfies [string, Message, (readonly string[])?][];

  it.each(messages)('%s', (_, message, wordless: readonly string[] = []) => {
    for (const id of AVAILABLE) {
      const channel = channelOf(id);
      if (channel === undefined) throw new Error(id);
      const said = adapt({
        message,
        facts: [],
        guide: neutralGuide,
        channel,
        locale: 'en-GB',
        campaign: { id: 'c', name: 'x' },
      });
      expect(channel.count(textOf(said)).fits || problemsOf(said).includes('length')).toBe(true);
      expect(problemsOf(said).includes('message')).toBe(wordless.includes(id));
    }
  });
});
