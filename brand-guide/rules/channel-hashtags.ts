/** Sees that a text has no more hashtags than its channel advises. */
import { sayingOf } from '../engine/limits.ts';
import type { Part, Report, Rule, RuleContext } from '../engine/types.ts';

/** A stricter guide speaks for itself, and more than the channel takes is for `channel-length`. */
function* tooMany({ subject, guide, scopes }: RuleContext, part: Part): Iterable<Report> {
  const { channel } = subject;
  const advised = channel?.spec.hashtags.advised;
  if (!advised || (guide.hashtags?.max ?? Infinity) <= advised.value) return;
  const tags = scopes(part).filter(({ kind }) => kind === 'hashtag');
  const [first, last] = [tags[advised.value], tags.at(-1)];
  if (!first || !last || tags.length > (channel.spec.hashtags.cap?.value ?? Infinity)) return;
  const over = tags.length - advised.value;
  const message = `${channel.spec.name} advises ${advised.value} hashtags at most and this has ${tags.length}; remove ${over}${sayingOf(advised)}.`;
  yield { field: part.field, start: first.start, end: last.end, item: 'advised', message };
}

export const channelHashtags: Rule = {
  meta: {
    id: 'channel-hashtags',
    says: 'A text has no more hashtags than its channel advises.',
    severity: 'warning',
    fixable: false,
    languages: 'any',
    docs: 'Counts the hashtags of each part against the figure that the channel’s spec advises, and says where the figure is approximate. What the channel’s interface refuses over is `channel-length`’s; where the guide’s own `hashtags.max` is as strict, `hashtag-policy` speaks instead.',
    options: ['hashtags'],
    examples: [
      {
        guide: {},
        channel: 'instagram',
        accept: ['Mint #a #b #c #d #e'],
        reject: [{ text: 'Mint #a #b #c #d #e #f', evidence: '#f' }],
      },
      {
        guide: {},
        locale: 'zh-TW',
        channel: 'instagram',
        accept: ['試戴 #眼鏡 #鏡框'],
        reject: [{ text: '#一 #二 #三 #四 #五 #六 #七', evidence: '#六 #七' }],
      },
    ],
  },
  wanted: (_guide, { channel }) => channel !== undefined,
  *check(context) {
    for (const part of context.subject.parts) yield* tooMany(context, part);
  },
};
