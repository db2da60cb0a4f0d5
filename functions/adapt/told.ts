/** A message read as its story, once for all channels of a step and locale. */
import { storyOf } from './blocks.ts';
import type { Story } from './blocks.ts';
import { contradictionsOf, type Contradictions } from './contradictions.ts';
import { readerOf, sentencesOf } from './reading.ts';
import type { Reader } from '../../brand-guide/facts/reader.ts';
import { remembered, rememberedFor } from '../../brand-guide/engine/remembered.ts';
import { messageParts } from './message-parts.ts';
import { salienceOf } from './salience.ts';
import { sayer } from './says.ts';
import type { Says } from './says.ts';
import type { AdaptInput } from './types.ts';

export interface Told {
  readonly read: Reader;
  readonly says: Says;
  readonly story: Story;
  /** By a sentence's index. */
  readonly salience: ReadonlyMap<number, number>;
  readonly contradictions: Contradictions;
}

/** “You can pay it in 12 instalments of £25.” */
const splitsIn =
  (read: Reader) =>
  (text: string): boolean =>
    read(text).some(({ role }) => role === 'instalment');

const stories = rememberedFor<Told>();

export const toldOf = (input: AdaptInput): Told =>
  stories(input.message, JSON.stringify([input.locale, input.window, input.facts]), () => {
    const read = readerOf(input);
    const message = messageParts(input.message)
      .map(({ text }) => text)
      .join('\n');
    const says = remembered(sayer(input.facts, input.locale, read, message));
    const story = storyOf(input.message, sentencesOf(input), says, splitsIn(read));
    const contradictions = contradictionsOf(input);
    return { read, says, story, salience: salienceOf(story), contradictions };
  });
