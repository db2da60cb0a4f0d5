/** Lints a subject against a compiled guide. */
import { findMentions } from '../facts/find.ts';
import { readingContextOf } from '../facts/reading-context.ts';
import type { Comparison } from '../facts/comparison.ts';
import type { Mention, ReadingContext } from '../facts/types.ts';
import { compareTexts } from '../facts/compare-subject.ts';
import type { ActiveRule, CompiledGuide } from './compile-rules.ts';
import { fingerprinter } from './fingerprint.ts';
import { settleHits } from './hits.ts';
import { positionsOf } from './positions.ts';
import type { Position } from './positions.ts';
import { scopesOf, withScopes } from './scopes.ts';
import { sentencesOf, wordsOf } from './segments.ts';
import type { Finding, Hit, Part, Range, Report, RuleContext, Scope, Subject } from './types.ts';

/** Readings of one part, each made when first asked for. */
interface Reading {
  readonly scopes: () => readonly Scope[];
  readonly mentions: () => readonly Mention[];
  readonly hits: () => Map<string, Hit[]>;
  readonly sentences: () => readonly Range[];
  readonly words: () => readonly Range[];
  readonly position: (offset: number) => Position;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** What is known around a subject's texts when their facts are read; without a subject, what the guide knows. */
export function readingContext(
  { guide, place }: CompiledGuide,
  { facts = [], window }: Pick<Subject, 'facts' | 'window'> = {},
): ReadingContext {
  return readingContextOf({
    locale: place.locale,
    facts: [...facts, ...(guide.facts ?? [])],
    names: (guide.names ?? []).map((name) => name.canonical),
    window,
  });
}

function readPart(
  compiled: CompiledGuide,
  around: () => ReadingContext,
  { text, scopes: known = [] }: Part,
): Reading {
  const scopes = once(() => withScopes(scopesOf(text), known));
  const position = once(() => positionsOf(text));
  return {
    scopes,
    sentences: once(() => sentencesOf(text, compiled.place.locale)),
    words: once(() => wordsOf(text, scopes())),
    mentions: once(() => findMentions(text, around())),
    hits: once(() => {
      const found = compiled.scanner.scan(text);
      return settleHits(found, found.length > 0 ? scopes() : []);
    }),
    position: (offset) => position()(offset),
  };
}

function stamp(
  compiled: CompiledGuide,
  active: ActiveRule,
  report: Report,
  text: string,
  position: Reading['position'],
) {
  const severity = active.severity ?? report.severity ?? active.rule.meta.severity;
  return {
    ...report,
    rule: active.rule.meta.id,
    severity,
    gate: active.observe ? ('inform' as const) : compiled.gates[severity],
    waivable: active.waivable ?? report.waivable ?? true,
    ...position(report.start),
    evidence: text.slice(report.start, report.end),
  };
}

function inOrder(
  order: ReadonlyMap<string, number>,
): (a: Omit<Finding, 'fingerprint'>, b: Omit<Finding, 'fingerprint'>) => number {
  return (a, b) =>
    (order.get(a.field) ?? 0) - (order.get(b.field) ?? 0) ||
    a.start - b.start ||
    (a.rule < b.rule ? -1 : Number(a.rule > b.rule)) ||
    a.end - b.end;
}

/** A subject's findings with what they rest on. */
export interface Judgement {
  readonly findings: readonly Finding[];
  readonly comparison: () => Comparison;
  readonly scopes: (part: Part) => readonly Scope[];
  readonly words: (part: Part) => readonly Range[];
}

/** Judges a subject by every rule of the compiled guide. Pure: the same subject gives the same findings. */
export function judge(compiled: CompiledGuide, subject: Subject): Judgement {
  const around = once(() => readingContext(compiled, subject));
  const readings = new Map(subject.parts.map((part) => [part.field, readPart(compiled, around, part)]));
  const mentions = (part: Part): readonly Mention[] => readings.get(part.field)?.mentions() ?? [];
  const read = (text: string): readonly Mention[] => findMentions(text, around());
  const comparison = once(() => compareTexts(subject, mentions, read, compiled.guide.facts));
  const scopes = (part: Part): readonly Scope[] => readings.get(part.field)?.scopes() ?? [];
  const words = (part: Part): readonly Range[] => readings.get(part.field)?.words() ?? [];
  const contextOf = (active: ActiveRule): RuleContext => ({
    subject,
    guide: compiled.guide,
    place: compiled.place,
    scopes,
    mentions,
    comparison,
    sentences: (part) => readings.get(part.field)?.sentences() ?? [],
    words,
    hits: (part) => readings.get(part.field)?.hits().get(active.rule.meta.id) ?? [],
  });
  const findings = findingsOf(compiled, subject, contextOf, (field) => readings.get(field)?.position);
  return { findings, comparison, scopes, words };
}

function findingsOf(
  compiled: CompiledGuide,
  { parts }: Subject,
  contextOf: (active: ActiveRule) => RuleContext,
  positionIn: (field: string) => Reading['position'] | undefined,
): Finding[] {
  const texts = new Map(parts.map((part) => [part.field, part.text]));
  const findings = compiled.rules.flatMap((active) =>
    [...active.check(contextOf(active))].flatMap((report) => {
      const position = positionIn(report.field);
      return position ? [stamp(compiled, active, report, texts.get(report.field) ?? '', position)] : [];
    }),
  );
  const order = new Map(parts.map((part, at) => [part.field, at]));
  const fingerprint = fingerprinter();
  return findings
    .toSorted(inOrder(order))
    .map((one) => ({ ...one, fingerprint: fingerprint(one.rule, one, one.evidence) }));
}

/** Findings in the order of the parts, then by start, then by rule. */
export const lint = (compiled: CompiledGuide, subject: Subject): Finding[] => [
  ...judge(compiled, subject).findings,
];
