/** What stands behind the headline and before "see more": a whole line that fits, the offer first. */
import type { Sentence } from '../blocks.ts';
import type { Brief } from '../brief.ts';
import { framesOf } from './bodies.ts';
import { closed, paragraphs } from './composition.ts';

export interface Opener {
  readonly text: string;
  readonly sentences: readonly Sentence[];
  readonly frame?: string;
}

const NONE: Opener = { text: '', sentences: [] };
/** How far the salience of a sentence counts beside one fact that has to be said. */
const PER_FACT = 10;

/** Whether the text ends before the fold, in characters (by the stricter count, UTF-16) and lines. */
export function beforeFold(brief: Brief, text: string): boolean {
  const { fold } = brief.input.channel.spec;
  if (fold === null) return true;
  return text.length <= fold.characters.value && text.split('\n').length <= (fold.lines?.value ?? Infinity);
}

export function openerFor(brief: Brief, hook: string): Opener {
  const said = brief.says(hook);
  const room = (text: string): boolean => beforeFold(brief, paragraphs(hook, text));
  const options: Opener[] = [
    ...brief.story.sentences
      .filter(
        (sentence) =>
          !sentence.leans &&
          room(sentence.text) &&
          [...sentence.says].every((id) => brief.repeatable.has(id) || !said.has(id)),
      )
      .filter(
        (sentence) =>
          brief.story.sentences[sentence.index + 1]?.line !== sentence.line ||
          !brief.story.sentences[sentence.index + 1]?.leans,
      )
      .map((sentence) => ({ text: sentence.text, sentences: [sentence] })),
    ...framesOf(brief, brief.offer)
      .map((frame) => closed(frame, brief))
      .filter(room)
      .slice(0, 1)
      .map((frame) => ({ text: frame, sentences: [], frame })),
  ];
  return best(brief, options);
}

function best(brief: Brief, options: readonly Opener[]): Opener {
  const worth = (option: Opener): number => {
    const says = brief.says(option.text);
    const facts =
      [...says].filter((id) => brief.required.has(id)).length * 2 +
      [...says].filter((id) => brief.telling.has(id)).length;
    return (
      PER_FACT * facts +
      option.sentences.reduce((sum, sentence) => sum + (brief.salience.get(sentence.index) ?? 0), 0)
    );
  };
  return options.reduce((chosen, option) => (worth(option) > worth(chosen) ? option : chosen), NONE);
}
