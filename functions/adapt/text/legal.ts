/** Whether a sentence is small print, by the phrases that the locale's small print is made of. */
import { languageOf } from '../../../brand-guide/engine/locale.ts';
import cues from '../data/legal-cues.json' with { type: 'json' };
import { fold } from '../words.ts';

const CUES: Readonly<Record<string, readonly string[]>> = cues;
const ESCAPED = /[.*+?^${}()|[\]\\/]/gu;
/** A mark that belongs to an asterisk elsewhere. */
const FOOTNOTE = /^(?:\*(?![*\s])[^*]+$|[†‡¹²³]\s*\S)/u;

const patternOf = (phrases: readonly string[]): RegExp =>
  new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${phrases.map((one) => fold(one).replace(ESCAPED, '\\$&')).join('|')})(?![\\p{L}\\p{N}])`,
    'u',
  );

/** Han and Persian phrases stand within longer words. */
const loose = (phrases: readonly string[]): RegExp =>
  new RegExp(phrases.map((one) => fold(one).replace(ESCAPED, '\\$&')).join('|'), 'u');

const PATTERNS = new Map(
  Object.entries(CUES).map(([language, phrases]) => [
    language,
    language === 'zh' ? loose(phrases) : patternOf(phrases),
  ]),
);
const ENGLISH = PATTERNS.get('en');

/** English small print stands under texts of any language. */
export function isLegal(sentence: string, locale: string): boolean {
  const text = fold(sentence);
  const own = PATTERNS.get(languageOf(locale));
  return FOOTNOTE.test(text) || (own?.test(text) ?? false) || (ENGLISH?.test(text) ?? false);
}
