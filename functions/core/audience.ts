/** An account's audience as a whole, and the words by which somebody leaves one. */
import words from './stop-words.json' with { type: 'json' };

export interface Audience {
  /** Every zone that an addressee was imported with. */
  readonly zones: readonly string[];
  /** Rows that imports brought. */
  readonly imported: number;
}

export const NO_AUDIENCE: Audience = { zones: [], imported: 0 };

/** Letters and digits in one case, without their accents. */
const bare = (text: string): string =>
  text
    .normalize('NFKD')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

const STOP = new Set(Object.values(words).flat().map(bare));

/** Whether a message from a telephone asks to be written to no more: one of the words, alone. */
export const asksToStop = (message: string): boolean => STOP.has(bare(message));
