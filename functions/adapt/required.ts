/** What has to be said at a place: facts, disclosures and legal lines. */
import type { Guide } from '../../brand-guide/schema/guide.ts';
import { entryFor } from '../../brand-guide/engine/locale.ts';
import { isCalledFor, termsOf } from '../../brand-guide/engine/when.ts';
import type { Fact } from '../../brand-guide/facts/types.ts';
import type { Disclosure } from '../../brand-guide/schema/wording.ts';
import type { Note } from '../core/variant.ts';
import type { Reader } from '../../brand-guide/facts/reader.ts';
import { rememberedFor } from '../../brand-guide/engine/remembered.ts';
import { formsOf } from './says.ts';
import type { AdaptInput } from './types.ts';

export interface DueLine {
  readonly id: string;
  /** Undefined where the guide has none for the locale. */
  readonly text: string | undefined;
  readonly position: Disclosure['position'];
  readonly beforeFold: boolean;
}

export function requiredHere(fact: Fact, input: AdaptInput): boolean {
  if (fact.required === undefined || fact.required === true) return fact.required === true;
  const { channels, steps } = fact.required;
  const step = input.step;
  return (
    (channels?.includes(input.channel.spec.id) ?? true) &&
    (step === undefined || (steps?.includes(step) ?? true))
  );
}

/** All lines that the guide may ask for in the locale, word for word. */
export const disclosureTexts = ({ disclosures = [] }: Guide, locale: string): readonly string[] =>
  disclosures.flatMap((one) => entryFor(one.text, locale) ?? []);

const NONE: readonly Disclosure[] = [];
const triggers = rememberedFor<(text: string) => ReadonlySet<string>>();

/** The guide's lines that a text of this place calls for, judged as the linter will judge them. */
export function disclosuresFor(input: AdaptInput, read: Reader, written: string): readonly DueLine[] {
  const { channel, guide, locale, topics } = input;
  const disclosures = guide.disclosures ?? NONE;
  const terms = triggers(disclosures, locale, () => termsOf(disclosures, locale))(written);
  return disclosures.flatMap((one): DueLine[] => {
    const due = isCalledFor(one.when, {
      place: { channel: channel.spec.id, locale },
      topics,
      says: () => terms.has(one.id),
      states: (kinds) => read(written).some((mention) => kinds.includes(mention.kind)),
    });
    if (!due) return [];
    const [text] = entryFor(one.text, locale) ?? [];
    return [{ id: one.id, text, position: one.position, beforeFold: one.beforeFold ?? false }];
  });
}

export function legalFor(input: AdaptInput): { lines: string[]; problems: Note[] } {
  const due = input.facts.filter((fact) => fact.kind === 'legal' && requiredHere(fact, input));
  return {
    lines: due.flatMap((fact) => formsOf(fact, input.locale)?.slice(0, 1) ?? []),
    problems: due
      .filter((fact) => formsOf(fact, input.locale)?.[0] === undefined)
      .map((fact) => ({ what: `fact ${fact.id}`, why: `no form for ${input.locale}` })),
  };
}
