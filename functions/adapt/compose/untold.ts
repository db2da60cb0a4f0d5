/** What a telling still owes: the facts that have to be said, in the message's sentences, else in the guide's frame. */
import type { Sentence } from '../blocks.ts';
import type { Brief } from '../brief.ts';
import { contradictedIn } from '../contradictions.ts';
import { without } from '../sets.ts';
import { framesBehind } from './offer-frames.ts';
import { closed, lines, linkless } from './composition.ts';
import { pick } from './pick.ts';

interface Owed {
  readonly said: ReadonlySet<string>;
  readonly taken?: readonly Sentence[];
  /** What has to be said; by default what is required. */
  readonly wanted?: ReadonlySet<string>;
}

/** The sentences that say what has to be said and is not, in the message's order. */
export const sentencesOwed = (
  brief: Brief,
  { said, taken = [], wanted = brief.required }: Owed,
): readonly Sentence[] =>
  pick(brief, {
    budget: Infinity,
    weigh: (text) => text.length,
    said,
    wanted: without(wanted, said),
    mode: 'needed',
    skip: (sentence) => taken.includes(sentence) || linkless(brief, sentence),
  });

/** How often a text says what another of them has said. */
export function repeated(brief: Brief, texts: readonly string[]): number {
  const said = texts.flatMap((text) => [...brief.says(text)].filter((id) => !brief.repeatable.has(id)));
  return said.length - new Set(said).size;
}

/**
 * The frame that says most of what is required and `told` does not; empty where there is none, or nothing is owed. What `told`
 * contradicts is not said beside it: a text with two prices is worse than one with the wrong price, which is found.
 */
export function frameOwed(brief: Brief, told: string): string {
  const against = contradictedIn(brief.contradictions, told);
  const owed = without(without(brief.required, brief.says(told)), against);
  if (owed.size === 0) return '';
  const gain = (frame: string): number => [...brief.says(frame)].filter((id) => owed.has(id)).length;
  const [best = ''] = framesBehind(brief, told).toSorted((one, other) => gain(other) - gain(one));
  return gain(best) > 0 ? closed(best, brief) : '';
}

/** What a person's own telling leaves unsaid, in sentences of the message or else in a frame of the guide. */
export interface Lacking {
  readonly sentences: readonly Sentence[];
  readonly frame: string;
}

/** Undefined where neither can say what is required without saying a fact again: then the telling gives way. */
export function lackingIn(brief: Brief, told: string): Lacking | undefined {
  for (const sentences of [sentencesOwed(brief, { said: brief.says(told) }), []]) {
    const texts = [told, ...sentences.map(({ text }) => text)];
    const frame = frameOwed(brief, lines(...texts));
    const said = brief.says(lines(...texts, frame));
    const isWhole = sentencesOwed(brief, { said, taken: sentences }).length === 0;
    if (isWhole && repeated(brief, [...texts, frame]) === 0) return { sentences, frame };
  }
  return undefined;
}
