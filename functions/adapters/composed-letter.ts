/** A letter that is ready to travel. */

export interface Composed {
  readonly raw: Uint8Array;
  /** Bare addresses. */
  readonly from: string;
  readonly to: readonly string[];
}
