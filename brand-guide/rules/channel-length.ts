/** Sees that a text fits its channel, in the channel's own counting. */
import { fieldOf } from '../engine/channel-field.ts';
import type { Channel, Count, Limit } from '../engine/channel.ts';
import { isHigh, isLow } from '../engine/character.ts';
import { sayingOf, severityOf } from '../engine/limits.ts';
import { filledText } from '../engine/merge-tags.ts';
import type { FilledText } from '../engine/merge-tags.ts';
import type { Part, Report, Rule, RuleContext, ScopeKind } from '../engine/types.ts';

/** The longest beginning that fits, never half a character. Counts only grow with the text. */
function fittingEnd(channel: Channel, { text, field }: Part, filled: FilledText): number {
  let low = 0;
  let high = text.length;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (channel.count(filled.upTo(middle), field).fits) low = middle;
    else high = middle;
  }
  return isHigh(text.charCodeAt(low - 1)) && isLow(text.charCodeAt(low)) ? low - 1 : low;
}

function asWritten({ undeclared }: FilledText): string {
  if (undeclared.length === 0) return '';
  return ` ${undeclared.join(', ')} ${undeclared.length === 1 ? 'is' : 'are'} counted as written: the guide’s \`mergeTags\` does not say how long it may get.`;
}

function messageOf(
  { spec, pieces }: Channel,
  text: string,
  own: Limit,
  { length, limit, unit }: Count,
): string {
  const over = length - (limit ?? length);
  if (pieces)
    return `This is sent and billed as ${pieces(text)} segments: ${length} ${unit} where one segment takes ${limit}; cut ${over} to send one.`;
  return `${spec.name} takes ${limit} ${unit} and this has ${length}; cut ${over}${sayingOf(own)}.`;
}

function* tooLong({ guide, scopes }: RuleContext, channel: Channel, part: Part): Iterable<Report> {
  const tagged = part.text.includes('{{') ? scopes(part) : [];
  const filled = filledText(part.text, tagged, guide.mergeTags ?? []);
  const count = channel.count(filled.whole, part.field);
  if (count.fits || count.limit === null) return;
  const own = fieldOf(channel.spec, part.field).limit;
  if (!own) return;
  yield {
    field: part.field,
    start: fittingEnd(channel, part, filled),
    end: part.text.length,
    message: messageOf(channel, filled.whole, own, count) + asWritten(filled),
    severity: severityOf(own),
  };
}

/** The tags or mentions of a part that are more than the channel's interface takes. */
function* overCap(
  context: RuleContext,
  part: Part,
  kind: ScopeKind,
  cap: Limit | undefined,
  noun: string,
): Iterable<Report> {
  if (!cap) return;
  const all = context.scopes(part).filter((scope) => scope.kind === kind);
  const [first, last] = [all[cap.value], all.at(-1)];
  if (!first || !last) return;
  const message = `${context.subject.channel?.spec.name ?? 'The channel'} takes ${cap.value} ${noun} and this has ${all.length}; remove ${all.length - cap.value}${sayingOf(cap)}.`;
  yield {
    field: part.field,
    start: first.start,
    end: last.end,
    item: noun,
    message,
    severity: severityOf(cap),
  };
}

export const channelLength: Rule = {
  meta: {
    id: 'channel-length',
    says: 'Every part fits its channel, counted as the channel counts.',
    severity: 'error',
    fixable: false,
    languages: 'any',
    docs: 'Counts each part by its channel’s own rules. A published or enforced limit is an error; any other is a warning and said to be approximate. The finding marks what is too much. A merge tag counts as the longest value that the guide’s `mergeTags` declares for it. Caps on hashtags and mentions that the channel’s interface refuses over are part of this rule.',
    options: ['mergeTags'],
    examples: [
      {
        guide: {},
        channel: 'x',
        accept: ['Java Mint is here.', '字'.repeat(140)],
        reject: [
          { text: `${'a'.repeat(280)}bc`, evidence: 'bc' },
          { text: `${'字'.repeat(140)}鏡`, evidence: '鏡' },
        ],
      },
      {
        guide: { mergeTags: [{ id: 'first_name', max: 20 }] },
        channel: 'x',
        accept: [`${'a'.repeat(260)}{{first_name}}`],
        reject: [{ text: `{{first_name}}${'a'.repeat(260)}b`, evidence: 'b' }],
      },
      {
        guide: {},
        channel: 'instagram',
        accept: [Array.from({ length: 30 }, (_, at) => `#Tag${at}`).join(' ')],
        reject: [{ text: Array.from({ length: 31 }, (_, at) => `#Tag${at}`).join(' '), evidence: '#Tag30' }],
      },
    ],
  },
  *check(context) {
    const { channel, parts } = context.subject;
    if (!channel) return;
    for (const part of parts) {
      yield* tooLong(context, channel, part);
      yield* overCap(context, part, 'hashtag', channel.spec.hashtags.cap, 'hashtags');
      yield* overCap(context, part, 'handle', channel.spec.mentions.cap, 'mentions');
    }
  },
};
