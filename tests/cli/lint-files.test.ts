import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { beforeAll, afterAll, describe, expect, it } from 'vitest';
import { bundleCommand, runProcess } from './support/bundled.ts';
import type { Bundled } from './support/bundled.ts';
import { GUIDE } from './support/northbay.ts';
import { folderWith, run } from './support/run.ts';

const lint = ['lint', '--guide', 'guide.yaml'];

const treeWith = async (files: Readonly<Record<string, string>>): Promise<string> => {
  const folder = await folderWith({ 'guide.yaml': GUIDE });
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  return folder;
};

const TREE = {
  'docs/b.md': 'Cheap',
  'docs/a.txt': 'Fine',
  'docs/sub/c.HTML': '<p>Fine',
  'docs/sub/picture.png': 'cheap',
  'docs/node_modules/x/d.md': 'cheap',
  'docs/.hidden/e.md': 'cheap',
  'docs/.gitignore': '# what is made\nout/\n/only-here.md\n*.tmp.md\n',
  'docs/out/f.md': 'cheap',
  'docs/only-here.md': 'cheap',
  'docs/sub/only-here.md': 'Fine',
  'docs/sub/g.tmp.md': 'cheap',
  'top.md': 'Fine',
  'a[1].txt': 'Fine',
};

describe('what cantus lint reads', () => {
  it.each([
    [['docs'], ['docs/a.txt', 'docs/b.md', 'docs/sub/c.HTML', 'docs/sub/only-here.md']],
    [
      ['docs/sub', 'top.md'],
      ['docs/sub/c.HTML', 'docs/sub/g.tmp.md', 'docs/sub/only-here.md', 'top.md'],
    ],
    [['*.md'], ['top.md']],
    [['**/[bc].*'], ['docs/b.md', 'docs/sub/c.HTML']],
    [['docs/sub/*'], ['docs/sub/c.HTML', 'docs/sub/g.tmp.md', 'docs/sub/only-here.md']],
    [
      ['docs/**', '!**/sub/**', '!**/only*'],
      ['docs/a.txt', 'docs/b.md', 'docs/out/f.md'],
    ],
    [
      ['docs', '!docs/b.md'],
      ['docs/a.txt', 'docs/sub/c.HTML', 'docs/sub/only-here.md'],
    ],
    [['top.md', './top.md', '*.md'], ['top.md']],
    [['a[1].txt'], ['a[1].txt']],
    [['docs/sub/picture.png'], ['docs/sub/picture.png']],
  ])('for %j', async (named, files) => {
    const folder = await treeWith(TREE);
    const { out } = await run([...lint, ...named, '--format', 'json'], { folder });
    expect(JSON.parse(out).map(({ file }: { file: string }) => file)).toEqual(files);
  });

  it.each([
    ['none', 'none: no such file'],
    ['*.zzz', '*.zzz: matches no file'],
    ['empty', 'empty: no .md, .markdown, .html, .htm or .txt file in this folder'],
  ])('says that there is no %s, and lints the others', async (named, says) => {
    const folder = await treeWith({ 'top.md': 'Cheap' });
    await mkdir(join(folder, 'empty'));
    const { status, out, said } = await run([...lint, named, 'top.md', '--format', 'json'], { folder });
    expect({ status, said }).toEqual({ status: 2, said: [`cantus: ${says}`] });
    expect(JSON.parse(out)).toHaveLength(1);
  });

  it('refuses only what to leave out', async () => {
    expect(await run([...lint, '!a.md'], { folder: await treeWith({}) })).toMatchObject({
      status: 2,
      out: '',
    });
  });

  it('does not go round a circle of links', async () => {
    const folder = await treeWith({ 'docs/a.md': 'Fine' });
    await symlink('../docs', join(folder, 'docs', 'again'));
    const { out } = await run([...lint, 'docs', '--format', 'json'], { folder });
    expect(JSON.parse(out)).toEqual([{ file: 'docs/a.md', findings: [] }]);
  });
});

