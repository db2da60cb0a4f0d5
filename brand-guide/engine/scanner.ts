/** Finds the literals of all rules in one pass over the folded text. */
import { automatonOf } from './automaton.ts';
import { GREEK, IDEOGRAPH, kindOf } from './character.ts';
import { fold, foldBriefly, foldText } from './fold.ts';
import type { Folded } from './fold.ts';
import { suffixesOf } from './suffixes.ts';
import type { Suffixes } from './suffixes.ts';
import type { Hit, Literal } from './types.ts';
import { endsWord, inCapitals, isBoundary, wordEnd, wordStart } from './words.ts';

/** A literal with the rule that asked for it. */
export interface Sought {
  readonly rule: string;
  readonly literal: Literal;
}

export interface Found extends Hit {
  readonly rule: string;
}

export interface Scanner {
  /** Every occurrence, overlapping ones too, in no particular order. Ranges are over the text as typed. */
  readonly scan: (text: string) => Found[];
}

interface Pattern extends Sought {
  /** What the automaton looks for. */
  readonly units: string;
  readonly except: ReadonlySet<string>;
  /** Undefined where the literal is found in any case. */
  readonly cased: string | undefined;
  /** With its accents, where it has Greek letters. */
  readonly greek: Folded | undefined;
}

const NONE: ReadonlySet<string> = new Set();

function stringOf(units: Uint16Array, from: number, to: number): string {
  let text = '';
  for (let at = from; at < to; at++) text += String.fromCharCode(units[at] ?? 0);
  return text;
}

function textOf({ accented }: Folded, from: number, to: number): string {
  return stringOf(accented, from, to);
}

function hasGreek({ units, length }: Folded): boolean {
  for (let at = 0; at < length; at++) if ((kindOf(units[at] ?? 0) & GREEK) !== 0) return true;
  return false;
}

function patternOf(sought: Sought): Pattern {
  const { literal } = sought;
  const text = literal.text.trim();
  const folded = foldBriefly(text);
  return {
    ...sought,
    units: stringOf(folded.units, 0, folded.length),
    greek: hasGreek(folded) ? fold(text) : undefined,
    except: literal.except ? new Set(literal.except.map((one) => foldText(one))) : NONE,
    cased: literal.caseSensitive ? foldText(text, true) : undefined,
  };
}

/** Accents must agree, save in a word that either side writes in capitals. */
function accentsAgree(text: Folded, start: number, sought: Folded): boolean {
  for (let at = 0; at < sought.length; at++) {
    if (text.accented[start + at] === sought.accented[at]) continue;
    if (!inCapitals(text, start + at) && !inCapitals(sought, at)) return false;
  }
  return true;
}

function isIdeograph(unit: number | undefined): boolean {
  return unit !== undefined && (kindOf(unit) & IDEOGRAPH) !== 0;
}

/** Where the folded hit really ends, or undefined where no word ends there. */
function settleEnd(
  text: Folded,
  pattern: Pattern,
  start: number,
  end: number,
  suffixes: Suffixes,
): number | undefined {
  const { literal, except } = pattern;
  if (literal.match === 'prefix') {
    const whole = wordEnd(text, end);
    return except.has(textOf(text, start, whole)) ? undefined : whole;
  }
  if (endsWord(text, end))
    return except.size > 0 && except.has(textOf(text, wordStart(text, start), end)) ? undefined : end;
  if (!literal.suffixes || isIdeograph(text.units[end - 1])) return undefined;
  for (const ending of suffixes.endings) {
    const to = end + ending.length;
    if (to > text.length || textOf(text, end, to) !== ending || !endsWord(text, to)) continue;
    const whole = textOf(text, start, to);
    return except.has(whole) || suffixes.except.has(whole) ? undefined : end;
  }
  return undefined;
}

/** A folded range that begins and ends on whole source characters, or undefined: half of ß is no hit. */
function sourceRange(
  { starts, ends, length }: Folded,
  from: number,
  to: number,
): { start: number; end: number } | undefined {
  if (from > 0 && starts[from] === starts[from - 1]) return undefined;
  if (to < length && starts[to] === starts[to - 1]) return undefined;
  return { start: starts[from] ?? 0, end: ends[to - 1] ?? 0 };
}

function settle(text: Folded, pattern: Pattern, end: number, suffixes: Suffixes): Found | undefined {
  const start = end - pattern.units.length;
  if (!isBoundary(text, start)) return undefined;
  const settled = settleEnd(text, pattern, start, end, suffixes);
  if (settled === undefined) return undefined;
  if (pattern.greek && !accentsAgree(text, start, pattern.greek)) return undefined;
  const range = sourceRange(text, start, settled);
  if (!range) return undefined;
  const { rule, literal, cased } = pattern;
  if (cased !== undefined && foldText(text.source.slice(range.start, range.end), true) !== cased)
    return undefined;
  return { ...range, rule, literal };
}

export function scannerOf(sought: readonly Sought[], locale: string): Scanner {
  const patterns = sought.map(patternOf);
  const automaton = automatonOf(patterns.map((one) => one.units));
  const suffixes = suffixesOf(locale);
  return {
    scan: (source) => {
      const text = fold(source);
      const found: Found[] = [];
      automaton.run(text.units, text.length, (index, end) => {
        const pattern = patterns[index];
        const hit = pattern && settle(text, pattern, end, suffixes);
        if (hit) found.push(hit);
      });
      return found;
    },
  };
}
