/** A guide laid over those that it extends. */
import { describe, expect, test } from 'vitest';
import { loadGuide } from '../../../brand-guide/schema/load.ts';
import type { FindBase, LoadedGuide } from '../../../brand-guide/schema/load.ts';

type Files = Readonly<Record<string, string>>;

const named = (name: string, bases: readonly string[] = []): string =>
  `meta: { name: { full: ${name} }${bases.length > 0 ? `, extends: [${bases.join(', ')}]` : ''} }\n`;

const findIn =
  (files: Files): FindBase =>
  (entry) => {
    const source = files[entry];
    return source === undefined ? 'no such file' : { name: entry, source };
  };

const load = (files: Files, name = 'guide'): LoadedGuide =>
  loadGuide(files[name] ?? '', { name, bases: findIn(files) });

const guideOf = (files: Files) => {
  const loaded = load(files);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return loaded;
};

describe('what a guide extends', () => {
  test.each<[string, Files, readonly string[], object]>([
    [
      'the guide has the last word, and keeps what it does not touch',
      {
        guide: `${named('G', ['a'])}hashtags: { max: 2 }\n`,
        a: `${named('A')}hashtags: { max: 5, case: pascal }\n`,
      },
      ['a', 'guide'],
      { meta: { name: { full: 'G' } }, hashtags: { max: 2, case: 'pascal' } },
    ],
    [
      'later ones go over earlier ones',
      {
        guide: named('G', ['a', 'b']),
        a: `${named('A')}emoji: { max: 1, policy: free }\n`,
        b: `${named('B')}emoji: { max: 2 }\n`,
      },
      ['a', 'b', 'guide'],
      { emoji: { max: 2, policy: 'free' } },
    ],
    [
      'items merge by id, and may be given in part',
      {
        guide: `${named('G', ['a'])}names: [{ id: n, never: [M] }, { id: o, canonical: O }]\n`,
        a: `${named('A')}names: [{ id: n, canonical: N }]\n`,
      },
      ['a', 'guide'],
      {
        names: [
          { id: 'n', canonical: 'N', never: ['M'] },
          { id: 'o', canonical: 'O' },
        ],
      },
    ],
    [
      'null removes',
      {
        guide: `${named('G', ['a'])}emoji: null\nhashtags: { max: null }\n`,
        a: `${named('A')}emoji: { max: 1 }\nhashtags: { max: 1, case: lower }\n`,
      },
      ['a', 'guide'],
      { meta: { name: { full: 'G' } }, hashtags: { case: 'lower' } },
    ],
    [
      'a guide that two of them share stands under both, so that what one of them changes lasts',
      {
        guide: named('G', ['a', 'b']),
        a: `${named('A', ['root'])}emoji: { max: 9 }\n`,
        b: named('B', ['root']),
        root: `${named('R')}emoji: { max: 1 }\n`,
      },
      ['root', 'a', 'b', 'guide'],
      { emoji: { max: 9 } },
    ],
    [
      "a null of an overlay waits for the overlay's place",
      {
        guide: `${named('G', ['a'])}channels: { sms: { emoji: null } }\n`,
        a: `${named('A')}emoji: { max: 1 }\nchannels: { sms: { emoji: { max: 0 } }, x: { emoji: { max: 2 } } }\n`,
      },
      ['a', 'guide'],
      { emoji: { max: 1 }, channels: { sms: { emoji: null }, x: { emoji: { max: 2 } } } },
    ],
    [
      'two colours do not mix',
      {
        guide: `${named('G', ['a'])}color: { primary: { $value: { colorSpace: oklch, components: [0.5, 0.1, 200] } } }\n`,
        a: `${named('A')}color: { primary: { $type: color, $value: { colorSpace: srgb, components: [1, 0, 0], hex: '#ff0000' } } }\n`,
      },
      ['a', 'guide'],
      {
        color: {
          primary: { $type: 'color', $value: { colorSpace: 'oklch', components: [0.5, 0.1, 200] } },
        },
      },
    ],
    [
      'a rule of a base may be changed by the gates',
      {
        guide: `${named('G', ['a'])}gates: { rules: { Acme.Hype: { severity: error } } }\n`,
        a: `${named('A')}rules: { Acme.Hype: { extends: existence, message: No, tokens: [epic] } }\n`,
      },
      ['a', 'guide'],
      { gates: { rules: { 'Acme.Hype': { severity: 'error' } } } },
    ],
  ])('%s', (_, files, from, expected) => {
    const { guide, from: laid } = guideOf(files);
    expect(laid).toEqual(from);
    expect(guide).toEqual({ ...guide, ...expected });
    expect(guide.meta.extends).toBeUndefined();
  });

  test('what is built in is there by its name', () => {
    const loaded = loadGuide(named('G', ['cantus:neutral']));
    expect(loaded).toMatchObject({ ok: true, from: ['cantus:neutral', 'guide'] });
    expect(loaded.ok && loaded.guide.phrases?.['el']?.optOut).toEqual(expect.any(String));
  });
});

describe('what cannot be extended is told with its place', () => {
  test.each<[string, Files, object]>([
    [
      'a file that is not there',
      { guide: named('G', ['a', 'lost']), a: named('A') },
      { path: 'meta.extends[1]', line: 1, column: 41, message: '`lost`: no such file' },
    ],
    [
      'itself',
      { guide: named('G', ['guide']) },
      { path: 'meta.extends[0]', message: '`guide`: a circle: guide → guide' },
    ],
    [
      'a circle of two',
      { guide: named('G', ['a']), a: `# A\n${named('A', ['guide'])}` },
      {
        file: 'a',
        path: 'meta.extends[0]',
        line: 2,
        message: '`guide`: a circle: guide → a → guide',
      },
    ],
    [
      'a circle further down',
      { guide: named('G', ['a']), a: named('A', ['b']), b: named('B', ['c']), c: named('C', ['b']) },
      { file: 'c', path: 'meta.extends[0]', message: '`b`: a circle: b → c → b' },
    ],
    [
      'a guide with a problem, in its own file',
      { guide: named('G', ['a']), a: `${named('A')}emoji: { max: many }\n` },
      { file: 'a', path: 'emoji.max', line: 2, column: 15 },
    ],
    ['what is no document', { guide: named('G', ['a']), a: 'just words' }, { file: 'a', line: 1, column: 1 }],
    [
      'items that are not whole in the end',
      { guide: `${named('G', ['a'])}names: [{ id: n }]\n`, a: named('A') },
      {
        path: 'meta.extends',
        line: 1,
        message: 'laid over what it extends, names[0]: the field `canonical` is missing',
      },
    ],
    [
      'a guide by the API, where no files are at hand',
      { guide: named('G', ['cantus:neutrl']) },
      { path: 'meta.extends[0]', message: '`cantus:neutrl`: no such file; did you mean `cantus:neutral`?' },
    ],
    [
      'a long row of guides',
      Object.fromEntries(
        Array.from({ length: 30 }, (_, at) => [at === 0 ? 'guide' : `g${at}`, named('G', [`g${at + 1}`])]),
      ),
      { file: 'g10', message: '`g11`: more than 10 guides in a row' },
    ],
  ])('%s', (_, files, expected) => {
    const loaded = load(files);
    expect(loaded.ok ? [] : loaded.problems).toEqual([expect.objectContaining(expected)]);
  });
});
