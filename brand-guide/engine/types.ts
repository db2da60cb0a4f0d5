/** The words of the linter: ranges, findings, rules. Offsets are UTF-16, half-open, over the text as typed. */
import type { Channel } from './channel.ts';
import type { Guide } from '../schema/guide.ts';
import type { Fact, Mention } from '../facts/types.ts';

export interface Range {
  readonly start: number;
  readonly end: number;
}

export const SEVERITIES = ['error', 'warning', 'suggestion'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** What a finding does to a submission: `block` refuses it, `acknowledge` needs the submitter's tick, `inform` neither. */
export type Gate = 'block' | 'acknowledge' | 'inform';

/** One replacement in one part. */
export interface Fix extends Range {
  readonly text: string;
}

/** One named text of a variant: `caption`, `text`, `subject` … A bare file is the single part `text`. */
export interface Part {
  readonly field: string;
  readonly text: string;
}

/** What is linted: parts in reading order, and everything about their place that a rule may ask for. */
export interface Subject {
  readonly parts: readonly Part[];
  /** BCP 47, such as `el-GR`. */
  readonly locale: string;
  readonly channel?: Channel;
  readonly format?: string;
  readonly topics?: readonly string[];
  /** The facts in force for this variant, already resolved. */
  readonly facts?: readonly Fact[];
}

/** What a rule yields; the engine stamps the rest. */
export interface Report extends Range {
  readonly field: string;
  readonly message: string;
  readonly fix?: Fix;
  /** Replacement texts for the range that need a person's choice. */
  readonly suggestions?: readonly string[];
  /** Overrides the rule's own severity, for limits whose grade decides. */
  readonly severity?: Severity;
  readonly waivable?: boolean;
}

export interface Finding extends Report {
  readonly rule: string;
  readonly severity: Severity;
  readonly gate: Gate;
  readonly waivable: boolean;
  /** 1-based, within the part. Columns count UTF-16 units. */
  readonly line: number;
  readonly column: number;
  /** The text of the range. */
  readonly evidence: string;
  /** rule + field + normalised evidence + occurrence: stable while unrelated text changes. */
  readonly fingerprint: string;
}

/** A rule's own example: `reject` must yield a finding of that rule, `accept` must not. */
export interface RuleExample {
  readonly guide: Partial<Guide>;
  readonly locale?: string;
  readonly channel?: string;
  readonly accept?: readonly string[];
  readonly reject?: readonly { readonly text: string; readonly evidence?: string; readonly fixed?: string }[];
}

export interface RuleMeta {
  readonly id: string;
  /** One sentence that says what the rule wants. */
  readonly says: string;
  readonly severity: Severity;
  readonly fixable: boolean;
  /** `any`, or the languages that the rule is made for. */
  readonly languages: 'any' | readonly string[];
  readonly docs: string;
  readonly examples: readonly RuleExample[];
}

/** Stretches of a part that most rules leave alone. */
export type ScopeKind = 'url' | 'email' | 'handle' | 'hashtag' | 'code' | 'merge-tag' | 'quotation';
export interface Scope extends Range {
  readonly kind: ScopeKind;
}

/** What a rule is given: the subject, the guide resolved for its channel and locale, and readings made once for all rules. */
export interface RuleContext {
  readonly subject: Subject;
  readonly guide: Guide;
  readonly scopes: (part: Part) => readonly Scope[];
  readonly mentions: (part: Part) => readonly Mention[];
}

export interface Rule {
  readonly meta: RuleMeta;
  readonly check: (context: RuleContext) => Iterable<Report>;
}
