/** Cuts and joins texts that keep where they were read from. */
import type { Piece } from '../markup/source-map.ts';
import type { Mapped } from './token.ts';

/** A stretch of the source. */
export function stretch(source: string, start: number, end: number): Mapped {
  return { text: source.slice(start, end), pieces: [{ at: 0, start, end, verbatim: true }] };
}

/** A text that stands nowhere in the source; it is told at `at`. */
export function madeUp(text: string, at: number): Mapped {
  return { text, pieces: [{ at: 0, start: at, end: at, verbatim: false }] };
}

export function sliced({ text, pieces }: Mapped, start: number, end = text.length): Mapped {
  if (start === 0 && end === text.length) return { text, pieces };
  const cut: Piece[] = [];
  for (const [index, piece] of pieces.entries()) {
    const until = pieces[index + 1]?.at ?? text.length;
    const from = Math.max(piece.at, start);
    const to = Math.min(until, end);
    if (from >= to) continue;
    const shift = piece.verbatim ? from - piece.at : 0;
    const stop = piece.verbatim ? piece.start + (to - piece.at) : piece.end;
    cut.push({ at: from - start, start: piece.start + shift, end: stop, verbatim: piece.verbatim });
  }
  return { text: text.slice(start, end), pieces: cut };
}

const SPACE = new Set(' \t\n\r\f\v');

/** Without the ASCII white space around it. */
export function trimmed(
  mapped: Mapped,
  side: 'both' | 'start' = 'both',
  set: ReadonlySet<string> = SPACE,
): Mapped {
  const { text } = mapped;
  let start = 0;
  let end = text.length;
  while (start < end && set.has(text.charAt(start))) start++;
  if (side === 'both') while (end > start && set.has(text.charAt(end - 1))) end--;
  return sliced(mapped, start, end);
}

/** Another text of the same length over the same source. */
export function masked({ text, pieces }: Mapped): Mapped {
  return { text: text.replaceAll(/[^\n]/g, '*'), pieces };
}

/** Grows a text from others. */
export class MappedBuffer {
  #texts: string[] = [];
  #pieces: Piece[] = [];
  #length = 0;

  get length(): number {
    return this.#length;
  }

  get text(): string {
    if (this.#texts.length > 1) this.#texts = [this.#texts.join('')];
    return this.#texts[0] ?? '';
  }

  add({ text, pieces }: Mapped): void {
    for (const piece of pieces) this.#pieces.push({ ...piece, at: piece.at + this.#length });
    this.#texts.push(text);
    this.#length += text.length;
  }

  /** A separator that the source does not have, or has otherwise: it stands where the text so far ends. */
  addMark(text: string): void {
    const end = this.#pieces.at(-1)?.end ?? 0;
    this.add({ text, pieces: [{ at: 0, start: end, end, verbatim: false }] });
  }

  taken(): Mapped {
    return { text: this.text, pieces: this.#pieces };
  }

  clear(): void {
    this.#texts = [];
    this.#pieces = [];
    this.#length = 0;
  }
}
