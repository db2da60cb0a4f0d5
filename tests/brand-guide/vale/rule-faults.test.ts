/** Rules that cannot run are told with their place; the others run. */
import { describe, expect, test } from 'vitest';
import { projectOf } from './support/lines-of.ts';

const RULES: readonly (readonly [yaml: string, kind: 'faults' | 'remarks' | 'skipped', said: string])[] = [
  [
    'extends: existance\nmessage: m\n',
    'faults',
    "T/R.yml:1:1: 'extends' knows no kind 'existance'; did you mean 'existence'?",
  ],
  ['message: m\ntokens: [a]\n', 'faults', "T/R.yml:1:1: the required 'extends' is missing"],
  ['extends: existence\ntokens: [a]\n', 'faults', "T/R.yml:1:1: the required 'message' is missing"],
  [
    'extends: existence\nmessage: m\nlevel: loud\n',
    'faults',
    "T/R.yml:3:1: 'level' expects error, warning, suggestion; found 'loud'",
  ],
  ['extends: existence\nmessage: m\ntokens:\n  a: b\n', 'faults', "T/R.yml:3:1: 'tokens' expects a list"],
  [
    'extends: existence\nmessage: m\nignorecase: perhaps\n',
    'faults',
    'T/R.yml:3:1: \'ignorecase\' expects true or false, found "perhaps"',
  ],
  [
    'extends: occurrence\nmessage: m\nmax: many\ntoken: a\n',
    'faults',
    'T/R.yml:3:1: \'max\' expects a number, found "many"',
  ],
  ['extends: existence\nmessage: m\naction:\n  name: mend\n', 'faults', "T/R.yml:3:1: unknown action 'mend'"],
  [
    'extends: existence\nmessage: m\naction:\n  name: edit\n  params: [twist]\n',
    'faults',
    "T/R.yml:3:1: unknown edit 'twist'",
  ],
  [
    'extends: metric\nmessage: m\nformula: words +\ncondition: "> 1"\n',
    'faults',
    "T/R.yml:3:1: 'formula' ends too soon",
  ],
  ['extends: spelling\nmessage: m\ndictionaries: [none]\n', 'faults', "T/R.yml:1:1: no dictionary 'none'"],
  ['extends: B.Gone\nmessage: m\n', 'faults', "T/R.yml:1:1: no rule 'B.Gone'"],
  ['- a\n', 'faults', 'T/R.yml:1:1: is no rule: expected keys and values'],
  [
    'extends: existence\nmessage: m\nignorcase: true\ntokens: [a]\n',
    'remarks',
    "T/R.yml:3:1: 'ignorcase' is no key of 'existence'; did you mean 'ignorecase'?",
  ],
  [
    'extends: sequence\nmessage: m\ntokens: []\n',
    'skipped',
    "T/R.yml:1:1: T.R is skipped: 'sequence' rules are not run",
  ],
  [
    'extends: script\nmessage: m\nscript: x\n',
    'skipped',
    "T/R.yml:1:1: T.R is skipped: 'script' rules are not run",
  ],
];

describe('rules that cannot run', () => {
  test.each(RULES)('%s: %s: %s', (yaml, kind, said) => {
    const other = 'extends: existence\nmessage: "still"\ntokens: [foo]\n';
    const { faults, styles, lint } = projectOf({ 'T/R.yml': yaml, 'T/Other.yml': other });
    const told = kind === 'faults' ? faults : styles[kind];
    expect(told.map((one) => `${one.path}:${one.line}:${one.column}: ${one.message}`)).toEqual([said]);
    expect(lint('t.md', 'foo')?.map(({ rule }) => rule)).toEqual(['T.Other']);
  });
  test('a pattern that does not compile is told where it stands', () => {
    const { faults } = projectOf({
      'T/R.yml': 'extends: existence\nmessage: m\ntokens:\n  - fine\n  - "(oops"\n',
    });
    expect(faults).toEqual([expect.objectContaining({ path: 'T/R.yml', line: 5, column: 5 })]);
  });
  test('a style without rules', () => {
    const { faults } = projectOf({}, { ini: 'StylesPath = s\n[*]\nBasedOnStyles = Nowhere\n' });
    expect(faults.map(({ message }) => message)).toEqual(["the style 'Nowhere' has no rules on StylesPath"]);
  });
});
