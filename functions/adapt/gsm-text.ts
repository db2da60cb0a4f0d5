/** Writes a text within GSM-7 where nothing but its typography stands outside: half the segments for the same words. */
import standIns from '../../brand-guide/engine/gsm-7-stand-ins.json' with { type: 'json' };

const STAND_INS: ReadonlyMap<string, string> = new Map(Object.entries(standIns));
/** With what joins emoji, shows them in colour or encloses them, and the space behind. */
const EMOJI = /(?:\p{Extended_Pictographic}|[\u{1f1e6}-\u{1f1ff}]|\u200d|\ufe0f|\u20e3)+ ?/gu;

/** Unchanged where the words themselves need UCS-2: then nothing would be won. */
export function asGsm(text: string, isGsm: (text: string) => boolean): string {
  const composed = text.normalize('NFC');
  if (isGsm(composed)) return composed;
  const written = Array.from(
    composed.replace(EMOJI, ''),
    (character) => STAND_INS.get(character) ?? character,
  )
    .join('')
    .trim();
  return isGsm(written) ? written : composed;
}
