/** A document as Vale sees it: the tags, texts and comments of the HTML that it is or would be. */
import type { Piece } from '../markup/source-map.ts';

/** A text with where each stretch of it was read from. */
export interface Mapped {
  readonly text: string;
  readonly pieces: readonly Piece[];
}

export type Attributes = Readonly<Record<string, string>>;

export type Token =
  | {
      readonly kind: 'start' | 'self';
      readonly tag: string;
      readonly attributes: Attributes;
      readonly alt?: Mapped;
    }
  | { readonly kind: 'end'; readonly tag: string }
  /** `at` is where the comment begins in the source. */
  | { readonly kind: 'comment'; readonly text: string; readonly at: number }
  | { readonly kind: 'text'; readonly content: Mapped };

const NO_ATTRIBUTES: Attributes = {};

export const startTag = (tag: string, attributes = NO_ATTRIBUTES): Token => ({
  kind: 'start',
  tag,
  attributes,
});
export const endTag = (tag: string): Token => ({ kind: 'end', tag });
