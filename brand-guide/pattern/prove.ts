/** Proves what the tree alone does not settle: a job of seconds for saving and importing, never for a browser or a request. */
import { patternHash, preparePattern, readPattern } from './compile.ts';
import { emit } from './emit.ts';
import type { PatternOptions, Verdict, Verdicts } from './pattern.ts';

export interface Unproven {
  readonly source: string;
  readonly options?: PatternOptions;
}

/** Milliseconds for one pattern; what is not proven by then is refused. */
const PATIENCE = 5000;

const settle = async ({ source, options = {} }: Unproven): Promise<Verdict | undefined> => {
  const { verdicts: _known, ...own } = options;
  const prepared = preparePattern(source, own);
  const parsed = readPattern(source, own);
  if (!('ok' in prepared) || 'ok' in parsed) return undefined;
  const { text, ignoreCase } = emit(parsed.node);
  // Megabytes of code that hardly any guide needs.
  const { default: recheck } = await import('recheck/lib/browser.js');
  const proof = recheck.checkSync(text, ignoreCase ? 'iu' : 'u', { timeout: PATIENCE });
  if (proof.status === 'safe' && !proof.complexity.isFuzz) return 'linear';
  const attack = proof.status === 'vulnerable' ? `, such as on ${proof.attack.pattern}` : '';
  return `refused: ${prepared.message}${attack}`;
};

/**
 * Verdicts by `patternHash`, for `PatternOptions.verdicts`: only of patterns that no engine takes unproven.
 * One that is badly written has none: compiling tells what is wrong with it.
 */
export const provePatterns = async (patterns: readonly Unproven[]): Promise<Verdicts> => {
  const verdicts: Record<string, Verdict> = {};
  for (const one of patterns) {
    const verdict = await settle(one);
    if (verdict) verdicts[patternHash(one.source, one.options)] = verdict;
  }
  return verdicts;
};
