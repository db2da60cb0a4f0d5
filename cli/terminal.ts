/** What a verb may touch of the world around it, so that it can run without a process of its own. */
import type { createColors } from 'picocolors';

/** 0: nothing blocking. 1: blocking findings, or a refusal by the rules. 2: bad usage or bad input. */
export type ExitStatus = 0 | 1 | 2;

export type Colors = ReturnType<typeof createColors>;

export interface Terminal {
  /** All of standard input. */
  readonly input: () => Promise<Uint8Array>;
  /** Results: standard output, as given. */
  readonly print: (text: string) => void;
  /** Talk, progress and errors: a line on standard error. */
  readonly say: (line: string) => void;
  /** Replaces the line of progress, and takes it away for an empty text; absent where nobody would see it. */
  readonly progress?: (text: string) => void;
  /** Colours for results, and for talk; each leaves text alone where colour is not wanted. */
  readonly paint: Colors;
  readonly paintTalk: Colors;
  /** Where relative paths start. */
  readonly folder: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Settles when the person stops the command. */
  readonly stopped: () => Promise<void>;
}
