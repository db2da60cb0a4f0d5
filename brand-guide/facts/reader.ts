/** Reads many texts around one message, each line once: variants say the same lines over and over. */
import { remembered, rememberedFor } from '../engine/remembered.ts';
import { findMentions } from './find.ts';
import { foldWord } from './fold.ts';
import { reachesOver, stretchesOf } from './stretches.ts';
import type { Mention, ReadingContext } from './types.ts';

export type Reader = (text: string) => readonly Mention[];

const WORD = /[\p{L}\p{N}\p{M}]+/gu;
const DIGIT = /\p{Nd}/u;

/** What of the context can matter in a line: a name whose words all stand there, a phone number where there are digits. */
function narrowing({ names = [], phones = [], ...rest }: ReadingContext): (line: string) => ReadingContext {
  const worded = names.map((name) => ({ name, words: (name.match(WORD) ?? []).map(foldWord) }));
  return (line) => {
    const text = foldWord(line);
    const said = worded.filter(({ words }) => words.every((word) => text.includes(word)));
    return { ...rest, names: said.map(({ name }) => name), phones: DIGIT.test(line) ? phones : [] };
  };
}

const moved =
  (by: number) =>
  (mention: Mention): Mention => ({ ...mention, start: mention.start + by, end: mention.end + by });

const lines = rememberedFor<Reader>();

/** Readers of one owner share the lines in which their contexts do not differ. */
function readerAround(owner: object, context: ReadingContext): Reader {
  const reaches = reachesOver(context.names ?? []);
  const narrow = narrowing(context);
  const read = remembered((line) => {
    const around = narrow(line);
    const key = JSON.stringify(around);
    return lines(owner, key, () => remembered((one) => findMentions(one, around)))(line);
  });
  return (text) =>
    stretchesOf(text, reaches).flatMap(({ start, text: line }) =>
      start === 0 ? read(line) : read(line).map(moved(start)),
    );
}

/** Finds what `findMentions` finds. What is read is kept as long as the context is. */
export const readerOf = (context: ReadingContext): Reader => readerAround(context, context);

const readers = rememberedFor<Reader>();

/** The reader of everything around its owner, a message; kept as long as that is. */
export const readerFor = (owner: object, context: ReadingContext): Reader =>
  readers(owner, JSON.stringify(context), () => readerAround(owner, context));