describe('documents', () => {
  const findings = async (name: string, text: string) => {
    const { out } = await run([...lint, name, '--format', 'json'], {
      folder: await treeWith({ [name]: text }),
    });
    return JSON.parse(out)[0].findings.map((one: { line: number; column: number; evidence: string }) => [
      one.line,
      one.column,
      one.evidence,
    ]);
  };

  it.each([
    [
      'a.md',
      '---\ntitle: cheap\n---\n# A *cheap* one\n\n`cheap` [x](cheap) <!-- cheap -->\n',
      [[4, 6, 'cheap']],
    ],
    ['a.md', '> some ch**ea**p\n', [[1, 8, 'ch**ea**p']]],
    ['a.md', '```\ncheap\n```\n', []],
    ['a.md', '![A cheap cup](c.png)', [[1, 5, 'cheap']]],
    ['a.html', '<p title="cheap">A &amp; <b>cheap</b><script>cheap</script>', [[1, 29, 'cheap']]],
    ['a.txt', '`x` <b>cheap</b>', [[1, 8, 'cheap']]],
  ])('%s %j', async (name, text, expected) => {
    expect(await findings(name, text)).toEqual(expected);
  });

  it.each([
    [
      'a.md',
      '# *Cheap* tea\r\n\r\n- cheap `cheap`\r\n',
      '# *Good value* tea\r\n\r\n- good value `cheap`\r\n',
    ],
    ['a.md', 'A ch**ea**p one', 'A ch**ea**p one'],
    ['a.html', '\uFEFF<p class="cheap">cheap &amp; x</p>', '\uFEFF<p class="cheap">good value &amp; x</p>'],
    ['a.md', '---\ntitle: cheap\n---\ncheap\n', '---\ntitle: cheap\n---\ngood value\n'],
  ])('fixes %s %j', async (name, before, after) => {
    const folder = await treeWith({ [name]: before });
    await run([...lint, name, '--fix'], { folder });
    expect(await readFile(join(folder, name), 'utf8')).toBe(after);
  });

  it('offers what markup keeps from being written', async () => {
    const folder = await treeWith({ 'a.md': 'A ch**ea**p one' });
    const { out } = await run([...lint, 'a.md', '--format', 'json'], { folder });
    const [found] = JSON.parse(out)[0].findings;
    expect(found).toMatchObject({ evidence: 'ch**ea**p', suggestions: ['good value'] });
    expect(found).not.toHaveProperty('fix');
  });

  it('reads standard input as the kind that its name tells', async () => {
    const folder = await treeWith({});
    const argv = [...lint, '-', '--stdin-name', 'x.md', '--format', 'json'];
    const { out } = await run(argv, { folder, stdin: '`cheap` *cheap*' });
    expect(JSON.parse(out)).toEqual([{ file: 'x.md', findings: [expect.objectContaining({ start: 9 })] }]);
  });
});

describe('what cantus lint prints', () => {
  it.each([
    ['line', /^a\.md:1:4:banned-term:/u],
    ['github', /^::error file=a\.md,line=1/u],
    ['sarif', /"version": ?"2\.1\.0"/u],
    ['rdjson', /"diagnostics"/u],
    ['stylish', /^a\.md\n +1:4 +error/u],
  ])('as %s', async (format, expected) => {
    const folder = await treeWith({ 'a.md': 'A *cheap* one' });
    const { status, out } = await run([...lint, 'a.md', '--format', format], { folder });
    expect(out).toMatch(/cheap/u);
    expect({ status, matches: expected.test(out) }).toEqual({
      status: 1,
      matches: true,
    });
  });

  it('says once what no rule checks in this language', async () => {
    const guide = `${GUIDE}voice: { address: { de: polite } }\n`;
    const folder = await treeWith({ 'guide.yaml': guide, 'a.md': 'Fine', 'b.md': 'Fine' });
    const { said } = await run([...lint, 'a.md', 'b.md', '--locale', 'de'], { folder });
    expect(said.filter((line) => line.includes('address-form'))).toHaveLength(1);
  });
});

describe('cantus lint --vale', () => {
  const vale = {
    '.vale.ini': 'StylesPath = styles\nMinAlertLevel = suggestion\n[*.md]\nBasedOnStyles = House\n',
    'styles/House/Tea.yml': 'extends: existence\nmessage: "no \'%s\'"\nlevel: error\ntokens: [brew]\n',
    'a.md': 'A *brew* and cheap `brew`.\n',
  };

  it.each([
    [['--vale', '.vale.ini'], "a.md:1:4:House.Tea:no 'brew'\n"],
    [
      ['--vale', '.vale.ini', '--guide', 'guide.yaml'],
      /^a\.md:1:4:House\.Tea:no 'brew'\na\.md:1:14:banned-term:.*\n$/u,
    ],
  ])('with %j', async (options, expected) => {
    const folder = await treeWith(vale);
    const { status, out } = await run(['lint', 'a.md', ...options, '--format', 'line'], { folder });
    expect(status).toBe(1);
    expect(out).toEqual(typeof expected === 'string' ? expected : expect.stringMatching(expected));
  });
});

describe('many files', () => {
  let command: Bundled;
  beforeAll(async () => {
    command = await bundleCommand();
  }, 60_000);
  afterAll(() => command.remove());

  it('are linted on threads as they are on one', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 120 }, (_, at) => [
        `docs/${at}.md`,
        at % 3 === 0 ? `Tea\n\nA *cheap* one ${at}` : 'Fine',
      ]),
    );
    const folder = await treeWith({ ...files, 'docs/7.md': 'cheap\0' });
    const argv = [...lint, 'docs', '--format', 'json'];
    const here = await run(argv, { folder });
    const { code, out, err } = await runProcess(command.file, argv, { cwd: folder });
    expect(code).toBe(here.status);
    expect(out).toBe(here.out);
    expect(err).toBe(`${here.said.join('\n')}\n`);
    expect(JSON.parse(out)).toHaveLength(119);
  }, 60_000);
});
