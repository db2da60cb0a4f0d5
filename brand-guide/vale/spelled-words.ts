/** Cuts a text into the words that are looked up: contractions whole, the marks around a word left out. */

export interface SpelledWord {
  /** With straight quotation marks. */
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

const AHEAD = /^[$("[']/u;
const BEHIND = /[,)"\]!;.?:']$/u;
const SPECIAL = /^(?:[A-Za-z]\.){2,}$|^[A-Z][a-z]{1,2}\.$/u;

function unquoted(text: string): string {
  return text.replaceAll(/[“”]/gu, '"').replaceAll(/[‘’]/gu, "'");
}

export function* spelledWords(text: string): Iterable<SpelledWord> {
  for (const { 0: run, index } of text.matchAll(/\S+/gu)) {
    let word = unquoted(run);
    let start = index;
    while (word.length > 1 && !SPECIAL.test(word)) {
      if (AHEAD.test(word)) {
        word = word.slice(1);
        start++;
      } else if (BEHIND.test(word)) word = word.slice(0, -1);
      else break;
    }
    if (/\p{L}/u.test(word)) yield { word, start, end: start + word.length };
  }
}

/** Words that no dictionary is asked for: with a digit or another script in them, acronyms, names in camel case. */
export function isNoPlainWord(word: string): boolean {
  return /[^a-zA-Z_']/u.test(word) || /[A-Z]$/u.test(word) || /[A-Z][a-z]+[A-Z]+\w+/u.test(word);
}
