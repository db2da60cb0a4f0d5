/** A sign-in at a provider that somebody began: whose it is, how long it holds, and the sealed rest. */
import type { UserId } from './ids.ts';

export interface PendingSignIn {
  /** Whoever began it, and nobody else, finishes it. */
  readonly member: UserId;
  /** The last part of the address that the provider sends back to. */
  readonly via: string;
  readonly expiresAt: string;
  /** `used`: its code was tried; `chooses`: several places came back, and one is to be chosen. */
  readonly is: 'begun' | 'used' | 'chooses';
  /** JSON: what only this home may know of it. */
  readonly sealed: string;
}
