/** What a check of punctuation finds: a stretch, what to write instead, and why. */
import type { Range } from '../../engine/types.ts';

export interface Mark extends Range {
  /** Undefined where a person has to choose. */
  readonly text: string | undefined;
  readonly message: string;
}

/** Invisible and blank characters by name, so that a message shows them. */
function shown(text: string): string {
  return text
    .replaceAll('\u00A0', '(no-break space)')
    .replaceAll('\u202F', '(narrow no-break space)')
    .replaceAll('\u037E', '; (U+037E)');
}

export function mark(start: number, written: string, text: string | undefined, why: string): Mark {
  const advice = text === undefined ? 'rewrite it' : text === '' ? 'remove it' : `write “${shown(text)}”`;
  return { start, end: start + written.length, text, message: `${why}; ${advice}.` };
}
