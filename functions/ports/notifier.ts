/** Telling people outside the app. Once more is better than never, so whoever asks may ask again. */
import type { HookForm } from '../core/hook.ts';
import type { Told } from '../core/telling.ts';

export interface Message {
  /** The same whenever the same is told to the same person. */
  readonly id: string;
  readonly subject: string;
  /** A sentence each. */
  readonly lines: readonly string[];
}

export interface Notifier {
  /** Absent where this home sends no mail of its own. Never throws. */
  readonly mail?: (to: string, message: Message) => Promise<Told>;
  /** Never throws, and no reason shows the address. */
  readonly hook: (form: HookForm, url: string, message: Message) => Promise<Told>;
}
