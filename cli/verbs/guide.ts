/** `cantus guide`: what is done with a brand guide itself. */
import { examples } from '../options.ts';
import type { Verb } from '../verb.ts';
import { check } from './guide/check.ts';
import { impact } from './guide/impact.ts';
import { show } from './guide/show.ts';
import { test } from './guide/test.ts';

const EXAMPLES = [
  'cantus guide check guide.yaml',
  'cantus guide test guide.yaml',
  'cantus guide show --help',
];

export const guide: Verb = (command, terminal, end) => {
  command.addHelpText('after', examples(EXAMPLES));
  check(command.command('check'), terminal, end);
  test(command.command('test'), terminal, end);
  show(command.command('show'), terminal, end);
  impact(command.command('impact'), terminal, end);
};
