/** A style folder becomes rules of a guide; what cannot is told with its place. */
import { expect, test } from 'vitest';
import { importValeStyle } from '../../../brand-guide/import/vale.ts';

const FILES = [
  { path: 'House/Very.yml', text: 'extends: existence\nmessage: "Avoid \'%s\'"\ntokens: [very]\n' },
  { path: 'House/Really.yml', text: 'extends: House.Very\nlevel: error\ntokens+: [really]\n' },
  { path: 'House/Tagged.yml', text: 'extends: sequence\nmessage: m\ntokens: []\n' },
  { path: 'House/Broken.yml', text: 'extends: existence\nmessage: m\ntokens:\n  - "[a"\n' },
  { path: 'House/Typo.yml', text: 'extends: existence\nmessage: m\ntoken: a\ntokens: [a]\n' },
  { path: 'House/Yaml.yml', text: 'extends: [\n' },
  { path: 'House/accept.txt', text: '# ours\nLumen\nOAuth2?\n' },
  { path: 'House/README.md', text: '# House\n' },
];

test('rules are carried as they are, inherited ones written out', () => {
  const { rules, carried, vocabulary } = importValeStyle(FILES);
  expect(carried).toEqual(['House.Very', 'House.Really', 'House.Typo']);
  expect(rules['House.Really']).toEqual({
    extends: 'existence',
    message: "Avoid '%s'",
    level: 'error',
    tokens: ['very', 'really'],
  });
  expect(vocabulary).toEqual({ accept: ['Lumen'] });
});

test('what is left out says where and why', () => {
  const { notCarried } = importValeStyle(FILES);
  expect(notCarried.map(({ path, line, why }) => `${path}:${line} ${why}`)).toEqual([
    expect.stringMatching(/^House\/Yaml\.yml:\d /u),
    "House/Tagged.yml:1 House.Tagged is skipped: 'sequence' rules are not run",
    expect.stringMatching(/^House\/Broken\.yml:4 the pattern is not taken: /u),
    "House/Typo.yml:3 'token' is no key of 'existence'; did you mean 'tokens'?",
    "House/accept.txt:1 'OAuth2?' is a pattern, and the guide accepts plain words",
  ]);
});
