/** Which way a locale is written. */
import { languageOf } from './locale.ts';

/** Languages of scripts that run from right to left; a script subtag decides first. */
const RIGHT_TO_LEFT = new Set(['ar', 'ckb', 'dv', 'fa', 'he', 'ku', 'ps', 'sd', 'ug', 'ur', 'yi']);
const SCRIPTS = /-(?:arab|hebr|thaa|syrc|nkoo|rohg|adlm)(?:-|$)/iu;
const ANY_SCRIPT = /-[a-z]{4}(?:-|$)/iu;

export function isRightToLeft(locale: string): boolean {
  return ANY_SCRIPT.test(locale) ? SCRIPTS.test(locale) : RIGHT_TO_LEFT.has(languageOf(locale));
}
