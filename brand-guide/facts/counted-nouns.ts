/** The nouns that the numbers of a message count, as labels for a person to confirm. */
import { CLASSIFIERS, isStopWord } from './counting-words.ts';
import { foldText } from './fold.ts';
import type { FoldedText } from './fold.ts';
import { LETTER } from './lexicon.ts';
import { COUNT } from './quantity.ts';
import { matchesOf } from '../engine/matches-of.ts';

const REACH = 48;
const AHEAD = new RegExp(
  `^(?: ?${CLASSIFIERS}(?!${LETTER})(?: of)?)?[ -]?(?<words>[\\p{L}'-]{2,24}(?: [\\p{L}'-]{2,24}){0,2})`,
  'u',
);
const HAN_AHEAD = new RegExp(`^ ?${CLASSIFIERS}(?<words>\\p{Script=Han}{2,12})`, 'u');
/** Genitive and accusative adjectives. */
const RUSSIAN_ADJECTIVE = /(?:ых|их|ые|ие|ого|его|ую|юю|ои|еи)$/u;

type Pick = (words: readonly string[]) => number;

const first: Pick = () => 0;
/** Greek adjectives end much as their noun does. */
const greek: Pick = ([one = '', two]) => (two !== undefined && two.at(-1) === one.at(-1) ? 1 : 0);
const PICKS: Readonly<Record<string, Pick>> = {
  en: (words) => words.findIndex((word) => /[^s]s$/u.test(word)),
  el: greek,
  ru: (words) => words.findIndex((word) => !RUSSIAN_ADJECTIVE.test(word)),
  id: first,
  fa: first,
};

interface Noun {
  readonly start: number;
  readonly end: number;
}

/** Words up to the first that cannot be of the noun phrase. */
function phraseOf(words: readonly string[], locale: string): readonly string[] {
  const stop = words.findIndex((word) => isStopWord(word, locale));
  return stop === -1 ? words : words.slice(0, stop);
}

function spaced(behind: string, end: number, language: string, locale: string): Noun[] {
  const match = AHEAD.exec(behind);
  const words = phraseOf(match?.groups?.['words']?.split(' ') ?? [], locale);
  const at = PICKS[language]?.(words) ?? -1;
  const noun = words[at];
  if (!match || noun === undefined) return [];
  const whole = match.groups?.['words'] ?? '';
  const before = words.slice(0, at).join(' ').length + (at > 0 ? 1 : 0);
  const start = end + match[0].length - whole.length + before;
  return [{ start, end: start + noun.length }];
}

function inHan(behind: string, end: number): Noun[] {
  const match = HAN_AHEAD.exec(behind);
  const words = match?.groups?.['words'] ?? '';
  const [word] = [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(words)];
  if (!match || word === undefined || word.segment.length < 2) return [];
  const start = end + match[0].length - words.length;
  return [{ start, end: start + word.segment.length }];
}

function nounAfter(text: FoldedText, match: RegExpExecArray, locale: string): Noun[] {
  const language = locale.split('-')[0]?.toLowerCase() ?? '';
  const end = match.index + match[0].trimEnd().length;
  const behind = text.text.slice(end, end + REACH);
  // A 4K screen counts nothing, and one of anything is seldom a fact.
  if (/^(?:[48]k|1)$/u.test(match[0].trim())) return [];
  return language === 'zh' ? inHan(behind, end) : spaced(behind, end, language, locale);
}

/** As typed, each once, in text order. */
export function countedNouns(source: string, locale: string): string[] {
  const text = foldText(source);
  const nouns = matchesOf(text.text, COUNT).flatMap((match) => nounAfter(text, match, locale));
  const typed = nouns.map(({ start, end }) => text.typed(start, end));
  // 105 63 Αθήνα and Route 66 Grill: a name is not counted.
  return [...new Set(typed.filter((noun) => !/^\p{Lu}/u.test(noun)))];
}
