/** Each fact of a campaign against each of its variants, and what is wrong. */
import type { Finding } from '../brand-guide/engine/types.ts';
import { compareSubject } from '../brand-guide/facts/compare-subject.ts';
import type { FactKind, FactState, FactValue } from '../brand-guide/facts/types.ts';
import { lintPlace, subjectAt } from '../functions/adapt/lint-place.ts';
import type { Standing } from '../functions/adapt/lint-place.ts';
import type { CampaignDraft } from '../functions/core/campaign.ts';
import type { Content } from '../functions/core/variant.ts';
import { findingJson } from './voice-json.ts';
import type { Compile } from './voices.ts';

export interface Variant {
  readonly place: Standing;
  readonly content: Content;
}

export interface VariantState extends Standing {
  readonly state: FactState;
  /** The text that states or contradicts the fact. */
  readonly found?: string;
  /** What carries the fact. */
  readonly by?: string;
}

export interface FactRow {
  readonly id: string;
  readonly kind: FactKind;
  readonly value: FactValue;
  readonly variants: readonly VariantState[];
}

export interface ConsistencyDocument {
  readonly facts: readonly FactRow[];
  readonly findings: readonly (Standing & ReturnType<typeof findingJson>)[];
}

/** The rules that compare texts with facts are named after them. */
const isAboutFacts = ({ rule }: Finding): boolean => rule.startsWith('fact-');

interface Judged extends Variant {
  readonly states: ReadonlyMap<string, Omit<VariantState, keyof Standing>>;
  readonly findings: readonly Finding[];
}

function judge(campaign: CampaignDraft, { place, content }: Variant, compile: Compile): Judged {
  const subject = subjectAt(campaign, place, content);
  const states = compareSubject(subject).map(({ fact, state, found, by }) => {
    const seen = { state, ...(found && { found: found.mention.text }), ...(by !== undefined && { by }) };
    return [fact.id, seen] as const;
  });
  const findings = lintPlace(compile(place.channel, place.locale), campaign, place, content);
  return { place, content, states: new Map(states), findings: findings.filter(isAboutFacts) };
}

/** The same comparison, and the same findings, as the server's. */
export function consistencyReport(
  campaign: CampaignDraft,
  variants: readonly Variant[],
  compile: Compile,
): { readonly document: ConsistencyDocument; readonly blocks: boolean } {
  const judged = variants.map((variant) => judge(campaign, variant, compile));
  const facts = campaign.facts.map(({ id, kind, value }) => ({
    id,
    kind,
    value,
    variants: judged.flatMap(({ place, states }) => {
      const seen = states.get(id);
      return seen ? [{ ...place, ...seen }] : [];
    }),
  }));
  const findings = judged.flatMap(({ place, findings: found }) =>
    found.map((one) => ({ ...place, ...findingJson(one) })),
  );
  const blocks = judged.some(({ findings: found }) => found.some(({ gate }) => gate === 'block'));
  return { document: { facts, findings }, blocks };
}
