/** What no rule and no comparison could look at in a voice: rules not made for its language, facts without words there. */
import type { CompiledGuide } from '../brand-guide/engine/compile-rules.ts';
import { uncheckedFact } from '../brand-guide/engine/unchecked-facts.ts';
import { compareTexts } from '../brand-guide/facts/compare-subject.ts';
import { readerAt, subjectAt } from '../functions/adapt/lint-place.ts';
import type { Standing } from '../functions/adapt/lint-place.ts';
import type { CampaignDraft } from '../functions/core/campaign.ts';
import type { Content } from '../functions/core/variant.ts';

/** `of` is a rule's id, or `fact` and a fact's. */
export interface NotChecked {
  readonly of: string;
  readonly message: string;
}

export function notCheckedAt(
  campaign: CampaignDraft,
  place: Standing,
  content: Content,
  { guide, notChecked }: CompiledGuide,
): readonly NotChecked[] {
  const read = readerAt(campaign, place);
  const subject = subjectAt(campaign, place, content);
  const { facts } = compareTexts(subject, ({ text }) => read(text), read, guide);
  return [
    ...notChecked.map(({ rule, message }) => ({ of: rule, message })),
    ...facts.flatMap((one) => {
      const message = uncheckedFact(one, place.locale);
      return message === undefined ? [] : [{ of: `fact ${one.fact.id}`, message }];
    }),
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
