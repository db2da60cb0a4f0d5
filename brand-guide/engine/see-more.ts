/** Where a channel cuts a text behind "see more". */
import type { ChannelSpec } from './channel.ts';

type Fold = NonNullable<ChannelSpec['fold']>;

/** The offset behind the last line that is shown. */
function endOfLines(text: string, lines: number): number {
  let end = -1;
  for (let line = 0; line < lines; line++) {
    end = text.indexOf('\n', end + 1);
    if (end < 0) return text.length;
  }
  return end;
}

/** The offset behind the last of `count` characters, counted in code points. */
function endOfCharacters(text: string, count: number): number {
  let end = 0;
  for (let seen = 0; seen < count && end < text.length; seen++)
    end += (text.codePointAt(end) ?? 0) > 0xffff ? 2 : 1;
  return end;
}

/** The offset up to which a text is shown before anybody asks for more; its length where all of it is. */
export function shownEnd(text: string, fold: Fold): number {
  const shown = text.trimEnd();
  const end = Math.min(
    endOfCharacters(shown, fold.characters.value),
    endOfLines(shown, fold.lines?.value ?? Infinity),
  );
  return end === shown.length ? text.length : end;
}
