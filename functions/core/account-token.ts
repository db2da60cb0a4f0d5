/** What an account is connected with, as it is stored: only sealed. */
export interface AccountToken {
  /** The credentials as JSON, sealed for this workspace and account. */
  readonly sealed: string;
  /** When the provider stops taking them, where it says so. */
  readonly expiresAt?: string;
  /** When even renewing them ends, where the provider says so. */
  readonly renewableUntil?: string;
  /** How they are renewed; absent where only connecting again helps. */
  readonly renews?: 'by-refresh-token' | 'by-itself';
  /** When they were given or renewed last. */
  readonly renewedAt?: string;
  /** Whoever refreshes them has until then; everybody else waits. */
  readonly refreshUntil?: string;
  readonly connectedAt: string;
}
