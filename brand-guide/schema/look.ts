/** What a guide says of colours, type and pictures. */

/** A design token of DTCG 2025.10: `{group.name}` as a value is an alias. What has no `$value` is a group. */
export interface DesignToken {
  readonly $type?: string;
  readonly $value: unknown;
  readonly $description?: string;
  readonly $deprecated?: boolean | string;
  /** What other tools keep with it. */
  readonly $extensions?: Readonly<Record<string, unknown>>;
}

/** Tokens, and groups of them, under brand.yml's role names (`primary`, `background` …) or names of the brand's own. */
export type Tokens = Readonly<Record<string, unknown>>;

export interface Imagery {
  readonly palette?: {
    /** The least share of a photograph's area that lies within `deltaE` of the palette, 0 to 1. */
    readonly minShare?: number;
    /** CIEDE2000; a flat fill farther away than 5 is always found. */
    readonly deltaE?: number;
  };
  /** The least contrast of text on its ground, such as 4.5. */
  readonly contrast?: number;
  /** Pixels. */
  readonly minSize?: { readonly width: number; readonly height: number };
  readonly altText?: { readonly required?: boolean; readonly maxCharacters?: number };
  readonly logo?: {
    readonly file?: string;
    /** As a share of the logo's height. */
    readonly clearSpace?: number;
    /** Pixels of height. */
    readonly minSize?: number;
  };
}
