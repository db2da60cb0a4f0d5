/** A story or a reel needs no caption, and what moves into the first comment is there alone, by the comment's own limits. */
import * as fc from 'fast-check';
import type { Card } from '../../../functions/core/card.ts';
import type { Adaptation } from '../../../functions/adapt/types.ts';
import { channelOf } from '../../../functions/channels/specs.ts';
import { cases } from './generated/cases.ts';
import type { Case } from './generated/cases.ts';
import { CODE } from './generated/told.ts';
import { FEW_RUNS, hold } from './held.ts';
import { mainOf, problemsOf } from './reading.ts';

const placed = (one: Case, id: string, format: string): Case => {
  const channel = channelOf(id);
  if (channel === undefined) throw new Error(id);
  return { ...one, input: { ...one.input, channel, format } };
};

const SILENT = [
  ['instagram', 'story'],
  ['instagram', 'reel'],
  ['facebook', 'story'],
] as const;
const pictured = fc
  .tuple(cases, fc.constantFrom(...SILENT), fc.boolean())
  .map(([one, [id, format], shown]): Case => {
    const { input, ...rest } = placed(one, id, format);
    const media = shown ? [{ file: 'mint.jpg', alt: 'A cup of mint' }] : [];
    return { ...rest, input: { ...input, message: { ...input.message, media } } };
  });

const cardOf = ({ problems }: Adaptation): Card | undefined => {
  const fix = problems.find(({ what }) => what === 'picture')?.fix;
  return fix?.do === 'make-card' ? fix.card : undefined;
};

hold(
  {
    'offers a picture that says the hook and the call, whatever pictures there are': (
      said,
      { input, told },
    ) => {
      const card = cardOf(said);
      const hook = input.message.headline ?? (told[0] && `A${told[0].id}q`) ?? '';
      return card?.headline.includes(hook) === true && card.call === 'Cq' ? [] : [{ card, hook }];
    },

    'offers a picture that says the offer as far as the message does': (said, { input, told }) => {
      const card = cardOf(said);
      const words = [card?.headline, card?.price, card?.offer].join(' ');
      const required = input.facts.some(({ id, required: due }) => id === 'code' && due === true);
      const stated = told.flatMap(({ facts }) => facts);
      const due = required ? (['price', 'offer', 'code'] as const) : stated;
      if (due.length === 0) return undefined;
      const forms = { price: /4[.,]50|۴[٫.,]۵۰/u, offer: /15|۱۵/u, code: new RegExp(CODE, 'u') };
      return due
        .filter((id) => id !== 'code' || due.includes('offer'))
        .filter((id) => !forms[id].test(words));
    },
  },
  pictured,
  FEW_RUNS,
);

const COMMENTED = ['instagram', 'facebook', 'linkedin'] as const;
const commented = fc.tuple(cases, fc.constantFrom(...COMMENTED)).map(([one, id]): Case => {
  const { input, ...rest } = placed(one, id, id === 'linkedin' ? 'carousel' : 'feed');
  const hashtags = { ...input.guide.hashtags, position: 'first-comment' as const };
  return { ...rest, input: { ...input, guide: { ...input.guide, hashtags } } };
});

const commentOf = ({ parts }: Adaptation): string | undefined =>
  parts.find(({ field }) => field === 'firstComment')?.text;
const tagsIn = (text: string): readonly string[] => text.match(/#[^\s#]+/gu) ?? [];

hold(
  {
    'hashtags that the guide wants in the first comment are in it, and not in the caption': (said, one) => {
      const comment = commentOf(said);
      if (comment === undefined) return undefined;
      const kept = said.kept.filter(({ why }) => why === 'hashtag').map(({ what }) => what);
      const caption = tagsIn(mainOf(said, one).replaceAll(said.link ?? '\0', ''));
      return [...caption, ...(comment === kept.join(' ') && kept.length > 0 ? [] : [comment])];
    },

    'the comment is counted by its own limits, and the caption without it': (said, one) => {
      const comment = commentOf(said);
      if (comment === undefined) return undefined;
      const { channel } = one.input;
      const { fits } = channel.count(comment, 'firstComment');
      const alone = channel.count(mainOf(said, one)).length === said.length;
      return [
        ...(fits === problemsOf(said).includes('length') ? [comment] : []),
        ...(alone ? [] : [said.length]),
      ];
    },

    'there is no comment without hashtags, and the account says that they stand there': (said) => {
      const moved = said.changed.filter(({ what }) => what === 'hashtags').length;
      return moved === (commentOf(said) === undefined ? 0 : 1) ? [] : [moved];
    },
  },
  commented,
  FEW_RUNS,
);
