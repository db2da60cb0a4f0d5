/** `cantus lint --vale`: a configuration as it stands, printed as Vale prints it. */
import { describe, expect, it } from 'vitest';
import { folderWith, run } from './support/run.ts';

const FILES = {
  '.vale.ini':
    'StylesPath = styles\nMinAlertLevel = suggestion\nVocab = House\n[*.md]\nBasedOnStyles = House, Vale\nVale.Spelling = NO\n',
  'styles/House/Very.yml': 'extends: existence\nmessage: "Avoid \'%s\'."\nlevel: error\ntokens: [very]\n',
  'styles/House/Use.yml':
    "extends: substitution\nmessage: \"Use '%s' instead of '%s'.\"\naction:\n  name: replace\nswap:\n  e-mail: email\n",
  'styles/config/vocabularies/House/accept.txt': 'Lumen\n',
  'styles/config/vocabularies/House/reject.txt': 'cheap\n',
  'a.md': '# Title\n\nA very 😀 good e-mail, cheap lumen\n',
  'b.md': 'Fine, as it is.\n',
  'c.txt': 'very\n',
};
const vale = ['lint', '--vale', '.vale.ini', '--format', 'line'];

describe('cantus lint --vale', () => {
  it('prints file:line:col:Check:message, columns in code points, and ends with 1 for an error', async () => {
    const folder = await folderWith(FILES);
    const { status, out, said } = await run([...vale, 'a.md', 'b.md', 'c.txt'], { folder });
    expect(out.trimEnd().split('\n')).toEqual([
      "a.md:3:3:House.Very:Avoid 'very'.",
      "a.md:3:15:House.Use:Use 'email' instead of 'e-mail'.",
      "a.md:3:23:Vale.Avoid:Avoid using 'cheap'.",
      "a.md:3:29:Vale.Terms:Use 'Lumen' instead of 'lumen'.",
    ]);
    expect({ status, said }).toEqual({ status: 1, said: [] });
  });

  it('ends with 0 where nothing is an error', async () => {
    const folder = await folderWith({ ...FILES, 'w.md': 'An e-mail.\n' });
    const { status, out } = await run([...vale, 'w.md'], { folder });
    expect({ status, out }).toEqual({
      status: 0,
      out: "w.md:1:4:House.Use:Use 'email' instead of 'e-mail'.\n",
    });
  });

  it('fixes what leaves no choice', async () => {
    const folder = await folderWith(FILES);
    const { out } = await run(['lint', '--vale', '.vale.ini', '--fix', '--dry-run', 'a.md'], { folder });
    expect(out).toContain('+A very 😀 good email, cheap');
  });

  it.each([
    [
      'a rule that cannot run',
      { 'styles/House/Bad.yml': 'extends: nothing\nmessage: m\n' },
      "House/Bad.yml:1:1: 'extends' knows no kind 'nothing'",
    ],
    [
      'a style without rules',
      { '.vale.ini': 'StylesPath = styles\n[*]\nBasedOnStyles = House, Gone\n' },
      ".vale.ini:1:1: the style 'Gone' has no rules on StylesPath",
    ],
    [
      'a vocabulary that is not there',
      { '.vale.ini': 'StylesPath = styles\nVocab = Gone\n[*]\nBasedOnStyles = House\n' },
      ".vale.ini:1:1: no vocabulary 'Gone' under StylesPath",
    ],
    [
      'a key that is out of place',
      { '.vale.ini': 'StylesPath = styles\n[*]\nBasedOnStyles = House\nMinAlertLevel = error\n' },
      ".vale.ini:4:1: 'MinAlertLevel' belongs above the first [section]",
    ],
  ])('%s is one line and status 2, the rest still linted', async (_what, files, line) => {
    const folder = await folderWith({ ...FILES, ...files });
    const { status, out, said } = await run([...vale, 'a.md'], { folder });
    expect(status).toBe(2);
    expect(said.filter((one) => one.includes(line))).toHaveLength(1);
    expect(out).toContain("a.md:3:3:House.Very:Avoid 'very'.");
  });

  it('reads a vocabulary where Vale 2 had it, and names packages that it does not download', async () => {
    const { 'styles/config/vocabularies/House/accept.txt': accept, ...rest } = FILES;
    const folder = await folderWith({
      ...rest,
      'styles/Vocab/House/accept.txt': accept,
      '.vale.ini': `Packages = Google\n${FILES['.vale.ini'].replace('= House\n', '= House\n')}`,
    });
    const { said } = await run([...vale, 'b.md'], { folder });
    expect(said.join('\n')).toContain('packages are not downloaded: Google');
  });

  it('says of markup that only Vale reads that it does not', async () => {
    const folder = await folderWith({ ...FILES, 'x.adoc': 'very\n' });
    const { status, said } = await run([...vale, 'x.adoc', 'b.md'], { folder });
    expect(status).toBe(2);
    expect(said.join('\n')).toContain('x.adoc: only Vale reads this format');
  });

  it('finds nothing to run without its styles folder', async () => {
    const folder = await folderWith({ '.vale.ini': 'StylesPath = gone\n', 'a.md': 'x' });
    const { status, said } = await run([...vale, 'a.md'], { folder });
    expect({ status, said }).toEqual({ status: 2, said: ["cantus: .vale.ini: no StylesPath 'gone'"] });
  });
});
