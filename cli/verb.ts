/** What every verb of the command implements. */
import type { Command } from 'commander';
import type { ExitStatus, Terminal } from './terminal.ts';

/**
 * Gives the command its arguments, options, examples and action. The action settles the exit status by `end`,
 * throws `Refused` for what it cannot take, and writes only to the terminal.
 */
export type Verb = (command: Command, terminal: Terminal, end: (status: ExitStatus) => void) => void;
