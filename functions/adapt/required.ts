/** What has to be said at a place: facts, disclosures and legal lines. */
import { entryFor } from '../../brand-guide/engine/locale.ts';
import { isCalledFor, saysAny } from '../../brand-guide/engine/when.ts';
import type { Occasion } from '../../brand-guide/engine/when.ts';
import { findMentions } from '../../brand-guide/facts/find.ts';
import { readingContextOf } from '../../brand-guide/facts/reading-context.ts';
import type { Fact } from '../../brand-guide/facts/types.ts';
import type { Disclosure } from '../../brand-guide/schema/wording.ts';
import type { Note } from '../core/variant.ts';
import { messageParts } from './message-parts.ts';
import { formsOf } from './says.ts';
import type { AdaptInput } from './types.ts';

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

/** What the message says, told as the linter will tell it of the text that is made of it. */
function occasionOf({ message, facts, channel, locale, topics, window }: AdaptInput): Occasion {
  const texts = [...messageParts(message).map((part) => part.text), ...Object.values(message.lengths ?? {})];
  const context = readingContextOf({ locale, facts, window });
  return {
    place: { channel: channel.spec.id, locale },
    topics,
    says: (terms) => saysAny(texts, terms, locale),
    states: (kinds) =>
      facts.some((fact) => kinds.includes(fact.kind)) ||
      texts.some((text) => findMentions(text, context).some((mention) => kinds.includes(mention.kind))),
  };
}

export function disclosuresFor(input: AdaptInput): { found: readonly DueLine[]; problems: Note[] } {
  const occasion = occasionOf(input);
  const due = (input.guide.disclosures ?? []).filter(({ when }) => isCalledFor(when, occasion));
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
