/** Which of a text's facts every post has to say, as far as the text tells; a person confirms it. */
import type { ChannelId, LengthClass } from '../../../brand-guide/engine/channel.ts';
import type { Fact, Mention } from '../../../brand-guide/facts/types.ts';
import { channelOf } from '../../channels/specs.ts';
import type { Block } from '../../core/free-text.ts';
import type { Stated } from './stated.ts';

/** Code points of a line that fits beside any post. */
const SHORT = 60;

const classOf = (id: ChannelId): LengthClass | undefined => channelOf(id)?.spec.lengthClass;

/** Where small print has room: a short line beside any post, a long one in a long text; micro channels carry none if others do. */
export function legalChannels(text: string, channels: readonly ChannelId[]): readonly ChannelId[] {
  if (Array.from(text).length > SHORT) return channels.filter((id) => classOf(id) === 'long');
  const roomy = channels.filter((id) => classOf(id) !== 'micro');
  return roomy.length === 0 ? channels : roomy;
}

/** What the offer stands on: the price to pay, a reduction, a code, the last day. */
function offerOf({ kind, role }: Stated['mention']): Fact['kind'] | undefined {
  switch (kind) {
    case 'price':
      return role === undefined || role === 'sale' ? kind : undefined;
    case 'date':
      return role === 'end' ? kind : undefined;
    case 'percentage':
    case 'code':
      return kind;
    case 'time':
    case 'url':
    case 'phone':
    case 'name':
    case 'quantity':
    case 'legal':
      return undefined;
    default:
      return kind satisfies never;
  }
}

const inside = (block: Block, { start, end }: Pick<Mention, 'start' | 'end'>): boolean =>
  block.start <= start && end <= block.end;

/** Small print, the call's link, and of the offer what the message says and has only one of. */
export function requiringOf(
  all: readonly Stated[],
  blocks: readonly Block[],
  channels: readonly ChannelId[],
): (stated: Stated) => Fact['required'] {
  const call = blocks.find(({ kind }) => kind === 'cta');
  const print = blocks.filter(({ kind }) => kind === 'legal');
  const offers = all.map(({ mention }) => offerOf(mention));
  return ({ mention, evidence }) => {
    if (mention.kind === 'legal') {
      const places = legalChannels(evidence[0].text, channels);
      return places.length === 0 ? undefined : { channels: places };
    }
    if (mention.kind === 'url') return call && evidence.some((one) => inside(call, one)) ? true : undefined;
    const offer = offerOf(mention);
    const isOnly = offer !== undefined && offers.indexOf(offer) === offers.lastIndexOf(offer);
    return isOnly && !print.some((block) => inside(block, evidence[0])) ? true : undefined;
  };
}
