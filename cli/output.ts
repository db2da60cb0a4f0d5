/** Prints results. */
import type { Terminal } from './terminal.ts';
import { visible } from './visible.ts';

/** One document, and nothing else may go to standard output. */
export function printJson({ print }: Terminal, document: unknown): void {
  print(`${JSON.stringify(document, null, 2)}\n`);
}

/** One document on one line. */
export function printJsonLine({ print }: Terminal, document: unknown): void {
  print(`${JSON.stringify(document)}\n`);
}

/** For people: what a text holds never steers their terminal. */
export function printLine({ print }: Terminal, line: string): void {
  print(`${visible(line)}\n`);
}
