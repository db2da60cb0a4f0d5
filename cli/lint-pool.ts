/** Shares files out among threads, and puts what they found back in order. */
import { Worker } from 'node:worker_threads';
import type { LintInput, LintJob, Outcome } from './lint-source.ts';
import type { Terminal } from './terminal.ts';

/** What a thread is told, and what it answers: the outcomes of one batch, or the bug that ended it. */
export interface Batch {
  readonly from: number;
  readonly inputs: readonly LintInput[];
}
interface Done {
  readonly from: number;
  readonly outcomes: readonly Outcome[];
}
export type Answer = Done | { readonly bug: string };

export interface ThreadData {
  readonly lint: LintJob;
  readonly folder: string;
}

const BATCH = 8;

function* batchesOf(inputs: readonly LintInput[]): Iterator<Batch> {
  for (let from = 0; from < inputs.length; from += BATCH)
    yield { from, inputs: inputs.slice(from, from + BATCH) };
}

/** Feeds one thread until nothing is left. */
function work(
  url: URL,
  data: ThreadData,
  batches: Iterator<Batch>,
  take: (answer: Done) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(url, { workerData: data });
    const next = (): void => {
      const { value, done } = batches.next();
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
      if (!done) worker.postMessage(value);
      else void worker.terminate().then(() => resolve(), reject);
    };
    worker.on('message', (answer: Answer) => {
      if ('bug' in answer) return reject(new Error(answer.bug));
      take(answer);
      return next();
    });
    worker.on('error', reject);
    next();
  });
}

/** Undefined where threads cannot be had: sources that are not built run on one. Standard input is read here. */
export async function lintInPool(
  terminal: Terminal,
  inputs: readonly LintInput[],
  lint: LintJob,
  threads: number,
): Promise<Outcome[] | undefined> {
  const { threadUrl } = await import('./lint-worker.ts');
  if (!/\.m?js$/u.test(threadUrl.pathname) || inputs.some(({ path }) => path === '-')) return undefined;
  const outcomes: Outcome[] = [];
  const batches = batchesOf(inputs);
  let done = 0;
  const take = ({ from, outcomes: batch }: Done): void => {
    for (const [at, outcome] of batch.entries()) outcomes[from + at] = outcome;
    done += batch.length;
    terminal.progress?.(`Linting: ${done} of ${inputs.length} files`);
  };
  const data: ThreadData = { lint, folder: terminal.folder };
  await Promise.all(Array.from({ length: threads }, () => work(threadUrl, data, batches, take)));
  terminal.progress?.('');
  return outcomes;
}
