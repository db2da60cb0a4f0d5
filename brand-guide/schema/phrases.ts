/** The stock phrases of a guide, which the adapter needs and never invents. */

/** One slot frame: text with `{slot}`s; a `[...]` group is dropped when a slot inside it has no value. */
export type Frame = string;

/** Forms by the language's plural rules, as `Intl.PluralRules` names them. */
export type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

/** Stock phrases of one locale, which the adapter needs and never invents. */
export interface Phrases {
  readonly linkInBio?: string;
  readonly scanQr?: string;
  /** Contains `{code}`. */
  readonly withCode?: string;
  /** Contains `{date}`. */
  readonly until?: string;
  /** Contains `{price}`. */
  readonly from?: string;
  /** The wording of a reduction; contains `{percent}` (`20%`, as the locale writes it). */
  readonly off?: string;
  readonly optOut?: string;
  /** Closes an e-mail: whom it is from; contains `{brand}`. */
  readonly sender?: string;
  /** Closes an e-mail: how to stop receiving them. */
  readonly unsubscribe?: string;
  readonly shortCta?: string;
  /** How a number of something is named, by the fact's id; each form contains `{quantity}`. */
  readonly quantities?: Readonly<Record<string, PluralForms>>;
  /**
   * Frames, the fullest first. Slots: `name`, `price`, `label`, `offer` (from `off`), `withCode`, `until`, `quantities` (those
   * required at the place, from `quantities`, as a list), `link`, `optOut`, and `code` for the bare code. Groups do not nest; a slot outside a group is needed, so a frame that misses one gives way to the next.
   */
  readonly offer?: readonly Frame[];
}
