/** The Vale rules that a guide carries under `rules`, as rules of the engine. */
import type { Dictionaries, Dictionary, Part, Place, Report, Rule, Subject } from '../engine/types.ts';
import type { Guide } from '../schema/guide.ts';
import { compileRule } from './compile-rule.ts';
import type { CompiledSource } from './compile-rule.ts';
import { reportOf } from './findings.ts';
import { Linter } from './linter.ts';
import type { ReadParts } from './linter.ts';
import { ruleOfValue } from './rule-of-value.ts';
import type { RuleSource } from './rule-of-value.ts';
import { textParts } from './text-parts.ts';
import { BadPattern } from './types.ts';
import type { CompileContext, CompiledRule, Fault, RuleValue } from './types.ts';

export interface GuideRules {
  readonly rules: readonly Rule[];
  /** Rules that cannot run, by their id, and why. */
  readonly faults: readonly Pick<Fault, 'path' | 'message'>[];
}

const readPart: ReadParts = (text, { format, extension }) =>
  textParts(text, format === 'headline' ? format : 'part', extension);

const HEADLINES = new Set(['headline', 'title', 'subject']);

function plain(value: unknown): RuleValue {
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value;
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === 'object') return plainFields(value);
  return typeof value === 'number' ? String(value) : null;
}

function plainFields(value: object): { readonly [key: string]: RuleValue } {
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, plain(one)]));
}

function sourcesOf(rules: Guide['rules']): ReadonlyMap<string, RuleSource> {
  const written = Object.entries(rules ?? {}).flatMap(([name, value]): [string, RuleSource][] =>
    typeof value === 'object' && value !== null ? [[name, ruleOfValue(name, plainFields(value))]] : [],
  );
  return new Map(written);
}

function contextOf(guide: Guide, { locale }: Place, dictionaries: Dictionaries): CompileContext {
  const accept = guide.vocabulary?.accept ?? [];
  const own = locale.split('-')[0] ?? locale;
  const named = (names: readonly string[]): Dictionary | undefined =>
    (names.length > 0 ? names : [locale, own])
      .map((name) => dictionaries[name])
      .find((one) => one !== undefined);
  return {
    accepted: accept.map((word) => word.replaceAll(/[\\^$*+?()[\]{}|.]/gu, String.raw`\$&`)),
    wordTemplate: '',
    speller: named,
  };
}

/** What each rule reports on a subject; a subject is linted once for all of them. */
function readerOf(linter: Linter): (subject: Subject) => ReadonlyMap<string, readonly Report[]> {
  const known = new WeakMap<Subject, ReadonlyMap<string, readonly Report[]>>();
  const nothing = { blocks: [], tokens: [], comments: [] };
  const options = { ignores: nothing, ignoredScopes: [], skippedScopes: [], ignoredClasses: [] };
  const lintPart = ({ field, text }: Part) => {
    const format = { format: HEADLINES.has(field) ? 'headline' : 'part', extension: '.txt' } as const;
    return linter.lint({ source: text, format, styles: [], levelOf: (_, own) => own, options });
  };
  return (subject) => {
    const before = known.get(subject);
    if (before) return before;
    const reports = new Map<string, Report[]>();
    for (const part of subject.parts) {
      for (const alert of lintPart(part)) {
        const own = reports.get(alert.rule) ?? [];
        reports.set(alert.rule, own);
        own.push(reportOf(alert, part.field));
      }
    }
    known.set(subject, reports);
    return reports;
  };
}

function engineRule({ head }: CompiledRule, read: ReturnType<typeof readerOf>): Rule {
  return {
    meta: {
      id: head.name,
      says: head.message,
      severity: head.level,
      fixable: head.action !== undefined,
      languages: 'any',
      docs: head.link,
      options: ['rules'],
      examples: [],
    },
    check: ({ subject }) => read(subject).get(head.name) ?? [],
  };
}

/** A rule of the guide may extend another of its rules by name. */
export function guideRulesOf(guide: Guide, place: Place, dictionaries: Dictionaries = {}): GuideRules {
  const sources = sourcesOf(guide.rules);
  if (sources.size === 0) return { rules: [], faults: [] };
  const context = contextOf(guide, place, dictionaries);
  const results = [...sources].map(([name, source]): CompiledSource =>
    compileRule(source, { name }, context, (other) => sources.get(other)),
  );
  const compiled = results.flatMap(({ rule, refusal }) => (rule ? [{ rule, refusal }] : []));
  const linter = new Linter(
    compiled.map(({ rule }) => rule),
    readPart,
  );
  const refused = linter.faults();
  const read = readerOf(linter);
  return {
    rules: compiled.filter(({ rule }) => !refused.has(rule)).map(({ rule }) => engineRule(rule, read)),
    faults: [
      ...results.flatMap(({ fault, skipped }) => [fault, skipped].flatMap((one) => (one ? [one] : []))),
      ...compiled.flatMap(({ rule, refusal }) => {
        const why = refused.get(rule);
        return why ? [refusal(new BadPattern(...why))] : [];
      }),
    ],
  };
}
