/** Finds emoji as people see them: a flag, a keycap, a family and a skin tone are one each; ©, ® and ™ are none. */
import type { Range } from './types.ts';
import { matchesOf } from './matches-of.ts';

const TONE = String.raw`\p{Emoji_Modifier}`;
const PICTURE = String.raw`(?![©®™]|\p{RI}|[0-9#*])(?:\p{Emoji_Presentation}(?!\uFE0E)|\p{Extended_Pictographic}(?=\uFE0F|${TONE}|\u200D\p{Extended_Pictographic}))`;
const DRESS = String.raw`(?:\uFE0F?${TONE}|\uFE0F)?(?:[\u{E0020}-\u{E007E}]+\u{E007F})?`;
const JOINED = String.raw`(?:\u200D\p{Extended_Pictographic}(?:\uFE0F?${TONE}|\uFE0F)?)*`;
const EMOJI = new RegExp(String.raw`[0-9#*]\uFE0F?\u20E3|\p{RI}\p{RI}|${PICTURE}${DRESS}${JOINED}`, 'gu');

/** Every emoji has a character from this one on: most texts need not be read for them. */
const MAY_BE = /[\u203C-\u{10FFFF}]/u;

/** In order. */
export function emojiIn(text: string): Range[] {
  if (!MAY_BE.test(text)) return [];
  return Array.from(matchesOf(text, EMOJI), ({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
  }));
}

const TONES = new RegExp(TONE, 'gu');

/** The emoji itself, then what it is a variant of: without its tone, without what is joined to it. Tells no variation selectors apart. */
export function emojiFamily(emoji: string): readonly string[] {
  const plain = emoji.replaceAll('\uFE0F', '');
  const toneless = plain.replace(TONES, '') || plain;
  const [base = toneless] = toneless.split('\u200D');
  return [...new Set([plain, toneless, base])];
}
