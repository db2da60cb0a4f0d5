/** What no rule and no comparison could look at in a voice: rules not made for its language, facts without words there. */
import type { CompiledGuide } from '../brand-guide/engine/compile-rules.ts';
import { compareTexts } from '../brand-guide/facts/compare-subject.ts';
import type { Fact } from '../brand-guide/facts/types.ts';
import { readerAt, subjectAt } from '../functions/adapt/lint-place.ts';
import type { Standing } from '../functions/adapt/lint-place.ts';
import type { CampaignDraft } from '../functions/core/campaign.ts';
import type { Content } from '../functions/core/variant.ts';

/** `of` is a rule's id, or `fact` and a fact's. */
export interface NotChecked {
  readonly of: string;
  readonly message: string;
}

function whyOf({ kind }: Fact): string {
  if (kind === 'name' || kind === 'legal') return 'it has no form there';
  return kind === 'quantity'
    ? 'it has no label there that the message counts it by'
    : 'nothing finds its kind';
}

const factNotChecked = (fact: Fact, locale: string): NotChecked => ({
  of: `fact ${fact.id}`,
  message: `The fact ${fact.id} is not checked in ${locale}: ${whyOf(fact)}.`,
});

export function notCheckedAt(
  campaign: CampaignDraft,
  place: Standing,
  content: Content,
  { guide, notChecked }: CompiledGuide,
): readonly NotChecked[] {
  const read = readerAt(campaign, place);
  const subject = subjectAt(campaign, place, content);
  const { facts } = compareTexts(subject, ({ text }) => read(text), read, guide);
  const unchecked = facts.filter(({ state }) => state === 'unchecked');
  return [
    ...notChecked.map(({ rule, message }) => ({ of: rule, message })),
    ...unchecked.map(({ fact }) => factNotChecked(fact, place.locale)),
  ];
}

/** One line for people: each rule or fact with the locales in which it is not checked; none where all is. */
export function notCheckedLine(
  voices: readonly { readonly place: Standing; readonly notChecked: readonly NotChecked[] }[],
): readonly string[] {
  const locales = new Map<string, Set<string>>();
  for (const { place, notChecked } of voices)
    for (const { of } of notChecked) locales.set(of, (locales.get(of) ?? new Set()).add(place.locale));
  const told = [...locales].map(([of, where]) => `${of} in ${[...where].join(', ')}`);
  return told.length === 0 ? [] : [`Not checked: ${told.join('; ')}. Why: --format json.`];
}
