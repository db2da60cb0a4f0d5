/** A thread that lints the files it is told; this module is its program as well as its address. */
import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { createColors } from 'picocolors';
import { openChecker } from './lint-checker.ts';
import type { Answer, Batch, ThreadData } from './lint-pool.ts';
import { attempt } from './lint-source.ts';
import type { Terminal } from './terminal.ts';

export const threadUrl = new URL(import.meta.url);

/** What there is to say, the main thread has said. */
function silent(folder: string): Terminal {
  const plain = createColors(false);
  return {
    input: async () => new Uint8Array(),
    print: () => undefined,
    say: () => undefined,
    paint: plain,
    paintTalk: plain,
    folder,
    env: {},
    stopped: async () => undefined,
  };
}

type Port = NonNullable<typeof parentPort>;

function serve(port: Port, { lint, folder }: ThreadData): void {
  const terminal = silent(folder);
  const opened = openChecker(terminal, lint.recipe);
  const answer = async ({ from, inputs }: Batch): Promise<Answer> => {
    const checker = await opened;
    const outcomes = [];
    for (const input of inputs) outcomes.push(await attempt(terminal, input, checker, lint.fixing));
    return { from, outcomes };
  };
  port.on('message', (batch: Batch) => {
    answer(batch).then(
      (one) => port.postMessage(one),
      (error: unknown) =>
        port.postMessage({ bug: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
    );
  });
}

const data: unknown = workerData;

function isThreadData(value: unknown): value is ThreadData {
  return typeof value === 'object' && value !== null && 'lint' in value && 'folder' in value;
}

if (!isMainThread && parentPort && isThreadData(data)) serve(parentPort, data);
