/** Writes a variant's text anew. Whoever asks judges what it writes, and has a text of its own to go back to. */
import type { RewriteAnswer, RewriteAsk } from '../core/rewrite.ts';

export interface Rewriter {
  /** Answers within its own time, and never throws. */
  rewrite: (ask: RewriteAsk) => Promise<RewriteAnswer>;
}
