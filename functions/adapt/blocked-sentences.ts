/** Which sentences of a message may not be told as yet: a channel that chooses among them takes others. */
import type { Finding, Part } from '../../brand-guide/engine/types.ts';
import type { Brief } from './brief.ts';

/** What needs proof is left out until there is some. A banned word or a wrong figure is for a person to put right. */
const UNPROVEN = 'claim';

/** Those that make a blocked claim, as they stand in the parts. */
export function blockedSentences(
  findings: readonly Finding[],
  parts: readonly Part[],
  sentences: readonly string[],
): readonly string[] {
  const blocking = findings.filter(
    ({ rule, gate, start, end }) => rule === UNPROVEN && gate === 'block' && start < end,
  );
  const holds = (sentence: string): boolean =>
    blocking.some(({ field, start, end }) => {
      const at = parts.find((part) => part.field === field)?.text.indexOf(sentence) ?? -1;
      return at >= 0 && at <= start && end <= at + sentence.length;
    });
  return sentences.filter(holds);
}

/** The brief without them. */
export function avoiding(brief: Brief): Brief {
  const { avoid = [] } = brief.input;
  if (avoid.length === 0) return brief;
  const sentences = brief.story.sentences.filter(({ text }) => !avoid.includes(text));
  return { ...brief, story: { ...brief.story, sentences } };
}
