/** The forms in which languages say times, compiled once a language from data. */
import data from './data/spoken-times.json' with { type: 'json' };
import { foldWord } from './fold.ts';
import { anyOf, endingIn, LETTER } from './lexicon.ts';
import { AFTER, HOUR_WORD } from './time-words.ts';

/** Hours, ordinals and fused halves are listed from one to twelve. */
interface Words {
  readonly hours: readonly (readonly string[])[];
  readonly ordinals: readonly (readonly string[])[];
  readonly fused: readonly (readonly string[])[];
  readonly minutes: Readonly<Record<string, number>>;
  readonly tens: Readonly<Record<string, number>>;
  /** Words of the day that no cue need stand before. */
  readonly certain: readonly string[];
  /** Hours that a word of the day is enough for. */
  readonly plain: readonly string[];
  readonly cues: readonly string[];
  readonly near: readonly string[];
  readonly forms: Readonly<Record<Needs, readonly Form[]>>;
}

/**
 * What a form needs to be a time: nothing, a word of the day or a cue, a cue close by,
 * a word that only hours stand behind, or a word of the day and a cue.
 */
export type Needs = 'sure' | 'either' | 'near' | 'cued' | 'both';

interface Form {
  readonly say: string;
  /** Minutes from the named hour. */
  readonly add: number;
  /** What named minutes do to the hour. */
  readonly sign: number;
}

export interface Spoken {
  readonly pattern: RegExp;
  readonly forms: readonly (Form & { readonly needs: Needs })[];
  readonly hours: ReadonlyMap<string, number>;
  readonly minutes: ReadonlyMap<string, number>;
  readonly certain: ReadonlySet<string>;
  readonly plain: ReadonlySet<string>;
  readonly cue: RegExp;
  readonly near: RegExp;
  /** "Dua belas jam": hours that are counted. */
  readonly lasting: RegExp;
}

/** A word of these begins what may follow a time, or what makes a count of it. */
export const behindTime = new RegExp(
  `^(?: ?[.,;:!?…)»"。，،؛؟\\n|—–]| ?$| -| ${anyOf(data.behind)}(?!${LETTER}))`,
  'u',
);
/** Words that may part an hour from its day: "this Wednesday". */
export const DAY_WORDS = anyOf(data.dayWords);
export const behindCount = new RegExp(`^[ -]?${anyOf(data.notBehind)}(?!${LETTER})`, 'u');

const LANGUAGES: Readonly<Record<string, Words>> = data.languages;
const NEEDS = ['sure', 'either', 'near', 'both', 'cued'] as const satisfies readonly Needs[];

const numbered = (lists: readonly (readonly string[])[]): [string, number][] =>
  lists.flatMap((words, at) => words.map((word): [string, number] => [foldWord(word), at + 1]));

const SLOTS = /\{(?<slot>[a-z])\}/gu;
const DIGITS = '(?:1[0-2]|0?[1-9])(?![\\d:.,]\\d|\\d)';

/** One form as a pattern, its hour and minutes in groups of its own number. */
function patternOf({ say }: Form, at: number, language: string, words: Words): string {
  const hours = words.hours.flat();
  const slots: Readonly<Record<string, string>> = {
    h: `(?<h${at}>${anyOf(hours)}(?!${LETTER})|${DIGITS})`,
    w: `(?<h${at}>${anyOf(hours)}(?!${LETTER}))`,
    o: `(?<h${at}>${anyOf(words.ordinals.flat())}(?!${LETTER}))`,
    f: `(?<h${at}>${anyOf(words.fused.flat())}(?!${LETTER}))`,
    m: `(?<m${at}>${anyOf(Object.keys(words.minutes))}(?!${LETTER})|[1-5]?\\d(?!\\d))`,
    t: `(?<m${at}>${anyOf(Object.keys(words.tens))}(?!${LETTER}))`,
  };
  const gap = language === 'fa' ? ' ?' : '[ -]';
  return foldWord(say)
    .replaceAll(' ', gap)
    .replaceAll(SLOTS, (_, slot: string) => slots[slot] ?? '(?!)');
}

function compile(language: string): Spoken | undefined {
  const words = LANGUAGES[language];
  if (!words) return undefined;
  const forms = NEEDS.flatMap((needs) => words.forms[needs].map((form) => ({ ...form, needs })));
  const said = forms.map((form, at) => patternOf(form, at, language, words)).join('|');
  return {
    pattern: new RegExp(
      `(?<![\\p{L}\\p{N}]|[-.:,/#@_'’]|\\p{Sc} ?)(?:${said})(?!${LETTER})(?: (?<hour>${HOUR_WORD}))?(?:,? ?(?<word>${AFTER}))?`,
      'gu',
    ),
    forms,
    hours: new Map([...numbered(words.hours), ...numbered(words.ordinals), ...numbered(words.fused)]),
    minutes: new Map(
      Object.entries({ ...words.minutes, ...words.tens }).map(([word, minutes]) => [foldWord(word), minutes]),
    ),
    certain: new Set(words.certain.map(foldWord)),
    plain: new Set(words.plain.map(foldWord)),
    cue: endingIn(words.cues, '(?!)'),
    near: endingIn(words.near, '(?!)'),
    lasting: new RegExp(
      `(?:\\d|${anyOf([...words.hours.flat(), ...data.notBehind])}) ?${anyOf(words.cues)} ?$`,
      'u',
    ),
  };
}

const compiled = new Map<string, Spoken | undefined>();
/** Undefined for a language that writes its times with digits or Han numerals alone. */
export function spokenIn(language: string): Spoken | undefined {
  if (!compiled.has(language)) compiled.set(language, compile(language));
  return compiled.get(language);
}
