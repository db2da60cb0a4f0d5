/** Finds where each character of a text stands in the markup that it was read from: escapes, entities, line beginnings. */
import type { Piece } from '../markup/source-map.ts';
import type { Mapped } from './token.ts';

export interface AlignOptions {
  /** Code has no escapes and no entities, and its line ends may be spaces. */
  readonly code?: boolean;
}

const ESCAPED = /[!-/:-@[-`{-~]/u;
const ENTITY = /&(?:#x?[\da-f]{1,7}|[a-z][a-z\d]{1,31});/iuy;

class Aligner {
  readonly #pieces: Piece[] = [];
  readonly #source: string;
  readonly #end: number;
  readonly #value: string;
  readonly #code: boolean;
  #i: number;
  #j = 0;

  constructor(source: string, start: number, end: number, value: string, code: boolean) {
    this.#source = source;
    this.#i = start;
    this.#end = end;
    this.#value = value;
    this.#code = code;
  }

  #push(length: number, start: number, end: number, verbatim: boolean): void {
    const last = this.#pieces.at(-1);
    if (verbatim && last?.verbatim && last.end === start)
      this.#pieces[this.#pieces.length - 1] = { ...last, end };
    else this.#pieces.push({ at: this.#j, start, end, verbatim });
    this.#j += length;
    this.#i = end;
  }

  #escape(): boolean {
    const next = this.#source.charAt(this.#i + 1);
    if (this.#source.charAt(this.#i) !== '\\' || !ESCAPED.test(next) || this.#value.charAt(this.#j) !== next)
      return false;
    this.#push(1, this.#i, this.#i + 2, false);
    return true;
  }

  #entity(): boolean {
    if (this.#source.charAt(this.#i) !== '&') return false;
    ENTITY.lastIndex = this.#i;
    const entity = ENTITY.exec(this.#source)?.[0];
    if (entity === undefined || this.#value.startsWith(entity, this.#j)) return false;
    const size = (this.#value.codePointAt(this.#j) ?? 0) > 0xffff ? 2 : 1;
    this.#push(size, this.#i, this.#i + entity.length, false);
    return true;
  }

  /** A line end takes the white space before it along, and what containers write at the next line's beginning. */
  #lineEnd(): boolean {
    const wanted = this.#value.charAt(this.#j);
    if (wanted !== '\n' && !(this.#code && wanted === ' ')) return false;
    let at = this.#i;
    while (at < this.#end && ' \t\\'.includes(this.#source.charAt(at))) at++;
    if (!'\r\n'.includes(this.#source.charAt(at)) || at >= this.#end) return false;
    at += this.#source.startsWith('\r\n', at) ? 2 : 1;
    this.#push(1, this.#i, at, false);
    while (this.#i < this.#end && ' \t>'.includes(this.#source.charAt(this.#i))) {
      if (this.#code && this.#source.charAt(this.#i) === this.#value.charAt(this.#j)) break;
      this.#i++;
    }
    return true;
  }

  /** As far as both go on alike. */
  #verbatim(): boolean {
    let length = 0;
    while (this.#i + length < this.#end && this.#j + length < this.#value.length) {
      const mark = this.#source.charCodeAt(this.#i + length);
      if (mark !== this.#value.charCodeAt(this.#j + length)) break;
      if (mark === 10 || (!this.#code && length > 0 && (mark === 38 || mark === 92))) break;
      length++;
    }
    if (length === 0) return false;
    this.#push(length, this.#i, this.#i + length, true);
    return true;
  }

  run(): readonly Piece[] {
    while (this.#j < this.#value.length) {
      if (this.#i >= this.#end) {
        this.#push(this.#value.length - this.#j, this.#end, this.#end, false);
        break;
      }
      const special = !this.#code && (this.#escape() || this.#entity());
      if (!special && !this.#lineEnd() && !this.#verbatim()) this.#i++;
    }
    return this.#pieces;
  }
}

/** The value with its places; what the source does not hold is told where the source was read to. */
export function aligned(
  source: string,
  start: number,
  end: number,
  value: string,
  options: AlignOptions = {},
): Mapped {
  if (end - start === value.length && source.startsWith(value, start) && !/[\n&\\]/u.test(value))
    return { text: value, pieces: [{ at: 0, start, end, verbatim: true }] };
  return { text: value, pieces: new Aligner(source, start, end, value, options.code ?? false).run() };
}
