/** Prints results. */
import type { Terminal } from './terminal.ts';

/** One document, and nothing else may go to standard output. */
export function printJson({ print }: Terminal, document: unknown): void {
  print(`${JSON.stringify(document, null, 2)}\n`);
}

/** One document on one line. */
export function printJsonLine({ print }: Terminal, document: unknown): void {
  print(`${JSON.stringify(document)}\n`);
}

export function printLine({ print }: Terminal, line: string): void {
  print(`${line}\n`);
}
