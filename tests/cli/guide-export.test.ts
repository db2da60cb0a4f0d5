import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { folderWith, run } from './support/run.ts';

const GUIDE = `meta: { name: { full: Northbay Tea, short: Northbay }, language: en }
names: [{ id: nb, canonical: Northbay, never: [North Bay] }]
vocabulary:
  terms:
    - { id: cheap, term: cheap, status: banned, use: [good value], note: Nothing is 100% cheap. }
    - { id: hype, term: epic, status: banned }
  accept: [oolong]
disclosures: [{ id: d, text: { en: [Terms apply] } }]
rules: { Acme.Very: { extends: existence, message: "No '%s'", tokens: [very], examples: { reject: [very] } } }
`;

const read = (folder: string, name: string) => readFile(join(folder, 'out', name), 'utf8');
const exported = async () => {
  const folder = await folderWith({ 'guide.yaml': GUIDE });
  const ran = await run(['guide', 'export', 'guide.yaml', '--to', 'vale', '--out', 'out'], { folder });
  return { folder, ...ran };
};

describe('cantus guide export --to vale', () => {
  it.each([
    ['.vale.ini', /StylesPath = styles\n[^]*Vocab = Northbay\n[^]*BasedOnStyles = Northbay, Acme\n/u],
    ['styles/config/vocabularies/Northbay/accept.txt', /^oolong\nNorthbay\n$/u],
    [
      'styles/Northbay/Banned.yml',
      /extends: substitution\n[^]*Nothing is 100%% cheap\.[^]*cheap.*: good value\n/u,
    ],
    ['styles/Northbay/BannedAvoid.yml', /extends: existence\n[^]*tokens:\n.*epic/u],
    ['styles/Northbay/Names.yml', /North\\s\+Bay.*: Northbay\n/u],
  ])('writes %s', async (name, text) => {
    const { folder, status } = await exported();
    expect([status, await read(folder, name)]).toEqual([0, expect.stringMatching(text)]);
  });

  it("hands on the guide's own rules without their examples, and says what Vale cannot say", async () => {
    const { folder, said } = await exported();
    expect(parse(await read(folder, 'styles/Acme/Very.yml'))).toEqual({
      extends: 'existence',
      message: "No '%s'",
      tokens: ['very'],
    });
    expect(said).toContain('not in Vale: disclosures: Vale cannot ask for a line that is missing');
  });

  it('prints one document as json', async () => {
    const ran = await run(['guide', 'export', '-', '--to', 'vale', '--format', 'json'], { stdin: GUIDE });
    expect(JSON.parse(ran.out)).toMatchObject({
      file: '-',
      style: 'Northbay',
      files: { '.vale.ini': expect.any(String) },
      unsaid: expect.arrayContaining([expect.objectContaining({ path: 'disclosures' })]),
    });
  });

  it('goes over its own files and over nobody else’s', async () => {
    const { folder } = await exported();
    const again = () => run(['guide', 'export', 'guide.yaml', '--to', 'vale', '--out', 'out'], { folder });
    await writeFile(
      join(folder, 'guide.yaml'),
      GUIDE.replace('epic', 'superb').replace('North Bay', 'Nordbay'),
    );
    expect(await again()).toMatchObject({ status: 0 });
    expect(await read(folder, 'styles/Northbay/BannedAvoid.yml')).toContain('superb');
    await writeFile(join(folder, 'out', '.vale.ini'), 'StylesPath = mine\n');
    const { status, said } = await again();
    expect([status, said.at(-1)]).toEqual([2, expect.stringContaining('.vale.ini: is there already')]);
  });

  it.each([
    [['guide.yaml'], /required option '--to <tool>'/u],
    [['guide.yaml', '--to', 'word'], /Allowed choices are vale/u],
    [['none.yaml', '--to', 'vale'], 'cantus: none.yaml: no such file'],
  ])('%j is bad input, told in one line', async (argv, line) => {
    const ran = await run(['guide', 'export', ...argv], {
      folder: await folderWith({ 'guide.yaml': GUIDE }),
    });
    expect([ran.status, ran.out]).toEqual([2, '']);
    expect(ran.said.at(-1)).toMatch(line);
  });
});
