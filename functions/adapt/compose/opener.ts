/** What stands behind the headline and before "see more": a whole line that fits, the offer first. */
import { answerTo, chainsOf } from '../blocks.ts';
import type { Sentence } from '../blocks.ts';
import type { Brief } from '../brief.ts';
import { union } from '../sets.ts';
import { framesBehind } from './offer-frames.ts';
import { besideText, closed, lines, linkless, paragraphs } from './composition.ts';
import { beforeFold } from './fold.ts';
import { noticesFor } from './notices.ts';

export interface Opener {
  readonly text: string;
  readonly sentences: readonly Sentence[];
  readonly frame?: string;
}

export const NO_OPENER: Opener = { text: '', sentences: [] };
/** How far the salience of a sentence counts beside one fact that has to be said, and beside where the story starts. */
const PER_FACT = 10;
const START = 5;
/** Those after it say so much less that trying them would only take time. */
const MOST = 4;

/** The best first. A frame stands in only where no sentence of the message that tells of the offer fits there. */
export function openersFor(brief: Brief, hook: string): readonly Opener[] {
  const room = (text: string): boolean =>
    beforeFold(brief, paragraphs(earlyIn(brief, hook, text), hook, text));
  const most = Math.max(0, ...brief.salience.values());
  const sentences = brief.story.sentences.filter((one) => opens(brief, one, most) && room(one.text));
  const offers = sentences.some(({ says }) => [...says].some((id) => brief.offering.has(id)));
  const frames = offers ? [] : wholeFrames(brief, lines(besideText(brief), brief.story.headline));
  const options: Opener[] = [
    ...sentences.map((sentence) => ({ text: sentence.text, sentences: [sentence] })),
    ...frames.filter(room).map((frame) => ({ text: frame, sentences: [], frame })),
  ];
  return options
    .map((option) => ({ option, worth: worthOf(brief, option) }))
    .toSorted((one, other) => other.worth - one.worth)
    .slice(0, MOST)
    .map(({ option }) => option);
}

/** The guide's lines that stand above what opens the text. */
const earlyIn = (brief: Brief, hook: string, text: string): string =>
  brief.input.guide.disclosures === undefined ? '' : lines(...noticesFor(brief, lines(hook, text)).early);

/**
 * A frame that leaves a part of the offer out would keep the sentence that tells it from being said, and one that the message
 * contradicts would stand beside the sentence that does.
 */
function wholeFrames(brief: Brief, before: string): readonly string[] {
  const frames = framesBehind(brief, before);
  const said = brief.says(before);
  const all = brief.says(frames[0] ?? '');
  const isWhole = (frame: string): boolean => {
    const told = brief.says(frame);
    const isAgainst = [...told].some((id) => brief.contradictions.has(id));
    return !isAgainst && [...all].every((id) => told.has(id)) && !hides(brief, union(said, told), told);
  };
  return frames.filter(isWhole).map((frame) => closed(frame, brief));
}

/** Whether a sentence that would say again what is told, or one that leans on it, says more of the offer than is said. */
const hides = (brief: Brief, said: ReadonlySet<string>, told: ReadonlySet<string>): boolean =>
  chainsOf(brief.story.sentences).some((chain) => {
    const again = chain.findIndex(({ says }) =>
      [...says].some((id) => told.has(id) && !brief.repeatable.has(id)),
    );
    const hidden = again < 0 ? [] : chain.slice(again).flatMap(({ says }) => [...says]);
    return hidden.some((id) => brief.telling.has(id) && !said.has(id));
  });

/** What says nothing of the offer opens only as the message does, or as what matters most: not by being short. */
function opens(brief: Brief, sentence: Sentence, most: number): boolean {
  const { index, leans, splits, says } = sentence;
  const isDue = [...says].some((id) => brief.required.has(id) || brief.offering.has(id));
  const matters = index === 0 || isDue || (brief.salience.get(index) ?? 0) === most;
  const asking = answerTo(brief.story, sentence, brief.input.locale) !== undefined;
  return matters && !leans && !splits && !asking && !linkless(brief, sentence);
}

function worthOf(brief: Brief, { text, sentences }: Opener): number {
  const facts = [...brief.says(text)];
  const required = facts.filter((id) => brief.required.has(id)).length;
  const telling = facts.filter((id) => brief.telling.has(id)).length;
  const salience = sentences.reduce((sum, one) => sum + (brief.salience.get(one.index) ?? 0), 0);
  const start = sentences[0]?.index === 0 ? START : 0;
  return PER_FACT * (2 * required + telling) + start + salience;
}
