/** What has to be said at a place: facts, disclosures and legal lines. */
import { entryFor } from '../../brand-guide/engine/locale.ts';
import type { Fact } from '../../brand-guide/facts/types.ts';
import type { Disclosure } from '../../brand-guide/schema/wording.ts';
import type { Note } from '../core/variant.ts';
import { formsOf } from './says.ts';
import type { AdaptInput } from './types.ts';
import { fold } from './words.ts';

export interface DueLine {
  readonly id: string;
  readonly text: string;
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

export function disclosuresFor(input: AdaptInput): { found: readonly DueLine[]; problems: Note[] } {
  const text = fold(
    [
      input.message.headline,
      input.message.body,
      ...(input.message.details ?? []).map((one) => one.text),
    ].join('\n'),
  );
  const due = (input.guide.disclosures ?? []).filter(({ when }) => {
    const { channels, locales, topics, anyTerm, factKinds } = when ?? {};
    return (
      (channels?.includes(input.channel.spec.id) ?? true) &&
      (locales?.some((tag) => entryFor({ [tag]: true }, input.locale)) ?? true) &&
      (topics?.some((topic) => input.topics?.includes(topic)) ?? true) &&
      (anyTerm?.some((term) => text.includes(fold(term))) ?? true) &&
      (factKinds?.some((kind) => input.facts.some((fact) => fact.kind === kind)) ?? true)
    );
  });
  const found = due.flatMap((one) => {
    const texts = entryFor(one.text, input.locale);
    if (texts?.[0] === undefined) return [];
    return [{ id: one.id, text: texts[0], position: one.position, beforeFold: one.beforeFold ?? false }];
  });
  const problems = due
    .filter((one) => !found.some((other) => other.id === one.id))
    .map((one) => ({ what: `disclosure ${one.id}`, why: `the guide has no text of it for ${input.locale}` }));
  return { found, problems };
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
