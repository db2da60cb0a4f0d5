/** How much a sentence matters: what it says, how central it is, where it stands. */
import type { Sentence, Story } from './blocks.ts';
import { wordsOf } from './words.ts';

const WEIGHTS = { fact: 0.5, centrality: 2, position: 1 };

/** A figure per sentence, by index: higher matters more. Never negative. */
export function salienceOf(story: Story): ReadonlyMap<number, number> {
  const whole = bagOf(`${story.headline} ${story.sentences.map((one) => one.text).join(' ')}`);
  return new Map(story.sentences.map((sentence) => [sentence.index, score(sentence, whole)]));
}

function score(sentence: Sentence, whole: ReadonlyMap<string, number>): number {
  const position = 1 / (1 + sentence.index);
  return (
    WEIGHTS.fact * sentence.says.size +
    WEIGHTS.centrality * cosine(bagOf(sentence.text), whole) +
    WEIGHTS.position * position
  );
}

function bagOf(text: string): ReadonlyMap<string, number> {
  const bag = new Map<string, number>();
  for (const word of wordsOf(text)) bag.set(word, (bag.get(word) ?? 0) + 1);
  return bag;
}

function cosine(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  let dot = 0;
  for (const [word, count] of one) dot += count * (other.get(word) ?? 0);
  return dot === 0 ? 0 : dot / (norm(one) * norm(other));
}

const norm = (bag: ReadonlyMap<string, number>): number =>
  Math.sqrt([...bag.values()].reduce((sum, count) => sum + count * count, 0));
