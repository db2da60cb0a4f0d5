/** Cuts an SMS into the segments it is sent and billed as, in the encoding its characters allow. */
import alphabet from '../../../brand-guide/engine/gsm-7.json' with { type: 'json' };

export type SmsEncoding = 'GSM-7' | 'UCS-2';

export interface Segmented {
  readonly encoding: SmsEncoding;
  readonly segments: readonly string[];
  /** Septets in GSM-7, UTF-16 units in UCS-2, as transmitted and without the joining headers. */
  readonly length: number;
}

/** What one segment carries alone, and as a part of several. */
export const CAPACITY: Readonly<Record<SmsEncoding, { readonly single: number; readonly joined: number }>> = {
  'GSM-7': { single: 160, joined: 153 },
  'UCS-2': { single: 70, joined: 67 },
};

const SEPTETS: ReadonlyMap<string, number> = new Map([
  ...Array.from(alphabet.basic, (character) => [character, 1] as const),
  ...Array.from(alphabet.extension, (character) => [character, 2] as const),
]);

export const isGsm7 = (text: string): boolean =>
  Array.from(text).every((character) => SEPTETS.has(character));

function pack(
  characters: readonly string[],
  cost: (character: string) => number,
  capacity: number,
): string[] {
  const packed: string[] = [];
  let current = '';
  let used = 0;
  for (const character of characters) {
    if (used + cost(character) > capacity) {
      packed.push(current);
      current = '';
      used = 0;
    }
    current += character;
    used += cost(character);
  }
  return current === '' ? packed : [...packed, current];
}

/** Code points are never divided, so neither an escape pair nor a surrogate pair is split between segments. */
export function segments(text: string): Segmented {
  const characters = Array.from(text);
  const encoding = isGsm7(text) ? 'GSM-7' : 'UCS-2';
  const cost = (character: string): number =>
    encoding === 'GSM-7' ? (SEPTETS.get(character) ?? 1) : character.length;
  const length = characters.reduce((sum, character) => sum + cost(character), 0);
  const { single, joined } = CAPACITY[encoding];
  return { encoding, segments: pack(characters, cost, length <= single ? single : joined), length };
}
