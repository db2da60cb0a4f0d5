/** The nouns that offers count: a number of anything else is a turn of phrase until a person makes it a fact. */
import { languageOf } from '../../../brand-guide/engine/locale.ts';
import type { Mention } from '../../../brand-guide/facts/types.ts';
import data from '../data/counted-nouns.json' with { type: 'json' };

interface Noun {
  readonly forms: readonly string[];
  /** Numbers of it that mean “always”: 24 hours, 7 days. */
  readonly always?: readonly string[];
}

const NOUNS: Readonly<Record<string, readonly Noun[]>> = data;

const nounsOf = (locale: string): readonly Noun[] => NOUNS[languageOf(locale)] ?? [];

/** What a reader of the text has to know. */
export const countedNouns = (locale: string): readonly string[] =>
  nounsOf(locale).flatMap(({ forms }) => forms);

/** Every form of the noun that a label is of. */
export const formsOfLabel = (label: string, locale: string): readonly string[] =>
  nounsOf(locale).find(({ forms }) => forms.includes(label))?.forms ?? [label];

/** Whether a quantity says something of the offer. */
export function countsSomething({ label, readings: [value] }: Mention, locale: string): boolean {
  if (label === undefined) return false;
  const noun = nounsOf(locale).find(({ forms }) => forms.includes(label));
  return !noun?.always?.some((one) => one === value);
}
