/** Reads many texts around one message, each line once: variants say the same lines over and over. */
import { remembered, rememberedFor } from '../engine/remembered.ts';
import { findMentions } from './find.ts';
import { reachesOver, stretchesOf } from './stretches.ts';
import type { Mention, ReadingContext } from './types.ts';

export type Reader = (text: string) => readonly Mention[];

const moved =
  (by: number) =>
  (mention: Mention): Mention => ({ ...mention, start: mention.start + by, end: mention.end + by });

/** Finds what `findMentions` finds. What is read is kept as long as the reader is. */
export function readerOf(context: ReadingContext): Reader {
  const reaches = reachesOver(context.names ?? []);
  const read = remembered((line) => findMentions(line, context));
  return (text) =>
    stretchesOf(text, reaches).flatMap(({ start, text: line }) =>
      start === 0 ? read(line) : read(line).map(moved(start)),
    );
}

const readers = rememberedFor<Reader>();

/** The reader of everything around its owner, a message; kept as long as that is. */
export const readerFor = (owner: object, context: ReadingContext): Reader =>
  readers(owner, JSON.stringify(context), () => readerOf(context));
