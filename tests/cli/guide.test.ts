import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { GUIDE } from './support/northbay.ts';
import { folderWith, run } from './support/run.ts';

const inFolder = (guide: string) => folderWith({ 'g.yaml': guide });

describe('cantus guide check', () => {
  it('says that a guide is fine', async () => {
    const folder = await inFolder(GUIDE);
    const ran = await run(['guide', 'check', 'g.yaml'], { folder });
    expect(ran).toEqual({ status: 0, out: 'g.yaml: Northbay Tea, no problems, 4 examples.\n', said: [] });
  });

  it('lists every problem with file, line, column and path', async () => {
    const folder = await inFolder(`${GUIDE}hashtag: {}\nemoji: { max: many }\n`);
    const { status, out } = await run(['guide', 'check', 'g.yaml'], { folder });
    expect(status).toBe(2);
    expect(out.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/^g\.yaml:17:1: hashtag: .*did you mean `hashtags`\?$/u),
      expect.stringMatching(/^g\.yaml:18:15: emoji\.max: /u),
    ]);
  });

  it('lists the forms of terms whose inflections are to be found, to confirm', async () => {
    const stdin = `meta: { name: { full: N }, language: en }
vocabulary: { terms: [{ id: cheap, term: cheap, status: banned, inflections: auto }, { id: el, term: φτηνός, status: banned, locales: [el], inflections: auto }] }\n`;
    const { status, out } = await run(['guide', 'check', '-', '--inflections'], { stdin });
    expect([status, out]).toEqual([
      0,
      expect.stringMatching(/^vocabulary\.terms\.cheap \(en\): .*cheaper.*\n.*\.el \(el\): no dictionary/u),
    ]);
  });

  it.each([
    [GUIDE, 0, 0],
    ['meta: [', 2, 1],
    ['just words', 2, 1],
  ])('prints the problems of %j as json', async (stdin, status, least) => {
    const ran = await run(['guide', 'check', '-', '--format', 'json'], { stdin });
    const { file, problems } = JSON.parse(ran.out);
    expect({ status: ran.status, file, said: ran.said }).toEqual({ status, file: '-', said: [] });
    expect(problems.length).toBeGreaterThanOrEqual(least);
    for (const problem of problems)
      expect(problem).toMatchObject({
        line: expect.any(Number),
        column: expect.any(Number),
        message: expect.any(String),
      });
  });
});

describe('cantus guide test', () => {
  it.each([
    [GUIDE, 0, '4 examples, 0 failed.'],
    [
      GUIDE.replace('reject: [cheap]', 'reject: [dear]'),
      1,
      'vocabulary.terms.cheap (en): "dear": rejected in the guide, yet nothing was found',
    ],
    [
      GUIDE.replace('accept: [Northbay]', 'accept: [northbay]'),
      1,
      'names.northbay (en): "northbay": accepted in the guide, yet found',
    ],
  ])('runs the examples', async (stdin, status, says) => {
    const ran = await run(['guide', 'test', '-'], { stdin });
    expect(ran.status).toBe(status);
    expect(ran.out).toContain(says);
  });

  it('prints the failures as json', async () => {
    const stdin = GUIDE.replace('reject: [cheap]', 'reject: [dear]');
    const { status, out } = await run(['guide', 'test', '-', '--format', 'json'], { stdin });
    expect({ status, document: JSON.parse(out) }).toEqual({
      status: 1,
      document: {
        file: '-',
        examples: 4,
        failures: [expect.objectContaining({ id: 'cheap', expected: 'reject', text: 'dear' })],
      },
    });
  });
});

describe('cantus guide show', () => {
  it.each([
    [['--channel', 'sms'], 0],
    [['--channel', 'instagram'], undefined],
    [[], undefined],
  ])('%j lays the overrides over the guide', async (options, max) => {
    const [yaml, json] = await Promise.all(
      ['text', 'json'].map((format) =>
        run(['guide', 'show', '-', ...options, '--format', format], { stdin: GUIDE }),
      ),
    );
    expect(parse(yaml?.out ?? '')).toEqual(JSON.parse(json?.out ?? ''));
    expect(JSON.parse(json?.out ?? '').hashtags?.max).toBe(max);
  });
});
