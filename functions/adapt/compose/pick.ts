/** The sentences of a message that say given facts, or matter most, under a budget. */
import { choose } from '../budget.ts';
import { answerTo } from '../blocks.ts';
import type { Sentence } from '../blocks.ts';
import type { Brief } from '../brief.ts';

export interface Wish {
  /** What the chosen sentences may weigh together. */
  readonly budget: number;
  readonly wanted: ReadonlySet<string>;
  readonly said: ReadonlySet<string>;
  readonly weigh: (text: string) => number;
  /** `needed`: only sentences that say something wanted; `telling`: whatever matters most. */
  readonly mode: 'needed' | 'telling';
  readonly skip?: (sentence: Sentence) => boolean;
}

/** What matters less than this share of the most telling sentence only fills space. */
const FLOOR = 0.35;

/** In the message's own order. A question that says nothing wanted comes with its answer, or not at all. */
export function pick(brief: Brief, wish: Wish): readonly Sentence[] {
  const floor = FLOOR * Math.max(0, ...brief.salience.values());
  const value = (sentence: Sentence): number =>
    wish.mode === 'telling'
      ? (brief.salience.get(sentence.index) ?? 0) - floor
      : -0.001 * wish.weigh(sentence.text);
  const { sentences } = brief.story;
  const chosen = choose({
    sentences: wish.skip ? sentences.filter((sentence) => !wish.skip?.(sentence)) : sentences,
    budget: wish.budget,
    weigh: (sentence) => wish.weigh(sentence.text) + 1,
    value,
    wanted: wish.wanted,
    said: wish.said,
    repeatable: brief.repeatable,
  });
  return chosen.filter((sentence) => {
    if ([...sentence.says].some((id) => wish.wanted.has(id))) return true;
    const answer = answerTo(brief.story, sentence, brief.input.locale);
    const isLeantOn = chosen.some(({ index, leans }) => leans && index === sentence.index + 1);
    return answer === undefined || isLeantOn || chosen.includes(answer);
  });
}
