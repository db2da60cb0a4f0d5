/** The words around phone numbers in all languages, compiled once, and the region whose numbers a locale writes. */
import data from './data/phone.json' with { type: 'json' };
import { anyOf, endingIn, LETTER } from './lexicon.ts';

type Words = (typeof data.languages)['en'];
const ALL: readonly Words[] = Object.values(data.languages);
const from = (pick: (words: Words) => readonly string[]): string[] =>
  ALL.flatMap((words) => [...pick(words)]);

const FILLER = `(?<!${LETTER})${anyOf(from((words) => words.fillers))}(?!${LETTER})`;
const EMOJI = new RegExp(`(?:${data.emoji.join('|')})[ :]*$`, 'u');
const CUE = endingIn(
  from((words) => words.cues),
  FILLER,
);
const DIAL = endingIn(
  from((words) => words.dial),
  FILLER,
);
const NOT = endingIn(
  from((words) => words.not),
  '(?:[#№]|no\\.?|number)',
  '(?!)',
);
const SHORT_AFTER = new RegExp(`^ ${anyOf(from((words) => words.shortAfter))}(?!${LETTER})`, 'u');
/** A short number that a letter, a digit or a unit follows counts something. */
const ENDS = /^(?: ?[()"”»،,;!?。！？，、—–|]|[.:](?!\d)| ?$| ?\n)/u;
const HAN =
  /^ ?[^\d\s:/.%\p{L}人位元個次天年月日號點時分通歲件份杯折-]|^ ?(?![人位元個次天年月日號點時分通歲件份杯折])\p{Script=Han}/u;

/** Whether words right ahead tell that a phone number follows. */
export const isCued = (ahead: string): boolean => EMOJI.test(ahead) || CUE.test(ahead);
/** Words ahead that number something else: orders, articles, accounts. */
export const isNumbered = (ahead: string): boolean => /[#№] ?$/u.test(ahead) || NOT.test(ahead);
const CALLED_BEHIND = new RegExp(`^ ${anyOf(data.dialBehind)}(?!${LETTER})`, 'u');
/** Short numbers need a word that calls, and nothing behind them that they could count. */
export const isShortCued = (ahead: string, behind: string): boolean =>
  CALLED_BEHIND.test(behind) ||
  ((DIAL.test(ahead) || EMOJI.test(ahead)) &&
    (ENDS.test(behind) || SHORT_AFTER.test(behind) || HAN.test(behind)));

const REGIONS: Readonly<Record<string, string>> = data.regions;

/** `GR` for `el` and `el-GR`; undefined for a language without a country of its own. */
export function phoneRegion(locale: string): string | undefined {
  const [language = '', ...rest] = locale.split('-');
  const region = rest.find((subtag) => /^[A-Za-z]{2}$/.test(subtag))?.toUpperCase();
  return region ?? (rest.includes('Hans') ? 'CN' : REGIONS[language.toLowerCase()]);
}

/** Whether people of the language may type the groups of a number from right to left. */
export const isRightToLeft = (locale: string): boolean => /^(?:fa|ar|he|ur|ckb|ps)(?:-|$)/i.test(locale);
