/** A message as the adapter works on it: a headline, sentences that know what they say, and the rest. */
import type { Message } from '../core/campaign.ts';
import { leans } from './leaning.ts';
import type { Says } from './says.ts';
import { endsSentence, splitSentences } from './sentences.ts';
import type { Piece } from './sentences.ts';
import { foldOpen, wordsOf } from './words.ts';

export interface Sentence {
  readonly index: number;
  readonly text: string;
  readonly paragraph: number;
  readonly line: number;
  /** Ids of the facts it says. */
  readonly says: ReadonlySet<string>;
  /** Makes sense only right behind the one before it. */
  readonly leans: boolean;
  /** Says how a price is paid in parts, and so comes behind it. */
  readonly splits: boolean;
}

export interface Story {
  readonly headline: string;
  readonly sentences: readonly Sentence[];
  readonly details: readonly { readonly emoji?: string; readonly text: string }[];
}

/** The sentence that follows in the message, unless another part has taken it; parts take few, so it stands near its index. */
export function nextTo({ sentences }: Story, { index }: Sentence): Sentence | undefined {
  const near = [index + 1, index, index - 1].map((at) => sentences[at]);
  return near.find((one) => one?.index === index + 1);
}

const QUESTION = /[?？؟;;]["'”’»)\]」』）]*$/u;

/** “No code needed.” is said of what stands before it. */
const FRAGMENT = 3;

/** A sentence as any place reads it. */
export interface Told extends Piece {
  readonly leans: boolean;
  /** So short that it leans, unless it says a fact. */
  readonly fragment: boolean;
}

export function tellingOf(body: string, locale: string): readonly Told[] {
  return splitSentences(body, locale).map((piece, index, all) => {
    const before = all[index - 1];
    const follows = before !== undefined && before.line === piece.line;
    const asking = isQuestion(piece.text, locale);
    const answers = follows && !asking && isQuestion(before.text, locale);
    return {
      ...piece,
      leans: answers || (index > 0 && leans(piece.text, locale)),
      fragment: follows && !asking && wordsOf(piece.text).length <= FRAGMENT,
    };
  });
}

/** A body that opens with the headline's own words says them once. */
export function storyOf(
  message: Message,
  told: readonly Told[],
  says: Says,
  splits: (text: string) => boolean = () => false,
): Story {
  const headline = (message.headline ?? '').trim();
  const more = told.filter(({ text }) => headline === '' || foldOpen(text) !== foldOpen(headline));
  const sentences = more.map(({ fragment, ...one }, index) => {
    const said = says(one.text);
    const leaning = one.leans || (fragment && said.size === 0);
    return { ...one, index, says: said, leans: leaning, splits: splits(one.text) };
  });
  return { headline, sentences, details: message.details ?? [] };
}

function isQuestion(text: string, locale: string): boolean {
  return QUESTION.test(text) && endsSentence(text, locale);
}

/** What answers a question, behind further questions too: left without it, the question says nothing. */
export function answerTo(story: Story, sentence: Sentence, locale: string): Sentence | undefined {
  if (!isQuestion(sentence.text, locale)) return undefined;
  const next = nextTo(story, sentence);
  if (next === undefined || next.line !== sentence.line) return undefined;
  return isQuestion(next.text, locale) ? answerTo(story, next, locale) : next.leans ? next : undefined;
}

/** Runs of sentences of which a part may be taken only from the front. */
export function chainsOf(sentences: readonly Sentence[]): readonly (readonly Sentence[])[] {
  const chains: Sentence[][] = [];
  for (const sentence of sentences) {
    const open = chains.at(-1);
    if (sentence.leans && open?.at(-1)?.index === sentence.index - 1) open.push(sentence);
    else if (!sentence.leans || sentence.index === 0) chains.push([sentence]);
  }
  return chains;
}
