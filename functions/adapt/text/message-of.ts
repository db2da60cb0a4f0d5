/** The message that blocks make: small print is no part of it, since facts carry it. */
import type { ChannelId } from '../../../brand-guide/engine/channel.ts';
import { channelOf } from '../../channels/specs.ts';
import { languageOf } from '../../../brand-guide/engine/locale.ts';
import type { Message } from '../../core/campaign.ts';
import { SEPARATORS } from './line-shape.ts';
import type { Block, BlockKind, TextPlace } from '../../core/free-text.ts';

const ofKind = (blocks: readonly Block[], kind: BlockKind): readonly Block[] =>
  blocks.filter((block) => block.kind === kind);

const BREAKS = /\r\n|[\n\r\u0085\u2028\u2029]/gu;

/** Paragraphs stay apart, lines too; what small print parted is put together again. */
function bodyOf(source: string, blocks: readonly Block[], locale: string): string {
  const space = languageOf(locale) === 'zh' ? '' : ' ';
  return ofKind(blocks, 'body')
    .map(({ text, start }, at, all) => {
      const before = all[at - 1];
      if (before === undefined) return text;
      const breaks = source.slice(before.end, start).match(BREAKS)?.length ?? 0;
      return `${breaks > 1 ? '\n\n' : breaks === 1 ? '\n' : space}${text}`;
    })
    .join('');
}

const TAG = /[#＃]([\p{L}\p{M}\p{N}_\u200C]+)/gu;

const tagsIn = (blocks: readonly Block[]): readonly string[] => [
  ...new Set(
    ofKind(blocks, 'hashtags').flatMap(({ text }) => Array.from(text.matchAll(TAG), ([, tag = '']) => tag)),
  ),
];

export const handlesIn = ({ text }: Block): readonly string[] =>
  text.split(SEPARATORS).filter((one) => one.startsWith('@'));

/** The channel of a block of handles: the named one, else the only one that has handles. */
export function channelOfHandles({ channel }: Block, { channels }: TextPlace): ChannelId | undefined {
  if (channel) return channel;
  const [only, another] = channels.filter((id) => (channelOf(id)?.spec.mentions.form ?? 'none') !== 'none');
  return another === undefined ? only : undefined;
}

function mentionsIn(blocks: readonly Block[], place: TextPlace): NonNullable<Message['mentions']> {
  const mentions = new Map<ChannelId, readonly string[]>();
  for (const block of ofKind(blocks, 'mentions')) {
    const channel = channelOfHandles(block, place);
    if (channel) mentions.set(channel, [...new Set([...(mentions.get(channel) ?? []), ...handlesIn(block)])]);
  }
  return Object.fromEntries(mentions);
}

export function messageOf(source: string, blocks: readonly Block[], place: TextPlace): Message {
  const [headline] = ofKind(blocks, 'headline');
  const body = bodyOf(source, blocks, place.locale);
  const details = ofKind(blocks, 'detail').map(({ text, emoji }) => ({
    ...(emoji !== undefined && { emoji }),
    text,
  }));
  const [cta] = ofKind(blocks, 'cta');
  const hashtags = tagsIn(blocks);
  const mentions = mentionsIn(blocks, place);
  return {
    ...(headline && { headline: headline.text }),
    ...(body !== '' && { body }),
    ...(details.length > 0 && { details }),
    ...(cta && { cta: { text: cta.text, ...(cta.url !== undefined && { url: cta.url }) } }),
    ...(hashtags.length > 0 && { hashtags }),
    ...(Object.keys(mentions).length > 0 && { mentions }),
  };
}
