/** Lints a subject against a compiled guide. */
import { findMentions } from '../facts/find.ts';
import { readerFor } from '../facts/reader.ts';
import type { Reader } from '../facts/reader.ts';
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
    names: guide.names ?? [],
    window,
  });
}

function readPart(compiled: CompiledGuide, read: Reader, { text, scopes: known = [] }: Part): Reading {
  const scopes = once(() => withScopes(scopesOf(text), known));
  const position = once(() => positionsOf(text));
  return {
    scopes,
    sentences: once(() => sentencesOf(text, compiled.place.locale)),
    words: once(() => wordsOf(text, scopes())),
    mentions: once(() => read(text)),
    hits: once(() => {
      const found = compiled.scanner.scan(text);
      return settleHits(found, found.length > 0 ? scopes() : []);
    }),
    position: (offset) => position()(offset),
  };
}

/** What a rule reported, before it is in its place among the others. */
interface Reported {
  readonly active: ActiveRule;
  readonly report: Report;
}

type Stamped = { -readonly [Key in keyof Finding]: Finding[Key] };

/** Spreading a report costs a hundred times as much as naming its fields, and there may be thousands of them. */
function stamp(
  { gates }: CompiledGuide,
  { active, report }: Reported,
  text: string,
  { line, column }: Position,
  fingerprintOf: ReturnType<typeof fingerprinter>,
): Finding {
  const { rule } = active;
  const severity = active.severity ?? report.severity ?? rule.meta.severity;
  const { field, start, end, message, fix, suggestions, item, image } = report;
  const evidence = text.slice(start, end);
  const finding: Stamped = {
    field,
    start,
    end,
    message,
    rule: rule.meta.id,
    severity,
    gate: active.observe ? 'inform' : gates[severity],
    waivable: active.waivable ?? report.waivable ?? true,
    line,
    column,
    evidence,
    fingerprint: fingerprintOf(rule.meta.id, report, evidence),
  };
  if (fix) finding.fix = fix;
  if (suggestions) finding.suggestions = suggestions;
  if (item !== undefined) finding.item = item;
  if (image !== undefined) finding.image = image;
  return finding;
}

function inOrder(order: ReadonlyMap<string, number>): (a: Reported, b: Reported) => number {
  return ({ active: { rule: one }, report: a }, { active: { rule: other }, report: b }) =>
    (a.field === b.field ? 0 : (order.get(a.field) ?? 0) - (order.get(b.field) ?? 0)) ||
    a.start - b.start ||
    (one.meta.id < other.meta.id ? -1 : Number(one.meta.id > other.meta.id)) ||
    a.end - b.end;
}

/** A subject's findings with what they rest on. */
export interface Judgement {
  /** In the order of the parts, then by start, then by rule. */
  readonly findings: () => readonly Finding[];
  /** Of the rules that can give fixes alone: sooner told, and asked for again and again while a text is mended. */
  readonly fixable: () => readonly Finding[];
  readonly comparison: () => Comparison;
  readonly scopes: (part: Part) => readonly Scope[];
  readonly words: (part: Part) => readonly Range[];
}

/** What a message's variants say is read around it; other texts are read by themselves. */
function readerAround(compiled: CompiledGuide, subject: Subject): Reader {
  const context = readingContext(compiled, subject);
  const owner = subject.message?.source ?? subject.message;
  return owner ? readerFor(owner, context) : (text) => findMentions(text, context);
}

/** Judges a subject by every rule of the compiled guide. Pure: the same subject gives the same findings. */
export function judge(compiled: CompiledGuide, subject: Subject): Judgement {
  const reader = once(() => readerAround(compiled, subject));
  const read: Reader = (text) => reader()(text);
  const readings = new Map(subject.parts.map((part) => [part.field, readPart(compiled, read, part)]));
  const mentions = (part: Part): readonly Mention[] => readings.get(part.field)?.mentions() ?? [];
  const comparison = once(() => compareTexts(subject, mentions, read, compiled.guide));
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
  const reportedBy = (canFix: boolean): readonly Reported[] =>
    compiled.rules
      .filter(({ rule: { meta } }) => meta.fixable === canFix && !(subject.isMessage && meta.finishedOnly))
      .flatMap((active) => {
        const context = contextOf(active);
        return Array.from(active.check(context), (report) => ({ active, report }));
      });
  const [fixing, other] = [once(() => reportedBy(true)), once(() => reportedBy(false))];
  const findingsOf = (reported: readonly Reported[]): readonly Finding[] =>
    stamped(compiled, subject, reported, (field) => readings.get(field)?.position);
  return {
    fixable: once(() => findingsOf(fixing())),
    findings: once(() => findingsOf([...fixing(), ...other()])),
    comparison,
    scopes,
    words,
  };
}

function stamped(
  compiled: CompiledGuide,
  { parts }: Subject,
  reported: readonly Reported[],
  positionIn: (field: string) => Reading['position'] | undefined,
): Finding[] {
  const texts = new Map(parts.map((part) => [part.field, part.text]));
  const order = new Map(parts.map((part, at) => [part.field, at]));
  const fingerprintOf = fingerprinter();
  return reported.toSorted(inOrder(order)).flatMap((one) => {
    const { field, start } = one.report;
    const position = positionIn(field)?.(start);
    return position ? [stamp(compiled, one, texts.get(field) ?? '', position, fingerprintOf)] : [];
  });
}

/** Findings in the order of the parts, then by start, then by rule. */
export const lint = (compiled: CompiledGuide, subject: Subject): Finding[] => [
  ...judge(compiled, subject).findings(),
];
