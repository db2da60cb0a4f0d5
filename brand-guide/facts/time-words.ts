/** The words around times of day in all languages, compiled once. */
import data from './data/time.json' with { type: 'json' };
import { foldWord } from './fold.ts';
import { anyOf, endingIn, LETTER } from './lexicon.ts';

interface Words {
  readonly after: Readonly<Record<'am' | 'pm' | 'hour' | 'zone', readonly string[]>>;
  readonly before: { readonly am?: readonly string[]; readonly pm?: readonly string[] };
  readonly named: Readonly<Record<string, string>>;
  /** Names that are times only behind a cue: a Midnight Mocha is no hour. */
  readonly namedBehindCue: Readonly<Record<string, string>>;
  readonly nameCues: readonly string[];
  readonly cues: readonly string[];
  /** Words of the day that reach past midnight. */
  readonly late: readonly string[];
  /** Words of the day that begin at four: nobody says two in the evening. */
  readonly evening: readonly string[];
  /** Words of the day that begin before noon. */
  readonly midday: readonly string[];
  readonly hours?: readonly string[];
}

const ALL: readonly Words[] = Object.values(data);

const from = (pick: (words: Words) => readonly string[]): string[] =>
  ALL.flatMap((words) => [...pick(words)]);

const folded = (words: readonly string[]): ReadonlySet<string> => new Set(words.map(foldWord));

const AM = folded(from((words) => [...words.after.am, ...(words.before.am ?? [])]));
const PM = folded(from((words) => [...words.after.pm, ...(words.before.pm ?? [])]));

const LATE = folded(from((words) => words.late));
const EVENING = folded(from((words) => words.evening));
const MIDDAY = folded(from((words) => words.midday));

const BEFORE_WORDS = from((words) => [...(words.before.am ?? []), ...(words.before.pm ?? [])]);
export const BEFORE = anyOf(BEFORE_WORDS);
/** "Βράδυ στις", "вечером в", "malam jam": with the word that an hour follows. "I am eight" tells none. */
export const BEFORE_HOUR = anyOf(BEFORE_WORDS.filter((word) => word.includes(' ')));
export const AFTER = `${anyOf(from((words) => [...words.after.am, ...words.after.pm]))}(?!${LETTER})`;
/** 週五晚7點, 6月1日晚7:30: the half of the day in one character; 最晚 is "at the latest", 兩晚 two nights. */
const HALVES: readonly (readonly [RegExp, string])[] = [
  [/(?<=[週周期拜][一二三四五六日]|(?<![最至早傍及遲不整幾\d〇一二兩三四五六七八九十]))晚 ?$/u, '晚上'],
  [/(?<![最提及一趁儘盡])早 ?$/u, '早上'],
];
export const halfAhead = (ahead: string): string | undefined =>
  HALVES.find(([pattern]) => pattern.test(ahead))?.[1];
export const HOUR_WORD = `${anyOf(from((words) => words.after.hour))}(?!${LETTER})`;
export const ZONE_WORD = `${anyOf(from((words) => words.after.zone))}(?!${LETTER})`;

/** Persian joins the parts of a name or does not. */
const joined = (name: string): string => foldWord(name).replaceAll(/(?<=\p{Script=Arabic}) /gu, '');
const byName = (pick: (words: Words) => Readonly<Record<string, string>>): Map<string, string> =>
  new Map(ALL.flatMap((words) => Object.entries(pick(words))).map(([word, value]) => [joined(word), value]));
const named = byName((words) => words.named);
const behindCue = byName((words) => words.namedBehindCue);
export const NAMED = `(?<!${LETTER})${anyOf(from((words) => [...Object.keys(words.named), ...Object.keys(words.namedBehindCue)]))}(?!${LETTER})`;
export const namedTime = (word: string): string | undefined =>
  named.get(joined(word)) ?? behindCue.get(joined(word));
export const needsCue = (word: string): boolean => behindCue.has(joined(word));
export const nameCue = endingIn(from((words) => [...words.cues, ...words.nameCues]));

/** Words that make an hour of the bare number right behind them. */
export const hourAhead = endingIn(
  from((words) => words.hours ?? []),
  '(?!)',
);

export const timeCue = endingIn(from((words) => words.cues));

/** "3 дня" are three days and "2 malam" two nights, unless a cue makes them hours. */
export const COUNTED = folded([
  'дня',
  'ночи',
  'вечера',
  'malam',
  'شب',
  'tonight',
  'this morning',
  'this afternoon',
  'this evening',
  'tomorrow morning',
  'tomorrow evening',
  'tomorrow night',
  'απόψε',
  'nanti malam',
  'امشب',
]);

/** Where the small hours end that words of the night tell too: "2 at night", "5 ночи". */
const smallHours = (word: string): number => (AM.has(word) ? 8 : 5);

/** The hour of the day (0 to 23) that an hour means beside a word of the day; undefined where they disagree. */
export function hourBeside(hour: number, word: string): number | undefined {
  const spoken = word.replaceAll(/ +/gu, ' ').trim();
  if (hour > 12) return AM.has(spoken) ? undefined : hour;
  if (LATE.has(spoken)) {
    if (hour === 12) return 0;
    return hour < smallHours(spoken) ? hour : hour + 12;
  }
  if (EVENING.has(spoken) && (hour < 4 || hour === 12)) return undefined;
  if (AM.has(spoken)) return hour % 12;
  if (!PM.has(spoken)) return undefined;
  if (hour === 12) return 12;
  return MIDDAY.has(spoken) && hour > 9 ? hour : hour + 12;
}
