/** An address of a chat that wants to know: an incoming webhook of Slack's or Teams' form. */
import type { HookId } from './ids.ts';
import type { NoticeKind } from './notice.ts';

export const HOOK_FORMS = ['slack', 'teams'] as const;
export type HookForm = (typeof HOOK_FORMS)[number];

export interface Hook {
  readonly id: HookId;
  readonly name: string;
  readonly form: HookForm;
  /** Whoever knows the address may post there: only its host is shown. */
  readonly host: string;
  readonly sealed: string;
  readonly kinds: readonly NoticeKind[];
  /** Why the last message was not taken; absent while all is well. */
  readonly trouble?: string;
}
