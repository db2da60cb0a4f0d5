import { chmod, readFile, readdir, stat, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { GUIDE } from './support/northbay.ts';
import { folderWith, run } from './support/run.ts';

const FAULTY = 'Our cheap tea,\nno hassle.\n';
const FIXED = 'Our good value tea,\nno hassle.\n';
const lint = ['lint', '--guide', 'guide.yaml'];
const inFolder = (files: Readonly<Record<string, string | Uint8Array>>) =>
  folderWith({ 'guide.yaml': GUIDE, ...files });

describe('cantus lint', () => {
  it('prints one document of files and their findings', async () => {
    const folder = await inFolder({ 'a.txt': FAULTY, 'b.txt': 'Fine tea.' });
    const { status, out, said } = await run([...lint, 'a.txt', 'b.txt', '--format', 'json'], { folder });
    const [a, b] = JSON.parse(out);
    expect({ status, said }).toEqual({ status: 1, said: [] });
    expect(b).toEqual({ file: 'b.txt', findings: [] });
    expect(a.findings).toEqual([
      {
        rule: 'banned-term',
        severity: 'error',
        message: expect.stringContaining('good value'),
        start: 4,
        end: 9,
        line: 1,
        column: 5,
        fix: { start: 4, end: 9, text: 'good value' },
        evidence: 'cheap',
      },
      expect.objectContaining({ rule: 'banned-term', line: 2, column: 4, evidence: 'hassle' }),
    ]);
  });

  it('reads standard input, without its byte order mark', async () => {
    const folder = await inFolder({});
    const { status, out } = await run([...lint, '-', '--format', 'json'], { folder, stdin: '\uFEFFcheap' });
    expect({ status, report: JSON.parse(out) }).toEqual({
      status: 1,
      report: [{ file: '-', findings: [expect.objectContaining({ start: 0, end: 5, column: 1 })] }],
    });
  });

  it('tells people by file, line and column', async () => {
    const folder = await inFolder({ 'a.txt': FAULTY });
    const { out } = await run([...lint, 'a.txt'], { folder });
    expect(out).toMatch(/^a\.txt\n +1:5 +error +.*cheap.*banned-term\n +2:4 +error/u);
    expect(out).toMatch(/2 errors; 1 can be fixed with --fix\.\n$/u);
  });

  it('still lints the others beside a file that cannot be read, and exits 2', async () => {
    const folder = await inFolder({ 'a.txt': FAULTY, 'zip.txt': Uint8Array.of(80, 75, 0, 3) });
    const { status, out, said } = await run([...lint, 'zip.txt', 'a.txt', 'none.txt', '--format', 'json'], {
      folder,
    });
    expect(status).toBe(2);
    expect(JSON.parse(out)).toEqual([expect.objectContaining({ file: 'a.txt' })]);
    expect(said).toEqual([
      'cantus: zip.txt: is a binary file, expected text',
      'cantus: none.txt: no such file',
    ]);
  });

  it.each([
    ['x', '鏡'.repeat(141), 1],
    ['x', '鏡'.repeat(140), 0],
    ['sms', 'tea '.repeat(60), 0],
  ])('counts as %s does', async (channel, stdin, status) => {
    const folder = await inFolder({});
    const ran = await run([...lint, '-', '--channel', channel, '--format', 'json'], { folder, stdin });
    expect(ran.status).toBe(status);
  });

  it.each([
    ['meta: {}\n', 'guide.yaml:1:7: meta: the field `name` is missing'],
    [
      'meta: { name: { full: A } }\nhashtag: {}\n',
      'guide.yaml:2:1: hashtag: found the unknown field `hashtag`; did you mean `hashtags`?',
    ],
    ['meta: [\n', 'guide.yaml:'],
  ])('refuses the guide %j with its place', async (guide, says) => {
    const folder = await folderWith({ 'guide.yaml': guide, 'a.txt': FAULTY });
    const { status, out, said } = await run([...lint, 'a.txt'], { folder });
    expect({ status, out, said }).toEqual({ status: 2, out: '', said: [expect.stringContaining(says)] });
  });

  it('takes the guide of the folder where none is named, and says so', async () => {
    const folder = await inFolder({ 'a.txt': 'cheap' });
    expect(await run(['lint', 'a.txt'], { folder })).toMatchObject({
      status: 1,
      said: ['Guide: guide.yaml'],
    });
  });

  it('has no brand rules without a guide, and says so', async () => {
    const folder = await folderWith({ 'a.txt': 'cheap' });
    const ran = await run(['lint', 'a.txt'], { folder });
    expect(ran).toEqual({
      status: 0,
      out: 'No findings.\n',
      said: [expect.stringContaining('no brand rules')],
    });
  });
});

describe('cantus lint --fix', () => {
  it('writes the file, keeps its mode and leaves nothing beside it', async () => {
    const folder = await inFolder({ 'a.txt': FAULTY });
    await chmod(join(folder, 'a.txt'), 0o640);
    const { status, said } = await run([...lint, 'a.txt', '--fix'], { folder });
    expect({ status, said }).toEqual({ status: 1, said: ['a.txt: 1 fixed'] });
    expect(await readFile(join(folder, 'a.txt'), 'utf8')).toBe(FIXED);
    expect((await stat(join(folder, 'a.txt'))).mode & 0o777).toBe(0o640);
    expect((await readdir(folder)).toSorted()).toEqual(['a.txt', 'guide.yaml']);
  });

  it.each([
    ['a byte order mark', '\uFEFFcheap', '\uFEFFgood value'],
    ['its line ends', 'cheap\r\ncheap\r\n', 'good value\r\ngood value\r\n'],
    ['what is no fault', 'Fine tea.', 'Fine tea.'],
  ])('keeps %s', async (_what, before, after) => {
    const folder = await inFolder({ 'a.txt': before });
    expect(await run([...lint, 'a.txt', '--fix'], { folder })).toMatchObject({
      status: 0,
      out: 'No findings.\n',
    });
    expect(await readFile(join(folder, 'a.txt'), 'utf8')).toBe(after);
  });

  it('ends the lines that it adds as the file ends its own', async () => {
    const guide = 'meta: { name: { full: Northbay } }\nhashtags: { required: [Northbay], position: end }\n';
    const folder = await folderWith({ 'guide.yaml': guide, 'a.txt': 'Fine tea.\r\nFine cups.\r\n' });
    await run([...lint, 'a.txt', '--channel', 'instagram', '--fix'], { folder });
    const fixed = await readFile(join(folder, 'a.txt'), 'utf8');
    expect(fixed).toContain('#Northbay');
    expect(fixed.replaceAll('\r\n', '')).not.toContain('\n');
  });

  it('writes what a link points at', async () => {
    const folder = await inFolder({ 'a.txt': FAULTY });
    await symlink('a.txt', join(folder, 'link.txt'));
    await run([...lint, 'link.txt', '--fix'], { folder });
    expect(await readFile(join(folder, 'a.txt'), 'utf8')).toBe(FIXED);
    expect(await readdir(folder)).toContain('link.txt');
  });

  it('prints the fixed text of standard input, the findings beside it', async () => {
    const folder = await inFolder({});
    const { status, out, said } = await run([...lint, '-', '--fix'], { folder, stdin: FAULTY });
    expect({ status, out }).toEqual({ status: 1, out: FIXED });
    expect(said.join('\n')).toContain('hassle');
  });

  it('shows what it would do, and writes nothing', async () => {
    const folder = await inFolder({ 'a.txt': FAULTY });
    const { out } = await run([...lint, 'a.txt', '--fix', '--dry-run'], { folder });
    expect(out).toBe(
      '--- a.txt\n+++ a.txt\n@@ -1,2 +1,2 @@\n-Our cheap tea,\n+Our good value tea,\n no hassle.\n',
    );
    expect(await readFile(join(folder, 'a.txt'), 'utf8')).toBe(FAULTY);
  });

  it('cannot print both a fixed text and json', async () => {
    const folder = await inFolder({});
    const { status, out } = await run([...lint, '-', '--fix', '--format', 'json'], { folder, stdin: FAULTY });
    expect({ status, out }).toEqual({ status: 2, out: '' });
  });

  it('says what cannot be written', async () => {
    const folder = await inFolder({ 'a.txt': FAULTY });
    const name = 'x'.repeat(250);
    const long = await folderWith({ [name]: FAULTY });
    const { status, said } = await run([...lint, join(long, name), '--fix'], { folder });
    expect(status).toBe(2);
    expect(said).toEqual([expect.stringMatching(/cannot be written/u)]);
    expect(await readFile(join(long, name), 'utf8')).toBe(FAULTY);
  });
});
