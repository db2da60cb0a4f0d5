import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { folderWith, run } from './support/run.ts';

const BRAND = 'meta: { name: Acme, founded: 1988 }\ncolor: { palette: { sea: "#336699" }, primary: sea }\n';
const TOKENS = '{"color": {"$type": "color", "a": {"$value": "#fff"}, "b": {"$value": "{color.z}"}}}';
const GUIDE = `# The guide
meta:
  name: { full: Northbay } # ours
names:
  - { id: nb, canonical: Northbay } # the name
color:
  primary: { $type: color, $value: '#000000' } # was black
`;

const files = () =>
  folderWith({ '_brand.yml': BRAND, 'c.tokens.json': TOKENS, 'guide.yaml': GUIDE, 'bad.json': '{"a": ' });

describe('cantus guide import', () => {
  it.each([
    ['_brand.yml', 'meta', { name: { full: 'Acme' } }],
    ['_brand.yml', 'color', expect.objectContaining({ primary: { $type: 'color', $value: '{sea}' } })],
    ['c.tokens.json', 'color', { a: { $type: 'color', $value: '#fff' } }],
  ])('prints the sections of %s as YAML', async (file, section, expected) => {
    const { status, out } = await run(['guide', 'import', file], { folder: await files() });
    expect([status, parse(out)[section]]).toEqual([0, expected]);
  });

  it.each([
    ['_brand.yml', 'not carried over: _brand.yml:1:21: meta.founded: a guide has no such field'],
    ['c.tokens.json', 'not carried over: c.tokens.json:1:55: color.b: there is no token “color.z”'],
  ])('says what of %s it leaves out, and where', async (file, line) => {
    const { said } = await run(['guide', 'import', file], { folder: await files() });
    expect(said).toEqual([line]);
  });

  it('prints one document as json', async () => {
    const ran = await run(['guide', 'import', '_brand.yml', '--format', 'json'], { folder: await files() });
    expect(JSON.parse(ran.out)).toEqual({
      file: '_brand.yml',
      sections: expect.objectContaining({ meta: { name: { full: 'Acme' } } }),
      notCarried: [{ path: 'meta.founded', line: 1, column: 21, message: 'a guide has no such field' }],
    });
  });

  it('merges into a guide, which keeps its comments', async () => {
    const folder = await files();
    const { status } = await run(['guide', 'import', '_brand.yml', '--into', 'guide.yaml'], { folder });
    const text = await readFile(join(folder, 'guide.yaml'), 'utf8');
    expect(status).toBe(0);
    for (const kept of ['# The guide', '# ours', '# the name', '# was black']) expect(text).toContain(kept);
    expect(parse(text)).toEqual({
      meta: { name: { full: 'Acme' } },
      names: [{ id: 'nb', canonical: 'Northbay' }],
      color: { primary: { $type: 'color', $value: '{sea}' }, sea: { $type: 'color', $value: '#336699' } },
    });
  });

  it('takes a Vale style by its folder', async () => {
    const folder = await files();
    await mkdir(join(folder, 'Acme'));
    await writeFile(
      join(folder, 'Acme', 'Hype.yml'),
      "extends: existence\nmessage: No '%s'\ntokens: [epic]\n",
    );
    await writeFile(join(folder, 'Acme', 'Odd.yml'), 'extends: script\nmessage: x\nscript: y\n');
    const { status, out, said } = await run(['guide', 'import', 'Acme'], { folder });
    expect([status, parse(out)]).toEqual([
      0,
      { rules: { 'Acme.Hype': { extends: 'existence', message: "No '%s'", tokens: ['epic'] } } },
    ]);
    expect(said).toEqual([expect.stringMatching(/^not carried over: Acme\/Odd\.yml:1:\d+: /u)]);
  });

  it('refuses a folder without rules', async () => {
    const folder = await files();
    await mkdir(join(folder, 'empty'));
    const { status, said } = await run(['guide', 'import', 'empty'], { folder });
    expect([status, said]).toEqual([2, [expect.stringContaining('empty: holds no rules')]]);
  });

  it.each([
    [['nothing.yml'], 'cantus: nothing.yml: no such file'],
    [['bad.json', '--from', 'dtcg'], /^cantus: bad\.json:1:\d+: /u],
    [['guide.yaml', '--from', 'dtcg', '--into', 'none.yaml'], 'cantus: none.yaml: no such file'],
    [['guide.yaml', '--from', 'figma'], /--from.*is invalid/u],
  ])('%j is bad input, told in one line', async (argv, line) => {
    const ran = await run(['guide', 'import', ...argv], { folder: await files() });
    expect([ran.status, ran.out]).toEqual([2, '']);
    expect(ran.said.at(-1)).toMatch(line);
  });
});
