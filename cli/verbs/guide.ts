/** `cantus guide`: what is done with a brand guide itself. */
import { examples } from '../options.ts';
import type { Verb } from '../verb.ts';
import { check } from './guide/check.ts';
import { impact } from './guide/impact.ts';
import { exportVerb } from './guide/export.ts';
import { importVerb } from './guide/import.ts';
import { show } from './guide/show.ts';
import { test } from './guide/test.ts';

const EXAMPLES = [
  'cantus guide check guide.yaml',
  'cantus guide test guide.yaml',
  'cantus guide show guide.yaml --channel instagram --locale el-GR',
  'cantus guide import _brand.yml --into guide.yaml',
  'cantus guide export guide.yaml --to vale --out styles',
];

export const guide: Verb = (command, terminal, end) => {
  command.addHelpText('after', examples(EXAMPLES));
  check(command.command('check'), terminal, end);
  test(command.command('test'), terminal, end);
  show(command.command('show'), terminal, end);
  importVerb(command.command('import'), terminal, end);
  exportVerb(command.command('export'), terminal, end);
  impact(command.command('impact'), terminal, end);
};
