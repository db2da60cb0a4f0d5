/** Sees that a mention is written so that its channel makes one of it. */
import type { MentionForm } from '../engine/channel.ts';
import type { Part, Report, Rule, RuleContext } from '../engine/types.ts';

interface Advice {
  /** Whether a handle as typed is one there. */
  readonly is: (handle: string) => boolean;
  readonly says: string;
}

const ADVICE: Readonly<Record<MentionForm, Advice>> = {
  '@name': { is: () => true, says: '' },
  '@name.domain': {
    is: (handle) => /^[^@]+\.[^@]+$/u.test(handle),
    says: 'write it with its domain, such as @name.bsky.social',
  },
  '@name@domain': {
    is: (handle) => /^[^@]+@[^@]+$/u.test(handle),
    says: 'write it with its server, such as @name@mastodon.social',
  },
  '@[name](urn)': { is: () => false, says: 'write it as @[Name](urn:li:organization:123)' },
  none: { is: () => false, says: 'write the name' },
};

function* unlinked({ subject, scopes }: RuleContext, part: Part): Iterable<Report> {
  const { channel } = subject;
  if (!channel) return;
  const { is, says } = ADVICE[channel.spec.mentions.form];
  for (const { kind, start, end } of scopes(part)) {
    const written = part.text.slice(start, end);
    if (kind !== 'handle' || is(written.slice(1))) continue;
    const message = `${channel.spec.name} makes no mention of “${written}”; ${says}.`;
    yield { field: part.field, start, end, message };
  }
}

export const channelMentions: Rule = {
  meta: {
    id: 'channel-mentions',
    says: 'A mention is written so that its channel makes one of it.',
    severity: 'suggestion',
    fixable: false,
    languages: 'any',
    docs: 'Finds handles that stay plain text on their channel: without a domain on Bluesky, without a server on Mastodon (where it is somebody else on each), without the organisation’s URN on LinkedIn, and any on channels that have no mentions.',
    options: [],
    examples: [
      {
        guide: {},
        channel: 'bluesky',
        accept: ['By @northwind.bsky.social.', 'Mail hi@northwind.com'],
        reject: [{ text: 'By @northwind today', evidence: '@northwind' }],
      },
      {
        guide: {},
        channel: 'mastodon',
        accept: ['By @northwind@social.example'],
        reject: [{ text: 'By @northwind', evidence: '@northwind' }],
      },
      {
        guide: {},
        locale: 'zh-TW',
        channel: 'sms',
        reject: [{ text: '追蹤@lumen試戴', evidence: '@lumen' }],
      },
      { guide: {}, channel: 'linkedin', accept: ['By @[Northwind](urn:li:organization:1)'] },
    ],
  },
  wanted: (_guide, { channel }) => channel !== undefined,
  *check(context) {
    for (const part of context.subject.parts) yield* unlinked(context, part);
  },
};
