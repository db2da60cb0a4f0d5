/** Input that cannot be taken: one line with its place, exit status 2, and every other file is still linted. */
import { describe, expect, it } from 'vitest';
import { GUIDE } from './support/northbay.ts';
import { folderWith, run } from './support/run.ts';

const NAME = 'meta: { name: { full: A } }\n';

describe('a guide that cannot be taken', () => {
  it.each<[string, Readonly<Record<string, string>>, string]>([
    ['not JSON', { 'g.json': '{"meta": nope' }, 'g.json:1:14: '],
    ['not YAML', { 'g.yaml': 'a: b: c\n' }, 'g.yaml:1:4: '],
    [
      'circular extends',
      {
        'g.yaml': 'meta: { name: { full: A }, extends: [h.yaml] }\n',
        'h.yaml': 'meta: { name: { full: B }, extends: [g.yaml] }\n',
      },
      'h.yaml:1:38: meta.extends[0]: `g.yaml`: a circle',
    ],
    [
      'a rule of unknown kind',
      { 'g.yaml': `${NAME}rules: { A.B: { extends: exsistence, message: x, tokens: [a] } }\n` },
      "g.yaml:2:10: rules.\"A.B\": 'extends' knows no kind 'exsistence'; did you mean 'existence'?",
    ],
    [
      'a pattern that does not compile',
      { 'g.yaml': `${NAME}claims: [{ id: c, pattern: "(x", needs: evidence }]\n` },
      'g.yaml:2:28: claims[0].pattern: This parenthesis is never closed (at its character 1)',
    ],
    [
      'a pattern that is refused',
      { 'g.yaml': `${NAME}claims: [{ id: c, pattern: '(\\w+)+ \\1+$', needs: evidence }]\n` },
      'g.yaml:2:28: claims[0].pattern: This could take too long on some texts',
    ],
    ['an unknown locale', { 'g.yaml': `${NAME}voice: { address: { gr: polite } }\n` }, 'did you mean `el`?'],
    [
      'a dictionary that is missing',
      { 'g.yaml': 'meta: { name: { full: A }, language: en }\nvocabulary: { spelling: { en: gone } }\n' },
      'g.yaml: vocabulary.spelling: the dictionary gone (.aff and .dic): no such file',
    ],
  ])('%s', async (_, files, says) => {
    const folder = await folderWith({ ...files, 'ok.txt': 'Fine' });
    const guide = Object.keys(files)[0] ?? '';
    const { status, out, said } = await run(['lint', 'ok.txt', '--guide', guide], { folder });
    expect({ status, out, said }).toEqual({ status: 2, out: '', said: [expect.stringContaining(says)] });
  });
});

it.each([
  ['gr', 'did you mean el?'],
  ['gr-GR', 'did you mean el-GR?'],
  ['xx', 'expected a tag such as el-GR'],
  ['1a', 'expected a tag such as el-GR'],
  ['el_GR', 'did you mean el-GR?'],
])('--locale %s is no locale', async (locale, hint) => {
  const folder = await folderWith({ 'ok.txt': 'Fine' });
  const { status, out, said } = await run(['lint', 'ok.txt', '--locale', locale], { folder });
  expect({ status, out, said }).toEqual({
    status: 2,
    out: '',
    said: [`cantus: "${locale}" is not a locale: ${hint}`],
  });
});

it('lints the other files beside binary and missing ones', async () => {
  const zip = new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0x00]);
  const folder = await folderWith({ 'guide.yaml': GUIDE, 'zip.md': zip, 'b.md': 'Cheap' });
  const { status, out, said } = await run(['lint', 'zip.md', 'gone.md', 'b.md'], { folder });
  expect(status).toBe(2);
  expect(out).toContain('b.md\n');
  expect(said).toEqual(
    expect.arrayContaining([
      'cantus: zip.md: is a binary file, expected text',
      'cantus: gone.md: no such file',
    ]),
  );
});

it('lints with the other styles beside one without rules', async () => {
  const folder = await folderWith({
    '.vale.ini': 'StylesPath = styles\n\n[*]\nBasedOnStyles = Bare, Own\n',
    'styles/Bare/README.md': 'Nothing yet.',
    'styles/Own/Cheap.yml': "extends: existence\nmessage: No '%s'.\ntokens: [cheap]\n",
    'a.txt': 'So cheap',
  });
  const { status, out, said } = await run(['lint', 'a.txt', '--vale', '.vale.ini'], { folder });
  expect(status).toBe(2);
  expect(out).toContain("No 'cheap'.");
  expect(said).toEqual(["cantus: .vale.ini:1:1: the style 'Bare' has no rules on StylesPath"]);
});
