/** A child process that is heard line by line, and ended by its own handle. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';

const PATIENCE = 60_000;

export interface Child {
  /** The first group of the first line that fits; undefined when the process ended without it. */
  readonly heard: (pattern: RegExp) => Promise<string | undefined>;
  readonly said: () => string;
  /** Writes a line to its standard input. */
  readonly tell: (line: string) => void;
  /** Resolves to the signal that ended it, if it was one. */
  readonly ended: Promise<string | null>;
  readonly isAlive: () => boolean;
  readonly kill: () => Promise<void>;
}

/** `program` is what Node runs, with `env` besides this process's own. The child ends by itself once its standard input closes. */
export const startChild = (
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Child => {
  const child = spawn(process.execPath, [program, ...args], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  let text = '';
  let wake = (): void => undefined;
  const hear = (some: string): void => {
    text += some;
    wake();
  };
  // Whoever is told something may be dead already.
  child.stdin.on('error', () => undefined);
  child.stdout.setEncoding('utf8').on('data', hear);
  child.stderr.setEncoding('utf8').on('data', hear);
  const isAlive = (): boolean => child.exitCode === null && child.signalCode === null;
  const ended = once(child, 'close').then(() => {
    wake();
    return child.signalCode;
  });
  const heard = async (pattern: RegExp): Promise<string | undefined> => {
    const until = Date.now() + PATIENCE;
    while (Date.now() < until) {
      const found = pattern.exec(text)?.[1];
      if (found !== undefined || !isAlive()) return found;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, 1000);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    throw new Error(`It did not say ${pattern.source} in time:\n${text}`);
  };
  return {
    heard,
    said: () => text,
    tell: (line) => void child.stdin.write(`${line}\n`),
    ended,
    isAlive,
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
};
