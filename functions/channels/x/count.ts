/** X: twitter-text's weights over NFC, a link is 23, and every emoji that Unicode recommends is 2. */
import twitter from 'twitter-text';
import type { Count } from '../../../brand-guide/engine/channel.ts';
import { countAgainst } from '../count.ts';
import { readSpec } from '../spec.ts';
import data from './spec.json' with { type: 'json' };

export const xSpec = readSpec(data);

/**
 * What Emoji 17 added is spelt out: the oldest supported runtime knows Emoji 16.
 * Built from a string because the compiler's target does not know the `v` flag.
 */
const RGI_EMOJI = new RegExp(
  [
    '[👨👩🧑]\\p{Emoji_Modifier}?\\u200d[🐰🫯]\\u200d[👨👩🧑]\\p{Emoji_Modifier}?',
    '[👨👩🧑]\\p{Emoji_Modifier}?\\u200d🩰',
    '[👯🤼🫯]\\p{Emoji_Modifier}(?:\\u200d[♀♂]\\ufe0f?)?',
    '\\p{RGI_Emoji}',
  ].join('|'),
  'gv',
);
/** Every one of those has one of these; most texts have none, and looking for the others is slow. */
const EMOJI_PART = /[\p{Extended_Pictographic}\p{Regional_Indicator}\u20e3]/u;
/** The library's own emoji list is older than Unicode's; a plain one in its place weighs what any emoji weighs. */
const PLAIN_EMOJI = '😀';
/** Links (4,096 at most) and emoji never cross white space, so words are weighed one by one: the library is quadratic. */
const WORD = /\s*\S{1,4200}|\s+/gu;

export function weightOfX(text: string): number {
  const composed = text.normalize('NFC');
  const plain = EMOJI_PART.test(composed) ? composed.replace(RGI_EMOJI, PLAIN_EMOJI) : composed;
  const words = plain.match(WORD) ?? [];
  return words.reduce((sum, word) => sum + twitter.parseTweet(word).weightedLength, 0);
}

export function countX(text: string, field?: string, spec = xSpec): Count {
  return countAgainst(spec, weightOfX(text), field);
}
