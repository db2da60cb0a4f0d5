/** What the texts of one message say, read once for all its channels. */
import { readerFor } from '../../brand-guide/facts/reader.ts';
import type { Reader } from '../../brand-guide/facts/reader.ts';
import { readingContextOf } from '../../brand-guide/facts/reading-context.ts';
import { tellingOf } from './blocks.ts';
import type { Told } from './blocks.ts';
import { rememberedFor } from '../../brand-guide/engine/remembered.ts';
import type { AdaptInput } from './types.ts';

const sentences = rememberedFor<readonly Told[]>();
const readers = rememberedFor<Reader>();
/** Above this a text is searched for its sentences in longer than it is read. */
const MOST_SENTENCES = 200;

export const sentencesOf = ({ message, locale }: Pick<AdaptInput, 'message' | 'locale'>): readonly Told[] =>
  sentences(message, locale, () => tellingOf(message.body ?? '', locale));

/** What a text mentions, whatever the place: of a text made of the message's sentences, sentence by sentence. */
export function readerOf(input: AdaptInput): Reader {
  const context = readingContextOf(input);
  return readers(input.message, JSON.stringify(context), () => {
    const read = readerFor(input.message, context);
    const known = sentencesOf(input).map(({ text }) => text);
    return known.length > MOST_SENTENCES ? read : (text) => piecesOf(text, known).flatMap(read);
  });
}

/** The known sentences that a text is made of, and the lines that are left without them. */
function piecesOf(text: string, known: readonly string[]): readonly string[] {
  const found: string[] = [];
  let rest = text;
  for (const sentence of known) {
    if (!rest.includes(sentence)) continue;
    found.push(sentence);
    rest = rest.replace(sentence, '\n');
  }
  return [...found, ...rest.split('\n').filter((line) => line.trim() !== '')];
}
