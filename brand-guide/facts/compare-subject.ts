/** The comparison for a subject of the linter: the same one that its rules report on. */
import type { Part, Subject } from '../engine/types.ts';
import { compareFacts } from './compare.ts';
import type { Comparison, FactComparison } from './compare.ts';
import { findMentions } from './find.ts';
import { readingContextOf } from './reading-context.ts';
import type { Fact, Mention } from './types.ts';

/** Mentions and facts of the subject, with its link as a carrier; `standing` are the guide's own facts. */
export function compareTexts(
  subject: Subject,
  mentions: (part: Part) => readonly Mention[],
  standing: readonly Fact[] = [],
): Comparison {
  const by = subject.channel?.spec.links.place === 'none' ? 'link in bio' : 'link field';
  return compareFacts({
    facts: subject.facts ?? [],
    parts: subject.parts.map((part) => ({ ...part, mentions: mentions(part) })),
    locale: subject.locale,
    standing,
    ...(subject.known && { known: subject.known }),
    ...(subject.window && { window: subject.window }),
    ...(subject.link !== undefined && { carriers: [{ by, url: subject.link }] }),
  });
}

/** How each fact in force fares in the subject's texts. */
export function compareSubject(subject: Subject): readonly FactComparison[] {
  const context = readingContextOf({ ...subject, facts: subject.facts ?? [] });
  return compareTexts(subject, (part) => findMentions(part.text, context)).facts;
}
