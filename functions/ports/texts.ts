/** Text messages, one to one telephone. As with `Mail`, nothing is retried here. */
import type { MessageAnswer } from './mail.ts';

export interface TextsAccess {
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Where it is not the region's usual one. */
  readonly endpoint?: string;
}

export interface TextMessage {
  /** E.164 */
  readonly to: string;
  /** A number, a sender's name or the ARN of a pool. */
  readonly from: string;
  readonly text: string;
}

export interface Texts {
  /** Never throws. */
  readonly send: (access: TextsAccess, message: TextMessage) => Promise<MessageAnswer>;
  /** Whether the access is taken: `taken` with nothing sent. */
  readonly check: (access: TextsAccess) => Promise<MessageAnswer>;
}
