/** What is no cue of itself and yet tells a code: a verb that says it is typed, an offer that it opens, a secret word. */
import otherCodes from './data/other-codes.json' with { type: 'json' };
import { anyOf, endingIn, fromAll, LETTER } from './lexicon.ts';
import type { Language } from './lexicon.ts';
import { after, before, clause } from './window.ts';
import { matchesOf } from '../engine/matches-of.ts';

/** A word that may be a code, as folded offsets and as it is written. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly written: string;
}

/** How far before a token its cue may begin. */
export const REACH = 48;
export const CUE_WORDS = anyOf(fromAll((language) => language.code.cues));
export const NOT = anyOf(fromAll((language) => language.code.not));
export const OPEN = `[ :=「『【〖《"'“”«(\\[*_→]`;

const words = (pick: (code: Language['code']) => readonly string[]): string[] =>
  fromAll((language) => pick(language.code));
/** "Enter SUMMER20": what is typed somewhere and looks like a code. */
const TYPED = endingIn(words((code) => code.typed));
/** "Use SUMMER20 for 15% off": what is used to get an offer; "use USB3" is neither. */
const USED = endingIn(words((code) => code.used));
/** Right behind an offer as well. */
const USED_FOR = endingIn(
  words((code) => code.used),
  undefined,
  '(?!)',
);
const OFFER_BEHIND = new RegExp(
  [
    anyOf(fromAll(({ reduction }) => reduction.nouns)),
    `(?:\\d|\\p{Sc}).*${anyOf(fromAll(({ reduction }) => reduction.after))}`,
    `${anyOf(fromAll(({ reduction }) => reduction.verbs))}.*\\d|\\d ?折`,
  ].join('|'),
  'u',
);
const LOOKS = /^\p{Lu}{3,}-?\d{1,4}\p{Lu}*$/u;
const NO_CODE = /^(?:SPF|USB|HDMI|ISO|LED|DDR|GPT|RTX|GTX|MP|UHD|PS|COVID|OMEGA)-?\d/u;
/** "Say the secret word LANTERN": the cue needs no digit. */
const SECRET = new RegExp(`(?<!${LETTER})${anyOf(otherCodes.secret)}${OPEN}{0,4}$`, 'u');
const SHOUTED = /^\p{Lu}{4,}$/u;
const OFFER_REACH = 160;
const OFFERED = new RegExp(
  `(?<![\\d.,])(?<a>\\d{1,4}) ?(?:[%\\p{Sc}]|${anyOf(fromAll((language) => language.percent))}|折)|(?:\\p{Sc} ?|rp\\.? ?)(?<b>\\d{1,4})(?![\\d.,]\\d)`,
  'gu',
);
/** "Code for members: SUMMER20": what stands between says whose it is, or that it is none of an offer. */
const CODE_OF = new RegExp(
  `(?<!${LETTER})(?<!${NOT}[ -]{0,2})${CUE_WORDS}(?!${LETTER})(?<of>(?: [\\p{L}-]{1,16}){1,3}) ?: ?$`,
  'u',
);
const OF_ELSE = new RegExp(`(?<!${LETTER})${anyOf(otherCodes.of)}`, 'u');
/** 早鳥碼, 會員碼, 預購碼: any kind of code but a bar code, a password and their kin. */
const HAN_CODE = new RegExp(`(?<!^|${anyOf(otherCodes.han)})碼(?:${OPEN}{0,2})$`, 'u');

/** "20% off everything with BAKE20": the code has the offer's number in it. */
function repeatsOffer(text: string, start: number, written: string): boolean {
  const number = /\d+/u.exec(written)?.[0] ?? '';
  const said = [...matchesOf(text.slice(Math.max(0, start - OFFER_REACH), start), OFFERED)];
  return said.some(({ groups }) => (groups?.['a'] ?? groups?.['b']) === number);
}

/** What looks like a code where a verb says that it is typed, or used for an offer. */
export function isTold(text: string, { start, end, written }: Token): boolean {
  if (!LOOKS.test(written) || NO_CODE.test(written)) return false;
  const ahead = before(text, start);
  const of = CODE_OF.exec(text.slice(Math.max(0, start - REACH), start))?.groups?.['of'];
  if ((of !== undefined && !OF_ELSE.test(of)) || HAN_CODE.test(ahead)) return true;
  // "Enter STUDENT-20 as the username": with a hyphen, only an offer makes it a code.
  if (TYPED.test(ahead) || SECRET.test(ahead))
    return !written.includes('-') || clause(text, start, end).search(OFFERED) >= 0;
  if (USED.test(ahead) && OFFER_BEHIND.test(after(text, end))) return true;
  return USED_FOR.test(ahead) && repeatsOffer(text, start, written);
}

/** "The secret word is LANTERN": in capitals, and right behind what calls it so. */
export const isSecret = (text: string, { start, written }: Token): boolean =>
  SHOUTED.test(written) && SECRET.test(before(text, start));
