/** No part passes its channel's limit, in the channel's own counting, and nothing is cut. */
import { adapt } from '../../../functions/adapt/adapt.ts';
import type { AdaptInput } from '../../../functions/adapt/types.ts';
import { hold } from './held.ts';
import type { Law } from './held.ts';
import { problemsOf, textOf, times } from './reading.ts';

/** The same words in other objects, so that nothing can be remembered by identity. */
const copied = (input: AdaptInput): AdaptInput => ({
  ...input,
  message: structuredClone(input.message),
  facts: structuredClone(input.facts),
  guide: structuredClone(input.guide),
});

hold({
  'never passes a limit that the channel refuses over, and says so where a message takes more segments': (
    said,
    { input },
  ) => {
    const admitted = input.channel.spec.id === 'sms' && problemsOf(said).includes('length');
    const [main] = said.parts;
    const count = input.channel.count(main?.text ?? '', main?.field);
    const over = said.parts.filter(({ field, text }) => !input.channel.count(text, field).fits);
    return [
      ...(admitted ? [] : over),
      ...[count.length === said.length, count.limit === said.limit].filter((one) => !one),
    ];
  },

  'cuts no sentence, detail, line of the guide, link or hashtag': (said, { told, input }) => {
    const text = textOf(said);
    const { hashtags = [], details = [] } = input.message;
    const tags = [...hashtags, ...(input.guide.hashtags?.required ?? [])].map((one) => `#${one}`);
    const pairs = [
      ...told.map(({ id }) => [`A${id}q`, `Z${id}q`] as const),
      ...details.map((_, id) => [`E${id}q`, `F${id}q`] as const),
      ...(input.guide.disclosures ?? []).map((_, id) => [`L${id}q`, `M${id}q`] as const),
    ];
    return [
      ...pairs.filter(([open, close]) => times(text, open) !== times(text, close)),
      ...(text.replaceAll(said.link ?? '', '').match(/#\S+/gu) ?? []).filter((tag) => !tags.includes(tag)),
      ...(text.match(/https?:\S+/gu) ?? []).filter((link) => link !== said.link),
    ];
  },

  'says the same whenever it is asked': (said, { input }) =>
    JSON.stringify(adapt(copied(input))) === JSON.stringify(said) ? [] : ['another answer'],
} satisfies Record<string, Law>);
