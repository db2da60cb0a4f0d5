/** Addresses from which a provider fetches a picture itself. */
export interface PublicMedia {
  /** Good for so many seconds; undefined where nobody outside can reach this home. */
  readonly urlOf: (sha256: string, seconds: number) => Promise<string | undefined>;
  /** Whether this home gave the address and it is still good; false where another server answers for addresses. */
  readonly allows: (sha256: string, until: string, signature: string) => boolean;
}
