/** Title case in English: every word with a capital but the small ones, as AP or Chicago has it. */
import { foldText } from '../../engine/fold.ts';
import data from '../data/title-words.json' with { type: 'json' };
import { hasOwnCase, isUpper, lowered, raised } from './words.ts';
import type { Change, Word } from './words.ts';

export type TitleStyle = 'ap' | 'chicago';

interface Lists {
  readonly small: ReadonlySet<string>;
  readonly either: ReadonlySet<string>;
}

const LISTS: Readonly<Record<TitleStyle, Lists>> = {
  ap: { small: new Set(data.small.ap), either: new Set(data.either.ap) },
  chicago: { small: new Set(data.small.chicago), either: new Set(data.either.chicago) },
};
const PARTICLES = new Set(data.particles);
const PARTICLE_VERBS = new Set(data.particleVerbs);
const PREFIXES = new Set(data.prefixes);

const UNITS = new Set(data.units);
const DETERMINERS = new Set(data.determiners);

/** "Sign In" and "Check In" end in a part of the verb, which takes a capital; "A Walk in the Park" has no verb. */
function isParticle(words: readonly Word[], at: number): boolean {
  const [word, verb, ahead] = [at, at - 1, at - 2].map((index) => words[index]?.text.toLowerCase() ?? '');
  if (word === undefined || verb === undefined) return false;
  return PARTICLES.has(word) && PARTICLE_VERBS.has(verb) && !DETERMINERS.has(ahead ?? '');
}

/** Whether a hyphen ties it to the word before, and what that word is. */
function tiedTo(text: string, offset: number, word: Word, before: Word | undefined): Word | undefined {
  return before && /^[-‑]$/u.test(text.slice(before.end - offset, word.start - offset)) ? before : undefined;
}

/** "11:59 pm", "12 oz" */
function isUnit(text: string, offset: number, { start }: Word, lower: string): boolean {
  return (
    UNITS.has(lower) &&
    /\p{N}[\s\u00A0-]?$/u.test(text.slice(Math.max(0, start - offset - 2), start - offset))
  );
}

/** `capital`, `small`, or undefined where either is right. */
function wanted(text: string, offset: number, words: readonly Word[], at: number, lists: Lists) {
  const word = words[at];
  if (!word) return undefined;
  const before = words[at - 1];
  const lower = word.text.toLowerCase();
  if (isUnit(text, offset, word, lower)) return undefined;
  const tied = tiedTo(text, offset, word, before);
  if (tied) return lists.small.has(lower) || PREFIXES.has(tied.text.toLowerCase()) ? undefined : 'capital';
  if (word.opens === 'either' && lists.small.has(lower)) return undefined;
  if (word.opens !== undefined || word.isLast) return 'capital';
  if (lists.either.has(lower) || isParticle(words, at)) return undefined;
  return lists.small.has(lower) ? 'small' : 'capital';
}

/** `text` begins at `offset` of its part. */
export function titleChanges(
  text: string,
  offset: number,
  words: readonly Word[],
  style: TitleStyle,
  exceptions: ReadonlyMap<string, string>,
  locale: string,
): Change[] {
  const lists = LISTS[style];
  return words.flatMap((word, at) => {
    const own = exceptions.get(foldText(word.text));
    if (own !== undefined || hasOwnCase(word.text)) return [];
    const want = wanted(text, offset, words, at, lists);
    const is = isUpper(word.text.charAt(0)) ? 'capital' : 'small';
    if (want === undefined || want === is) return [];
    const right = want === 'capital' ? raised(word.text, locale) : lowered(word.text, locale);
    return [{ start: word.start, end: word.end, text: right, isSafe: true }];
  });
}
