import { describe, expect, it } from 'vitest';
import { verbs } from '../../cli/registry.ts';
import manifest from '../../package.json' with { type: 'json' };
import { folderWith, run } from './support/run.ts';

const names = Object.keys(verbs);

describe('help', () => {
  it('lists every verb', async () => {
    const { status, out, said } = await run(['--help']);
    expect({ status, said }).toEqual({ status: 0, said: [] });
    for (const name of names)
      expect(out).toMatch(new RegExp(`^  ${name} .*${verbs[name]?.says.slice(0, 20)}`, 'mu'));
  });

  it.each(names.filter((name) => name !== 'guide'))('%s shows how it is used', async (name) => {
    const { status, out } = await run([name, '--help']);
    expect(status).toBe(0);
    expect(out).toContain(`Usage: cantus ${name}`);
    expect(out).toMatch(new RegExp(`Examples:\n.*cantus ${name}`, 'u'));
  });

  it.each(['check', 'test', 'show'])('guide %s shows how it is used', async (name) => {
    const { status, out } = await run(['guide', name, '--help']);
    expect(status).toBe(0);
    expect(out).toMatch(new RegExp(`Examples:\n  cantus guide ${name}`, 'u'));
  });

  it('says its version', async () => {
    expect(await run(['--version'])).toEqual({ status: 0, out: `${manifest.version}\n`, said: [] });
  });
});

describe('bad usage is one line on standard error, and exit status 2', () => {
  it.each([
    [['lnt', 'a.txt'], "cantus: unknown command 'lnt' (Did you mean lint?)"],
    [['lint'], "cantus: missing required argument 'files'"],
    [['lint', 'a.txt', '--fx'], "cantus: unknown option '--fx' (Did you mean --fix?)"],
    [['lint', 'a.txt', '--dry-run'], 'cantus: --dry-run says what --fix would do: give both'],
    [['time', '2026-12-15T09:00'], "cantus: missing required argument 'zone'"],
    [['facts', '-', '--locale', 'el_GR'], 'cantus: "el_GR" is not a locale: did you mean el-GR?'],
    [['facts', '-', '--format', 'xml'], 'Allowed choices are text, json.'],
    [['serve', '--port', 'http'], 'cantus: --port: "http" is not a port'],
    [['guide', 'chek'], "cantus: unknown command 'chek' (Did you mean check?)"],
  ])('%j', async (argv, says) => {
    const { status, out, said } = await run(argv);
    expect({ status, out, said }).toEqual({ status: 2, out: '', said: [expect.stringContaining(says)] });
  });

  it('names the variable that a bad port came from', async () => {
    const { status, said } = await run(['serve'], { env: { CANTUS_PORT: '99999' } });
    expect({ status, said }).toEqual({ status: 2, said: [expect.stringContaining('CANTUS_PORT: "99999"')] });
  });
});

describe('a file that cannot be read is one line', () => {
  const readers = [
    ['count', '--channel', 'x'],
    ['facts'],
    ['lint'],
    ['guide', 'check'],
    ['guide', 'test'],
    ['guide', 'show'],
    ['adapt'],
    ['consistency'],
  ];
  const files = [
    ['missing.txt', 'missing.txt: no such file'],
    ['.', '.: is a folder, expected a file'],
    ['zip.txt', 'zip.txt: is a binary file, expected text'],
    ['latin.txt', 'latin.txt: is not UTF-8 text'],
  ];
  it.each(
    readers
      .flatMap((argv) => files.map(([file = '', says]) => [argv.join(' '), file, says, argv] as const))
      // A folder is what lint reads file by file.
      .filter(([verb, file]) => verb !== 'lint' || file !== '.'),
  )('%s %s', async (_verb, file, says, argv) => {
    const folder = await folderWith({
      'zip.txt': Uint8Array.of(80, 75, 0, 3),
      'latin.txt': Uint8Array.of(99, 97, 102, 233),
    });
    const { status, out, said } = await run([...argv, file], { folder });
    expect({ status, out, said }).toEqual({ status: 2, out: '', said: [`cantus: ${says}`] });
  });
});
