/** What the linter knows of a picture: measured facts, never pixels. */

/** A colour of sRGB, `#RRGGBB`, and the share of the area that it takes, 0 to 1. */
export interface ColorShare {
  readonly hex: string;
  readonly share: number;
}

/** A line of text in a picture that was made here. Pixels from the top left. */
export interface TextBox {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly color: string;
  /** The colour behind it that it contrasts with least. */
  readonly background: string;
  /** The typography token that it is set in, such as `headings`, and what was really used. */
  readonly role?: string;
  readonly fontFamily: string;
  readonly fontSize: number;
  readonly fontWeight?: number;
}

export interface ImageFacts {
  /** As the variant names it. */
  readonly name: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
  /** `jpeg`, `png`, `webp`, `gif`, `avif`. */
  readonly format: string;
  readonly colors: readonly ColorShare[];
  /** Flat fills, such as a card or a sign, rather than a photograph. */
  readonly flat: boolean;
  /** In the subject's locale. */
  readonly alt?: string;
  /** Undefined where nobody said yet; empty where there is none. */
  readonly textInImage?: string;
  readonly textBoxes?: readonly TextBox[];
  readonly logo?: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
    /** Pixels to the nearest other thing. */
    readonly clear: number;
  };
}
