/** Encryption of what accounts are connected with. */

/** Bound to the ciphertext: what was sealed for one account opens for no other. */
export type SealedFor = Readonly<Record<string, string>>;

export interface Secrets {
  readonly seal: (plain: string, sealedFor: SealedFor) => Promise<string>;
  /** Undefined where it was altered, or sealed for something else or with another key. */
  readonly open: (sealed: string, sealedFor: SealedFor) => Promise<string | undefined>;
  /** 256 bits that nobody can guess, in base64url: 43 characters. */
  readonly random: () => string;
}
