/** The noun before a price, which tells it from another price of the message: "a grande is $4.95". */
import extra from './data/roles.json' with { type: 'json' };
import { foldText, foldWord } from './fold.ts';
import { anyOf, fromAll } from './lexicon.ts';
import { clause } from './window.ts';
import { matchesOf } from '../engine/matches-of.ts';

const ROLES = ['was', 'sale', 'saving', 'per-unit', 'instalment', 'fee', 'threshold', 'tax'] as const;
const QUALIFIERS = ['from', 'up-to', 'about'] as const;
const CUES = [
  ...fromAll((language) => [
    ...language.fillers,
    ...ROLES.flatMap((role) => language.price[role].before),
    ...QUALIFIERS.flatMap((name) => language.qualifiers[name].before),
  ]),
  ...ROLES.flatMap((role) => extra.price[role].before),
  ...QUALIFIERS.flatMap((name) => extra.qualifiers[name].before),
];
const LINKS = [
  'cost',
  'costs',
  'with',
  'get',
  'and',
  'κοστίζει',
  'κοστίζουν',
  'και',
  'стоит',
  'стоят',
  'seharga',
  'harga',
  'dan',
  'قیمت',
  'و',
  'then',
  'after',
  'afterwards',
  'or',
  'μετά',
  'έπειτα',
  'ή',
  'παίρνετε',
  'дальше',
  'затем',
  'потом',
  'или',
  'setelah',
  'itu',
  'lalu',
  'atau',
  '之後',
  '之后',
  'یا',
  'بعد',
  'آن',
];
const CUE_WORDS = new Set([...CUES, ...LINKS].flatMap((cue) => foldWord(cue).split(' ')));
const HAN_CUES = new RegExp(
  `(?:${anyOf([...CUES, ...LINKS].filter((cue) => /\p{Script=Han}/u.test(cue)))}|[,: ])+$`,
  'u',
);
const LAST_HAN = /\p{Script=Han}{2,12}$/u;
const WORDS = /[\p{L}\p{M}'-]+/gu;

interface Noun {
  readonly start: number;
  readonly end: number;
}

function hanNoun(ahead: string): Noun | undefined {
  const bare = ahead.replace(HAN_CUES, '');
  const run = LAST_HAN.exec(bare);
  const segments = run ? [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(run[0])] : [];
  const last = segments.at(-1);
  if (!run || last === undefined || last.segment.length < 2) return undefined;
  return { start: run.index + last.index, end: run.index + last.index + last.segment.length };
}

function spacedNoun(ahead: string): Noun | undefined {
  const words = matchesOf(ahead, WORDS);
  const noun = words.findLast(({ 0: word }) => !CUE_WORDS.has(word));
  if (noun === undefined || [...noun[0]].length < 3) return undefined;
  const between = ahead.slice(noun.index + noun[0].length);
  return /[^\p{L}\p{M}' :(«"“-]/u.test(between)
    ? undefined
    : { start: noun.index, end: noun.index + noun[0].length };
}

/** As typed; undefined where nothing but cues stands before the price in its clause. */
export function nounBefore(source: string, start: number): string | undefined {
  const text = foldText(source);
  const at = text.folded(start, start).start;
  const whole = clause(text.text, at, at);
  const from = at - (whole.length - clause(text.text.slice(at), 0, 0).length);
  const ahead = text.text.slice(from, at);
  const noun = /\p{Script=Han}/u.test(ahead) ? hanNoun(ahead) : spacedNoun(ahead);
  return noun && text.typed(from + noun.start, from + noun.end);
}
