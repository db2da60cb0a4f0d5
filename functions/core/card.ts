/** A picture that is still to be made, as data: what it says, and in which colours and type. */
export interface Card {
  readonly headline: string;
  readonly price?: string;
  readonly offer?: string;
  readonly call?: string;
  /** BCP 47 */
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
  /** `#RRGGBB`; `onPrimary` is read on `primary`. */
  readonly colors: Readonly<Record<'background' | 'foreground' | 'primary' | 'onPrimary', string>>;
  /** Font families, the wanted one first. */
  readonly type: Readonly<Record<'headings' | 'base', readonly string[]>>;
  /** File of the brand's mark. */
  readonly logo?: string;
}
