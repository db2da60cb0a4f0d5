/** Sees that a text has no more hashtags than its channel advises. */
import { sayingOf, severityOf } from '../engine/limits.ts';
import type { Part, Report, Rule, RuleContext } from '../engine/types.ts';
import { matchesOf } from '../engine/matches-of.ts';

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

/** $ACME: letters only, so that a price is none. */
const CASHTAG = /(?<![\p{L}\p{N}_$])\$[A-Za-z]{1,6}(?![\p{L}\p{N}_])/gu;

function* moreCashtags({ subject }: RuleContext, { field, text }: Part): Iterable<Report> {
  const cap = subject.channel?.spec.hashtags.cashtags;
  if (!cap || !text.includes('$')) return;
  const all = matchesOf(text, CASHTAG);
  const first = all[cap.value];
  if (!first) return;
  const message = `${subject.channel.spec.name} takes ${cap.value} cashtag and this has ${all.length}; leave the $ off the others${sayingOf(cap)}.`;
  const { 0: found, index: start } = first;
  yield { field, start, end: start + found.length, item: 'cashtags', message, severity: severityOf(cap) };
}

function* tooLong({ subject, scopes }: RuleContext, part: Part): Iterable<Report> {
  const longest = subject.channel?.spec.hashtags.longest;
  if (!longest) return;
  for (const { kind, start, end } of scopes(part)) {
    const length = Array.from(part.text.slice(start + 1, end)).length;
    if (kind !== 'hashtag' || length <= longest.value) continue;
    const message = `${subject.channel.spec.name} takes ${longest.value} ${longest.unit} in a hashtag and this one has ${length}; shorten it${sayingOf(longest)}.`;
    yield { field: part.field, start, end, item: 'longest', message, severity: severityOf(longest) };
  }
}

export const channelHashtags: Rule = {
  meta: {
    id: 'channel-hashtags',
    says: 'A text has no more hashtags than its channel advises.',
    severity: 'warning',
    fixable: false,
    languages: 'any',
    docs: 'Counts the hashtags of each part against the figure that the channel’s spec advises, and says where the figure is approximate. What the channel’s interface refuses over is `channel-length`’s; where the guide’s own `hashtags.max` is as strict, `hashtag-policy` speaks instead. Finds tags that are longer than the channel takes, and more cashtags than it takes.',
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
    for (const part of context.subject.parts) {
      yield* tooMany(context, part);
      yield* moreCashtags(context, part);
      yield* tooLong(context, part);
    }
  },
};
