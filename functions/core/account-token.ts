/** What an account is connected with, as it is stored: only sealed. */
export interface AccountToken {
  /** The credentials as JSON, sealed for this workspace and account. */
  readonly sealed: string;
  /** When the provider stops taking them, where it says so. */
  readonly expiresAt?: string;
  /** Whoever refreshes them has until then; everybody else waits. */
  readonly refreshUntil?: string;
  readonly connectedAt: string;
}
