/** Cuts a text into sentences, paragraph by paragraph, in the locale's own way. */
import { languageOf } from '../../brand-guide/engine/locale.ts';
import { remembered } from '../../brand-guide/engine/remembered.ts';
import abbreviations from './data/abbreviations.json' with { type: 'json' };
import hourEnds from './data/hour-ends.json' with { type: 'json' };

export interface Piece {
  readonly text: string;
  /** Blocks of the text that blank lines part, from 0. */
  readonly paragraph: number;
  /** Lines within the whole text, from 0: a sentence never crosses one. */
  readonly line: number;
}

const CLOSERS = '["\'”’»)\\]」』）\\u2069]*';
const ENDING = new RegExp(`[.!?…。！？؟۔]${CLOSERS}$`, 'u');
const GREEK_ENDING = new RegExp(`[.!?…;;]${CLOSERS}$`, 'u');
const LINK = /(?:https?:\/\/|www\.)\S+/giu;
const INITIAL = /(?:^|[\s(])\p{Lu}\.$/u;
/** “1. Choose”, and in languages that write ordinals so “12. September”. */
const NUMBERED = /^\d{1,3}\.$/u;
const ORDINAL = /(?:^|[\s(])\d{1,3}\.$/u;
const ABBREVIATIONS: Readonly<Record<string, readonly string[]>> = abbreviations;
interface HourEnds {
  readonly marks: readonly string[];
  /** What says more of the hour: “9 p.m. Tuesday”. */
  readonly followers: readonly string[];
}
const HOUR_ENDS: Readonly<Record<string, HourEnds>> = hourEnds;
const OPENING_WORD = /^\p{Lu}[\p{L}\p{M}'’]*/u;
const ZONE = /^\p{Lu}{2,}$/u;
/** Intl.Segmenter is quadratic over long texts on Node 20. */
const LONGEST = 4_000;

/** Whether a text closes as a sentence does; the Greek question mark looks like a semicolon. */
export function endsSentence(text: string, locale: string): boolean {
  return (languageOf(locale) === 'el' ? GREEK_ENDING : ENDING).test(text.trimEnd());
}

const segmenterOf = remembered((locale) => new Intl.Segmenter(locale, { granularity: 'sentence' }));

export function splitSentences(text: string, locale: string): readonly Piece[] {
  const segmenter = segmenterOf(locale);
  const pieces: Piece[] = [];
  let line = 0;
  text.split(/\n[^\S\n]*\n\s*/u).forEach((block, paragraph) => {
    for (const whole of linesOf(block, locale)) {
      for (const sentence of sentencesOf(whole, segmenter, locale))
        pieces.push({ text: sentence, paragraph, line });
      line += 1;
    }
  });
  return pieces;
}

/** A line that goes on in lower case below was only wrapped. */
function linesOf(block: string, locale: string): string[] {
  const lines: string[] = [];
  for (const line of block.split('\n').map((one) => one.trim())) {
    const above = lines.at(-1);
    if (line === '') continue;
    if (above !== undefined && !endsSentence(above, locale) && /^\p{Ll}/u.test(line))
      lines[lines.length - 1] = `${above} ${line}`;
    else lines.push(line);
  }
  return lines;
}

function sentencesOf(line: string, segmenter: Intl.Segmenter, locale: string): string[] {
  const links = [...line.matchAll(LINK)].map(
    (match) => [match.index, match.index + match[0].length] as const,
  );
  const sentences: string[] = [];
  let open = '';
  let position = 0;
  const segments = [...segmentsOf(line, segmenter)];
  for (const [index, segment] of segments.entries()) {
    open += segment;
    position += segment.length;
    const end = position;
    const goesOn = abbreviated(open, locale) && !endsInHour(open, segments[index + 1] ?? '', locale);
    if (links.some(([from, to]) => from < end && end < to) || goesOn) continue;
    sentences.push(open.trim());
    open = '';
  }
  return [...sentences, open.trim()].filter((sentence) => sentence !== '');
}

function* segmentsOf(line: string, segmenter: Intl.Segmenter): Iterable<string> {
  for (let from = 0; from < line.length;) {
    const window = line.length - from > LONGEST ? line.slice(from, from + LONGEST) : line.slice(from);
    const segments = Array.from(segmenter.segment(window), (one) => one.segment);
    if (from + window.length < line.length && segments.length > 1) segments.pop();
    if (from + window.length < line.length && segments.length === 1) segments.splice(0, 1, line.slice(from));
    for (const segment of segments) yield segment;
    from += segments.reduce((sum, segment) => sum + segment.length, 0);
  }
}

/** “from 10 a.m. Every room …”: the full stop of the hour ends the sentence too. */
function endsInHour(text: string, next: string, locale: string): boolean {
  const ends = HOUR_ENDS[languageOf(locale)];
  const [word] = OPENING_WORD.exec(next) ?? [];
  if (ends === undefined || word === undefined || ZONE.test(word)) return false;
  const trimmed = text.trimEnd();
  return ends.marks.some((mark) => trimmed.endsWith(mark)) && !ends.followers.includes(word);
}

function abbreviated(text: string, locale: string): boolean {
  const trimmed = text.trimEnd();
  const known = ABBREVIATIONS[languageOf(locale)];
  return (
    INITIAL.test(trimmed) ||
    (known === undefined ? ORDINAL : NUMBERED).test(trimmed) ||
    known?.some((one) => trimmed === one || trimmed.endsWith(` ${one}`) || trimmed.endsWith(`(${one}`)) ===
      true
  );
}
