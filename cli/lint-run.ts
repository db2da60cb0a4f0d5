/** Lints many files: here, or on threads of their own where there are many. */
import { availableParallelism } from 'node:os';
import { openChecker } from './lint-checker.ts';
import type { OpenChecker } from './lint-checker.ts';
import { attempt } from './lint-source.ts';
import type { Fixing, LintInput, LintJob, Outcome } from './lint-source.ts';
import { lintInPool } from './lint-pool.ts';
import type { Terminal } from './terminal.ts';

/** A thread takes as long to start as it takes to lint so many files. */
const FILES_A_THREAD = 50;

async function lintHere(
  terminal: Terminal,
  inputs: readonly LintInput[],
  checker: OpenChecker,
  fixing: Fixing,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const input of inputs) outcomes.push(await attempt(terminal, input, checker, fixing));
  return outcomes;
}

export interface LintRun {
  /** In the order of the inputs. */
  readonly outcomes: readonly Outcome[];
  readonly notChecked: readonly string[];
  readonly faulty: boolean;
}

/** @throws Refused `invalid-input` for a configuration that cannot be read. */
export async function lintAll(
  terminal: Terminal,
  inputs: readonly LintInput[],
  job: LintJob,
): Promise<LintRun> {
  const checker = await openChecker(terminal, job.recipe);
  const threads = Math.min(availableParallelism(), Math.floor(inputs.length / FILES_A_THREAD));
  const pooled = threads > 1 ? await lintInPool(terminal, inputs, job, threads) : undefined;
  const outcomes = pooled ?? (await lintHere(terminal, inputs, checker, job.fixing));
  return { outcomes, notChecked: checker.notChecked, faulty: checker.faulty };
}
