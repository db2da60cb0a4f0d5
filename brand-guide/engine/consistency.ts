/** One truth across every voice: each fact of a campaign against each of its variants, and what its rules say of them. */
import type { FactComparison } from '../facts/comparison.ts';
import type { Fact, FactKind, FactState, FactValue } from '../facts/types.ts';
import { campaignRules } from '../rules/campaign/registry.ts';
import type { CampaignReport, CampaignRule, JudgedVoice, VariantPlace, Voice } from './campaign-rule.ts';
import type { CompiledGuide, NotChecked } from './compile-rules.ts';
import { fingerprinter } from './fingerprint.ts';
import { judge } from './lint.ts';
import { positionsOf } from './positions.ts';
import type { Finding } from './types.ts';
import { uncheckedFacts } from './unchecked-facts.ts';

export interface VariantState extends VariantPlace {
  readonly state: FactState;
  /** The text that states or contradicts the fact. */
  readonly found?: string;
  readonly by?: string;
}

export interface ConsistencyRow {
  readonly id: string;
  readonly kind: FactKind;
  readonly value: FactValue;
  readonly variants: readonly VariantState[];
}

/** What is wrong at one place; `beside` is the variant that it was compared with. */
export interface ConsistencyFinding extends VariantPlace, Omit<Finding, 'item'> {
  /** The fact that it is about. */
  readonly fact?: string;
  readonly beside?: VariantPlace;
}

/** A rule of a guide, or a fact of the campaign, that nothing checks in one of its locales. */
export interface UncheckedRule extends NotChecked {
  readonly locale: string;
}

export interface ConsistencyReport {
  readonly facts: readonly ConsistencyRow[];
  readonly findings: readonly ConsistencyFinding[];
  /** Each once, in the order of the variants. */
  readonly notChecked: readonly UncheckedRule[];
}

const narrowed = new WeakMap<CompiledGuide, CompiledGuide>();

/** The guide with the rules that speak of a campaign, and no others. */
function forCampaign(compiled: CompiledGuide): CompiledGuide {
  const known = narrowed.get(compiled);
  if (known) return known;
  const made = { ...compiled, rules: compiled.rules.filter(({ rule }) => rule.meta.campaign === true) };
  narrowed.set(compiled, made);
  return made;
}

interface Heard {
  readonly voice: JudgedVoice;
  readonly findings: readonly Finding[];
}

function hear(voice: Voice): Heard {
  const { findings, comparison, scopes, words } = judge(forCampaign(voice.compiled), voice.subject);
  return { voice: { ...voice, comparison, scopes, words }, findings: findings() };
}

const placeOf = ({ step, channel, format, locale, account }: VariantPlace): VariantPlace => ({
  step,
  channel,
  format,
  locale,
  ...(account !== undefined && { account }),
});

const stateIn = (place: VariantPlace, { state, found, by }: FactComparison): VariantState => ({
  ...placeOf(place),
  state,
  ...(found && { found: found.mention.text }),
  ...(by !== undefined && { by }),
});

function rowOf({ id, kind, value }: Fact, heard: readonly Heard[]): ConsistencyRow {
  const variants = heard.flatMap(({ voice }) =>
    voice
      .comparison()
      .facts.filter(({ fact }) => fact.id === id)
      .map((one) => stateIn(voice.place, one)),
  );
  return { id, kind, value, variants };
}

function placed(place: VariantPlace, { item, ...finding }: Finding, facts: ReadonlySet<string>) {
  const about = item !== undefined && facts.has(item) ? { fact: item } : {};
  return { ...placeOf(place), ...finding, ...about };
}

/** Weighed by the guide of the variant that it stands on; nothing where that guide turned the rule off. */
function stamped({ meta }: CampaignRule, { voice, beside, ...report }: CampaignReport): ConsistencyFinding[] {
  const { guide, gates } = voice.compiled;
  const change = guide.gates?.rules?.[meta.id];
  const text = voice.subject.parts.find(({ field }) => field === report.field)?.text;
  if (change?.off || text === undefined) return [];
  const severity = change?.severity ?? report.severity ?? meta.severity;
  const evidence = text.slice(report.start, report.end);
  const { item, ...rest } = report;
  const finding = {
    ...rest,
    rule: meta.id,
    severity,
    gate: change?.observe ? ('inform' as const) : gates[severity],
    waivable: change?.waivable ?? report.waivable ?? true,
    ...positionsOf(text)(report.start),
    evidence,
    fingerprint: fingerprinter()(meta.id, { ...report, item: JSON.stringify([item, beside]) }, ''),
  };
  const fact = item !== undefined && voice.subject.facts?.some(({ id }) => id === item) && { fact: item };
  return [{ ...placeOf(voice.place), ...finding, ...fact, beside: placeOf(beside) }];
}

function uncheckedIn(voices: readonly Voice[]): readonly UncheckedRule[] {
  const all = voices.flatMap(({ place: { locale }, compiled }) =>
    compiled.notChecked.map((one) => [`${locale} ${one.message}`, { locale, ...one }] as const),
  );
  return [...new Map(all).values()];
}

/** Where a finding stands: what a pair of variants tells of a mention takes the place of its being unknown. */
const standing = ({ field, start, end, ...place }: ConsistencyFinding): string =>
  JSON.stringify([placeOf(place), field, start, end]);

/**
 * Reads every variant once and judges it by the values that hold at its place; then the rules over all of them.
 * `facts` are the campaign's own, in the order of the rows. Findings stand by variant, those on pairs last.
 */
export function consistency(facts: readonly Fact[], voices: readonly Voice[]): ConsistencyReport {
  const heard = voices.map(hear);
  const ids = new Set(facts.map(({ id }) => id));
  const own = heard.flatMap(({ voice, findings }) => findings.map((one) => placed(voice.place, one, ids)));
  const judged = heard.map(({ voice }) => voice);
  const pairs = campaignRules.flatMap((rule) =>
    [...rule.check(judged)].flatMap((report) => stamped(rule, report)),
  );
  const told = new Set(pairs.map(standing));
  const left = own.filter((one) => one.rule !== 'fact-unknown' || !told.has(standing(one)));
  return {
    facts: facts.map((fact) => rowOf(fact, heard)),
    findings: [...left, ...pairs],
    notChecked: [...uncheckedIn(voices), ...uncheckedFacts(judged)],
  };
}
