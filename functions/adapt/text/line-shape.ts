/** What a line is by its look alone: a heading, an item of a list, hashtags, handles, marks, or a text. */
import type { ChannelId } from '../../../brand-guide/engine/channel.ts';
import { CHANNEL_IDS } from '../../../brand-guide/engine/channel.ts';
import { emojiIn } from '../../../brand-guide/engine/emoji.ts';
import names from '../data/channel-names.json' with { type: 'json' };
import { fold } from '../words.ts';

export type LineShape =
  | { readonly is: 'text' | 'heading' | 'numbered'; readonly text: string }
  | { readonly is: 'marks' | 'hashtags' }
  | { readonly is: 'item'; readonly text: string; readonly emoji?: string }
  | { readonly is: 'emoji-first'; readonly text: string; readonly emoji: string }
  | { readonly is: 'handles'; readonly channel?: ChannelId };

const MARKS = /^[-*_=~—–•.\s]+$/u;
const FENCE = /^(?:`{3}|~{3})/u;
const HEADING = /^#{1,6}\s+/u;
const CLOSING = /(?<=\s)#+$/u;
const TAGS = /^(?:[#＃][\p{L}\p{M}\p{N}_\u200C]+[\s,،、]*)+$/u;
const NAMED = /^(?:(?<name>[\p{L}\p{M}]{1,20})\s*[:：]\s*)?(?=@)/u;
const HANDLE = /^@[\p{L}\p{M}\p{N}_][\p{L}\p{M}\p{N}_.@-]*$/u;
export const SEPARATORS = /[\s,،、]+/u;
/** Han texts set no space behind theirs. */
const BULLET = /^(?:[-*+·►▶➤➔✓✔–—]\uFE0F?\s+|[•‣◦▪▫●○■□◆◇・]\uFE0F?\s*)(?=\S)/u;
const NUMBER = /^\p{Nd}{1,2}[.)．、]\s*(?=[^\s\p{Nd}])/u;

const NAMES: Readonly<Record<string, readonly string[]>> = names;

const channelNamed = (name: string | undefined): ChannelId | undefined =>
  name === undefined ? undefined : CHANNEL_IDS.find((id) => NAMES[id]?.includes(fold(name)));

/** An emoji and the words behind it. */
function emojiFirst(text: string): { readonly emoji: string; readonly text: string } | undefined {
  const [first] = emojiIn(text.slice(0, 40));
  if (first?.start !== 0) return undefined;
  const rest = text.slice(first.end).trim();
  return /[\p{L}\p{N}]/u.test(rest) ? { emoji: text.slice(0, first.end), text: rest } : undefined;
}

function handlesIn(text: string): LineShape | undefined {
  const named = NAMED.exec(text);
  if (!named) return undefined;
  const handles = text.slice(named[0].length).split(SEPARATORS);
  if (!handles.every((one) => one === '' || HANDLE.test(one))) return undefined;
  const name = named.groups?.['name'];
  const channel = channelNamed(name);
  if (name !== undefined && channel === undefined) return undefined;
  return { is: 'handles', ...(channel && { channel }) };
}

function itemIn(text: string): LineShape | undefined {
  const bullet = BULLET.exec(text);
  if (!bullet) return undefined;
  const rest = text.slice(bullet[0].length);
  return { is: 'item', ...(emojiFirst(rest) ?? { text: rest }) };
}

export function shapeOf(text: string): LineShape {
  if (MARKS.test(text) || FENCE.test(text)) return { is: 'marks' };
  if (HEADING.test(text))
    return { is: 'heading', text: text.replace(HEADING, '').replace(CLOSING, '').trim() };
  if (TAGS.test(text)) return { is: 'hashtags' };
  const known = handlesIn(text) ?? itemIn(text);
  if (known) return known;
  if (NUMBER.test(text)) return { is: 'numbered', text };
  const led = emojiFirst(text);
  return led ? { is: 'emoji-first', ...led } : { is: 'text', text };
}
