/** Lints a subject against a compiled guide. */
import { findMentions } from '../facts/find.ts';
import { readingContextOf } from '../facts/reading-context.ts';
import type { Mention, ReadingContext } from '../facts/types.ts';
import { compareTexts } from '../facts/compare-subject.ts';
import { compileGuide } from './compile.ts';
import type { ActiveRule, CompiledGuide } from './compile.ts';
import { fingerprinter } from './fingerprint.ts';
import { settleHits } from './hits.ts';
import { positionsOf } from './positions.ts';
import type { Position } from './positions.ts';
import { scopesOf, withScopes } from './scopes.ts';
import { sentencesOf, wordsOf } from './segments.ts';
import type { Finding, Hit, Part, Range, Report, RuleContext, Scope, Subject } from './types.ts';

export { compileGuide };
export type { CompiledGuide };

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

/** Findings in the order of the parts, then by start, then by rule. Pure: the same subject gives the same findings. */
export function lint(compiled: CompiledGuide, subject: Subject): Finding[] {
  const around = once(() => readingContext(compiled, subject));
  const readings = new Map(subject.parts.map((part) => [part.field, readPart(compiled, around, part)]));
  const texts = new Map(subject.parts.map((part) => [part.field, part.text]));
  const mentions = (part: Part): readonly Mention[] => readings.get(part.field)?.mentions() ?? [];
  const comparison = once(() => compareTexts(subject, mentions, compiled.guide.facts));
  const findings = compiled.rules.flatMap((active) => {
    const context: RuleContext = {
      subject,
      guide: compiled.guide,
      place: compiled.place,
      scopes: (part) => readings.get(part.field)?.scopes() ?? [],
      mentions,
      comparison,
      sentences: (part) => readings.get(part.field)?.sentences() ?? [],
      words: (part) => readings.get(part.field)?.words() ?? [],
      hits: (part) => readings.get(part.field)?.hits().get(active.rule.meta.id) ?? [],
    };
    return [...active.check(context)].flatMap((report) => {
      const position = readings.get(report.field)?.position;
      return position ? [stamp(compiled, active, report, texts.get(report.field) ?? '', position)] : [];
    });
  });
  const order = new Map(subject.parts.map((part, at) => [part.field, at]));
  const fingerprint = fingerprinter();
  return findings
    .toSorted(inOrder(order))
    .map((one) => ({ ...one, fingerprint: fingerprint(one.rule, one, one.evidence) }));
}
