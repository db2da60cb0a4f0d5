/** What is proven when a guide is saved: only what no engine takes as it stands. */
import { expect, it } from 'vitest';
import { compilePattern, patternHash } from '../../../brand-guide/pattern/compile.ts';
import { provePatterns } from '../../../brand-guide/pattern/prove.ts';

it('has no verdict for what runs anyway, or is badly written', async () => {
  expect(await provePatterns([{ source: 'free' }, { source: '(a+)+$' }, { source: '(' }])).toEqual({});
});

it('refuses what it finds an attack on', async () => {
  const verdicts = await provePatterns([{ source: '(?>(?:a|a)+|c)+b' }]);
  expect(verdicts).toEqual({
    [patternHash('(?>(?:a|a)+|c)+b')]: expect.stringMatching(/^refused: .*too long/u),
  });
});

it.each([
  ['linear', true],
  ['refused: because', false],
] as const)('a verdict of %s decides', (verdict, ok) => {
  const verdicts = { [patternHash('(\\w+) \\1')]: verdict };
  expect(compilePattern('(\\w+) \\1', { verdicts }).ok).toBe(ok);
});

it('keeps verdicts apart by options', () => {
  const hashes = [
    {},
    { ignoreCase: true },
    { multiline: true },
    { dotAll: true },
    { dialect: 'vale' },
  ] as const;
  expect(new Set(hashes.map((options) => patternHash('a', options))).size).toBe(hashes.length);
});

it.each([
  ['(?>(?:a|a)+|c)+b', 'references and atomic groups keep'],
  ['(?:[a-z]{1,40} ?){1,40}x', 'it is too large for the linear engine'],
])('%s is refused unproven, with what to write instead', (source, why) => {
  expect(compilePattern(source)).toMatchObject({ ok: false, message: expect.stringContaining(why) });
});
