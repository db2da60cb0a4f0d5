import { describe, expect, it } from 'vitest';
import { folderWith, run } from './support/run.ts';

const files = (guide: string) =>
  folderWith({
    'guide.yaml': guide,
    'base.yaml': 'meta: { name: { full: Base } }\nhashtags: { max: 5, case: pascal }\n',
    'round.yaml': 'meta: { name: { full: Round }, extends: [guide.yaml] }\n',
    'broken.yaml': '\nhashtags: {}\n',
  });
const guide = (bases: string, rest = '') =>
  `meta: { name: { full: G }, language: el, extends: [${bases}] }\n${rest}`;

describe('a guide that extends others', () => {
  it('is shown with its layers', async () => {
    const rest = `hashtags: { max: 4 }\nlocales: { el: { hashtags: { max: 3 } } }
channels: { x: { hashtags: { max: 2 } } }\naccounts: { nb: { hashtags: { max: 1 } } }\n`;
    const folder = await files(guide('base.yaml', rest));
    const show = (...options: string[]) => run(['guide', 'show', ...options, '--format', 'json'], { folder });
    const ran = await show('guide.yaml', '--channel', 'x', '--locale', 'el-GR', '--account', 'nb');
    expect(JSON.parse(ran.out).hashtags).toEqual({ max: 1, case: 'pascal' });
    expect(ran.said).toEqual(['Layers: base.yaml < guide.yaml < locales.el < channels.x < accounts.nb']);
    expect(JSON.parse((await show('guide.yaml', '--channel', 'x')).out).hashtags.max).toBe(2);
    expect((await show('guide.yaml', '--account', 'nd')).said.at(-1)).toContain('did you mean nb?');
  });

  it.each([
    ['lost.yaml', /^cantus: guide\.yaml:1:\d+: meta\.extends\[0\]: `lost\.yaml`: no such file$/u],
    [
      'round.yaml',
      /^cantus: round\.yaml:1:\d+: meta\.extends\[0\]: .*guide\.yaml → round\.yaml → guide\.yaml$/u,
    ],
    ['broken.yaml', /^cantus: broken\.yaml:2:1: the field `meta` is missing/u],
  ])('%s is bad input, told with the file and the place', async (base, line) => {
    const ran = await run(['guide', 'show', 'guide.yaml'], { folder: await files(guide(base)) });
    expect([ran.status, ran.out, ran.said]).toEqual([2, '', [expect.stringMatching(line)]]);
  });

  it.each([
    [
      'gates: { rules: { baned-term: { off: true } } }\n',
      /gates\.rules\.baned-term: .*did you mean `banned-term`\?/u,
    ],
    ['locales: { gr: {} }\n', /locales\.gr: found the unknown locale `gr`; did you mean `el`\?/u],
    ['rules: { A.B: { extends: existense, message: x } }\n', /guide\.yaml:2:10: rules\."A\.B": /u],
    [
      'rules: { A.B: { extends: existence, message: x, tokens: ["(a"] } }\n',
      /guide\.yaml:2:10: rules\."A\.B": /u,
    ],
    ['locales: { zh-tw: {} }\n', /expected it as `zh-TW`/u],
  ])('%j is told by check', async (rest, line) => {
    const ran = await run(['guide', 'check', 'guide.yaml'], { folder: await files(guide('', rest)) });
    expect([ran.status, ran.out]).toEqual([2, expect.stringMatching(line)]);
  });
});
