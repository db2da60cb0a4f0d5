/** Cuts a text into the lines that may be read alone: between them nothing is that a reader of facts looks across. */
import { remembered } from '../engine/remembered.ts';
import { WEEKDAY } from './date-words.ts';
import { foldText, foldWord } from './fold.ts';
import { NAMED } from './time-words.ts';
import { matchesOf } from '../engine/matches-of.ts';

export interface Stretch {
  readonly start: number;
  /** Without the line ends behind it. */
  readonly text: string;
}

/** Whether a line has to be read with the one before it: asked of the end of that, a line end, and its own start. */
export type Reaches = (seam: string) => boolean;

const LINE_END = /\n(?:[^\S\n]*\n)*/gu;
/** Longer than any reader looks back or ahead, in the text as typed. */
const REACH = 96;
const MARK = /^\p{M}/u;
/** What may be a phone number, whose cue may stand on the line before. */
const DIALLED = /\p{Nd}{3}|\p{Nd}(?:[^\p{L}\p{Nd}]{0,6}\p{Nd}){6}/u;
const HOUR = new RegExp(`[\\d點点時时]|${NAMED}`, 'u');
const DAY = new RegExp(WEEKDAY, 'u');

/** "10:00–18:00", and on the next line "Thursday until 21:00". */
const isOfHours = (ahead: string, behind: string): boolean =>
  HOUR.test(foldWord(ahead)) && DAY.test(foldWord(`${ahead}\n${behind}`));

const folded = remembered((text): readonly string[] => [
  foldText(text, { keepAccents: true }).text,
  foldWord(text),
]);

/** The neighbouring words of the names: a line may end between them. */
const seamsOf = (names: readonly string[]): readonly (readonly [string, string])[] =>
  names.flatMap((name) => {
    const parts = name.trim().split(/[\s\u200C]+/u);
    return parts.slice(1).flatMap((part, at) => {
      const before = folded(parts[at] ?? '');
      return folded(part).map((one, way) => [before[way] ?? '', one] as const);
    });
  });

/** `names` are those of the reading's context. */
export function reachesOver(names: readonly string[]): Reaches {
  const seams = seamsOf(names);
  const isInName = (ahead: string, behind: string): boolean => {
    const [end, start] = [folded(ahead.trimEnd()), folded(behind.trimStart())];
    return seams.some(([before, after]) =>
      start.some((one, way) => one.startsWith(after) && (end[way] ?? '').endsWith(before)),
    );
  };
  return remembered((seam) => {
    const at = seam.lastIndexOf('\n');
    const [ahead, behind] = [seam.slice(0, at), seam.slice(at + 1)];
    return (
      MARK.test(behind) ||
      DIALLED.test(behind) ||
      (seams.length > 0 && isInName(ahead, behind)) ||
      isOfHours(ahead, behind)
    );
  });
}

/** In text order; together they are the text without the line ends between them. */
export function stretchesOf(source: string, reaches: Reaches): Stretch[] {
  const found: Stretch[] = [];
  let start = 0;
  for (const { index, 0: gap } of matchesOf(source, LINE_END)) {
    const next = index + gap.length;
    const line = source.indexOf('\n', next);
    const end = Math.min(next + REACH, line === -1 ? source.length : line);
    if (reaches(`${source.slice(Math.max(start, index - REACH), index)}\n${source.slice(next, end)}`))
      continue;
    found.push({ start, text: source.slice(start, index) });
    start = next;
  }
  return [...found, { start, text: source.slice(start) }];
}
