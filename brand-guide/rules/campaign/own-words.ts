/** What a variant says in words of its own: without facts, links, tags, disclosures and the guide's stock phrases. */
import type { JudgedVoice } from '../../engine/campaign-rule.ts';
import { entryFor } from '../../engine/locale.ts';
import type { Part, Range } from '../../engine/types.ts';
import { wordingsOf } from '../../facts/wordings.ts';
import { foldText, foldWord } from '../../facts/fold.ts';
import { occurrences } from '../../facts/phrase.ts';

/** Three words that stand together, or three characters of Chinese. */
const SIZE = 3;

export interface Gram {
  readonly text: string;
  /** From the first word to the last, in the part. */
  readonly range: Range;
}

export interface OwnWords {
  readonly count: number;
  /** Those of one part after the other; none crosses what is left out. */
  readonly grams: readonly (Gram & { readonly part: Part })[];
  readonly set: ReadonlySet<string>;
}

/** Wordings that all variants have to share. */
function sharedWordings({ compiled, subject, comparison }: JudgedVoice): readonly string[] {
  const { guide } = compiled;
  const { locale, message } = subject;
  const disclosures = (guide.disclosures ?? []).flatMap(({ text }) => entryFor(text, locale) ?? []);
  const phrases = Object.values(entryFor(guide.phrases, locale) ?? {}).filter(
    (phrase): phrase is string => typeof phrase === 'string' && !phrase.includes('{'),
  );
  const calls = [...(entryFor(guide.cta?.phrasings, locale) ?? []), ...(message?.cta ? [message.cta] : [])];
  const required = (guide.requiredPhrases ?? []).flatMap(({ text }) => entryFor(text, locale) ?? []);
  const lines = comparison().facts.flatMap(({ fact }) =>
    fact.kind === 'legal' || fact.kind === 'name' ? (wordingsOf(fact, locale) ?? []) : [],
  );
  return [...disclosures, ...phrases, ...calls, ...required, ...lines];
}

/** In order, over the text as typed. */
function masked(part: Part, voice: JudgedVoice, wordings: readonly string[]): readonly Range[] {
  const text = foldText(part.text, { keepAccents: true });
  const shared = wordings.flatMap((wording) =>
    occurrences(text, wording).map(({ start, end }) => text.range(start, end)),
  );
  const facts = voice
    .comparison()
    .mentions.filter(({ field, image }) => field === part.field && image === undefined)
    .map(({ mention }) => mention);
  return [...shared, ...facts].toSorted((a, b) => a.start - b.start);
}

const MOST = 8192;
const folds = new Map<string, string>();

/** The words of a campaign come again and again. */
function foldedWord(word: string): string {
  const known = folds.get(word);
  if (known !== undefined) return known;
  const folded = foldWord(word);
  if (folds.size >= MOST) folds.clear();
  folds.set(word, folded);
  return folded;
}

interface Word extends Range {
  readonly text: string;
  /** Something that is left out stands before it. */
  readonly opens: boolean;
}

function wordsOf(part: Part, voice: JudgedVoice, wordings: readonly string[]): readonly Word[] {
  const left = masked(part, voice, wordings);
  const found: Word[] = [];
  let [next, covered, opens] = [0, 0, true];
  for (const { start, end } of voice.words(part)) {
    for (; (left[next]?.start ?? Infinity) < end; next++) covered = Math.max(covered, left[next]?.end ?? 0);
    if (covered > start) opens = true;
    else {
      found.push({ start, end, text: foldedWord(part.text.slice(start, end)), opens });
      opens = false;
    }
  }
  return found;
}

function gramsOf(part: Part, words: readonly Word[]): OwnWords['grams'] {
  return words.flatMap((first, at) => {
    const group = words.slice(at, at + SIZE);
    const last = group.at(-1);
    if (group.length < SIZE || !last || group.slice(1).some(({ opens }) => opens)) return [];
    const text = group.map((word) => word.text).join(' ');
    return [{ text, part, range: { start: first.start, end: last.end } }];
  });
}

export function ownWords(voice: JudgedVoice): OwnWords {
  const wordings = sharedWordings(voice);
  const parts = voice.subject.parts.map((part) => ({ part, words: wordsOf(part, voice, wordings) }));
  const grams = parts.flatMap(({ part, words }) => gramsOf(part, words));
  const count = parts.reduce((sum, { words }) => sum + words.length, 0);
  return { count, grams, set: new Set(grams.map(({ text }) => text)) };
}
