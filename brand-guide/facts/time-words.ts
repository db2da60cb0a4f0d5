/** The words around times of day in all languages, compiled once. */
import data from './data/time.json' with { type: 'json' };
import { foldWord } from './fold.ts';
import { anyOf, endingIn, LETTER } from './lexicon.ts';

interface Words {
  readonly after: Readonly<Record<'am' | 'pm' | 'hour' | 'zone', readonly string[]>>;
  readonly before: { readonly am?: readonly string[]; readonly pm?: readonly string[] };
  readonly named: Readonly<Record<string, string>>;
  readonly cues: readonly string[];
  readonly hours?: readonly string[];
}

const ALL: readonly Words[] = Object.values(data);

const from = (pick: (words: Words) => readonly string[]): string[] =>
  ALL.flatMap((words) => [...pick(words)]);

const folded = (words: readonly string[]): ReadonlySet<string> => new Set(words.map(foldWord));

const AM = folded(from((words) => [...words.after.am, ...(words.before.am ?? [])]));
const PM = folded(from((words) => [...words.after.pm, ...(words.before.pm ?? [])]));

/** Midnight's hours, told by words that otherwise mean the evening. */
const LATE = folded([
  'at night',
  'το βράδυ',
  'malam',
  'شب',
  '晚上',
  '夜間',
  '晚間',
  '今晚',
  'in the evening',
]);

export const BEFORE = anyOf(from((words) => [...(words.before.am ?? []), ...(words.before.pm ?? [])]));
export const AFTER = `${anyOf(from((words) => [...words.after.am, ...words.after.pm]))}(?!${LETTER})`;
export const HOUR_WORD = `${anyOf(from((words) => words.after.hour))}(?!${LETTER})`;
export const ZONE_WORD = `${anyOf(from((words) => words.after.zone))}(?!${LETTER})`;

const named = new Map(
  ALL.flatMap((words) => Object.entries(words.named)).map(([word, value]) => [foldWord(word), value]),
);
export const NAMED = `(?<!${LETTER})${anyOf(named.keys())}(?!${LETTER})`;
export const namedTime = (word: string): string | undefined => named.get(word);

/** Words that make an hour of the bare number right behind them. */
export const hourAhead = endingIn(
  from((words) => words.hours ?? []),
  '(?!)',
);

export const timeCue = endingIn(from((words) => words.cues));

/** The hour of the day (0 to 23) that an hour means beside a word of the day; undefined where they disagree. */
export function hourBeside(hour: number, word: string): number | undefined {
  const spoken = word.replaceAll(/ +/gu, ' ').trim();
  if (hour > 12) return AM.has(spoken) ? undefined : hour;
  if (AM.has(spoken)) return hour % 12;
  if (!PM.has(spoken)) return undefined;
  if (hour === 12) return LATE.has(spoken) ? 0 : 12;
  // Late morning is "siang" and "то полудня" too: eleven before noon stays eleven.
  return spoken === foldWord('siang') && hour > 9 ? hour : hour + 12;
}
