/** The names and terms of a guide as Vale rules: substitutions where there is a better word, existence where there is none. */
import type { CompiledGuide } from '../engine/compile-rules.ts';
import { foldText } from '../engine/fold.ts';
import { bannedTerm } from '../rules/banned-term.ts';
import { canonicalName } from '../rules/canonical-name.ts';
import { preferredTerm } from '../rules/preferred-term.ts';
import type { Literal, Rule } from '../engine/types.ts';
import { literalPattern, textPattern } from './vale-pattern.ts';
import type { Around } from './vale-pattern.ts';
import { valeRule } from './vale-rule.ts';
import type { ValeRule } from './vale-rule.ts';

interface Family {
  readonly rule: Rule;
  readonly name: string;
  readonly says: string;
}

const FAMILIES: readonly Family[] = [
  { rule: bannedTerm, name: 'Banned', says: "'%s' is not a word of this brand" },
  { rule: preferredTerm, name: 'Preferred', says: "'%s' is not the word that this brand prefers" },
  { rule: canonicalName, name: 'Names', says: "'%s' is not how this name is written" },
];

function literalsOf({ rule }: Family, { guide, place }: CompiledGuide): Literal[] {
  return [...(rule.literals?.(guide, place) ?? [])];
}

/** Where a word may begin or end inside a text: at its gaps, and beside every Han character. */
const EDGE = /(?<=\s)(?=\S)|(?<=\S)(?=\s)|(?<=\p{Script=Han})(?=\S)|(?<=\S)(?=\p{Script=Han})/gu;

/** Every run of words of every right text, with what stands before and after it there. */
function shieldsOf(right: readonly Literal[]): Map<string, Around[]> {
  const shields = new Map<string, Around[]>();
  for (const { text } of right) {
    const edges = [0, ...[...text.matchAll(EDGE)].map(({ index }) => index), text.length];
    for (const [at, from] of edges.entries())
      for (const to of edges.slice(at + 1)) {
        const inner = text.slice(from, to);
        if (inner.length === text.length || inner.trim() !== inner) continue;
        const key = foldText(inner);
        shields.set(key, [
          ...(shields.get(key) ?? []),
          { before: text.slice(0, from), after: text.slice(to) },
        ]);
      }
  }
  return shields;
}

type ShieldsOf = (literal: Literal) => readonly Around[];

/** What is right shields all; an item's exceptions shield the item. */
function shielding(families: readonly (readonly Literal[])[]): ShieldsOf {
  const literals = families.flat();
  const right = shieldsOf(literals.filter(({ shields }) => shields));
  const excused = new Map<string, Literal[]>();
  for (const one of literals.filter(({ excuses }) => excuses))
    excused.set(one.item, [...(excused.get(one.item) ?? []), one]);
  return ({ text, item }) => {
    const key = foldText(text);
    return [...(right.get(key) ?? []), ...(shieldsOf(excused.get(item) ?? []).get(key) ?? [])];
  };
}

/** A right text in another case: only that is wrong, and the right one is written. */
function caseOnly(literal: Literal, locale: string): string {
  const right = `(?!${textPattern(literal.text, locale, true)}\\b)`;
  return `\\b${right}${literalPattern({ ...literal, caseSensitive: false }, [], locale).replace(/^\\b/u, '')}`;
}

interface Sought {
  readonly pattern: string;
  readonly use: readonly string[];
  readonly note: string;
}

function soughtBy(family: Family, compiled: CompiledGuide, shields: ShieldsOf): Sought[] {
  const { locale } = compiled.place;
  const lenient = new Set(
    (compiled.guide.names ?? []).filter((name) => name.caseSensitive === false).map(({ id }) => id),
  );
  return literalsOf(family, compiled).flatMap((literal): Sought[] => {
    const { text, use = [], note = '', shields: right, item } = literal;
    if (literal.excuses) return [];
    if (!right) return [{ pattern: literalPattern(literal, shields(literal), locale), use, note }];
    const isName = family.rule === canonicalName && !lenient.has(item);
    return isName ? [{ pattern: caseOnly(literal, locale), use: [text], note }] : [];
  });
}

function ruleFor(
  family: Family,
  compiled: CompiledGuide,
  name: string,
  sought: readonly Sought[],
): ValeRule[] {
  const [first] = sought;
  if (!first) return [];
  const note = first.note === '' ? '' : ` ${first.note.replaceAll('%', '%%')}`;
  // What the vocabulary accepts would excuse every match that has it inside.
  const common = { ignorecase: true, nonword: true, vocab: false };
  if (first.use.length === 0) {
    const message = `${family.says}; leave it out.${note}`;
    const fields = { ...common, tokens: sought.map(({ pattern }) => pattern) };
    return valeRule(compiled, family.rule, name, 'existence', message, fields);
  }
  const message = `Write '%s' instead of '%s'.${note}`;
  const swap = Object.fromEntries(sought.map(({ pattern, use }) => [pattern, use.join('|')]));
  return valeRule(compiled, family.rule, name, 'substitution', message, {
    ...common,
    action: { name: 'replace' },
    swap,
  });
}

/** One rule for each note, so that a writer is told why. */
function rulesOf(family: Family, compiled: CompiledGuide, shields: ShieldsOf): ValeRule[] {
  const groups = new Map<string, Sought[]>();
  for (const one of soughtBy(family, compiled, shields)) {
    const key = `${one.use.length === 0 ? 'Avoid' : ''}\n${one.note}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const named = new Map<string, number>();
  return [...groups.values()].flatMap((sought) => {
    const name = `${family.name}${sought[0]?.use.length === 0 ? 'Avoid' : ''}`;
    const many = (named.get(name) ?? 0) + 1;
    named.set(name, many);
    return ruleFor(family, compiled, many === 1 ? name : `${name}${many}`, sought);
  });
}

export function valeTerms(compiled: CompiledGuide): ValeRule[] {
  const shields = shielding(FAMILIES.map((family) => literalsOf(family, compiled)));
  return FAMILIES.flatMap((family) => rulesOf(family, compiled, shields));
}
