/** `cantus guide`: what is done with a brand guide itself. */
import type { Verb } from '../verb.ts';
import { check } from './guide/check.ts';
import { show } from './guide/show.ts';
import { test } from './guide/test.ts';

export const guide: Verb = (command, terminal, end) => {
  check(command.command('check'), terminal, end);
  test(command.command('test'), terminal, end);
  show(command.command('show'), terminal, end);
};
