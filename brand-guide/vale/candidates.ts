/** Tells in one pass over a block which rules can find anything in it. */
import type { CompiledRule } from './types.ts';

export class CandidateFilter {
  constructor(_rules: readonly CompiledRule[]) {}

  over(_text: string): (rule: CompiledRule) => boolean {
    return () => true;
  }
}
