import { describe, expect, test } from 'vitest';
import { resolveTokens } from '../../../brand-guide/engine/tokens.ts';

const color = (colorSpace: string, components: readonly unknown[], more = {}) => ({
  $type: 'color',
  $value: { colorSpace, components, ...more },
});

describe('a colour of any space is brought to sRGB', () => {
  test.each([
    [{ $value: '#0a7d5c' }, '#0A7D5C', 1],
    [{ $type: 'color', $value: '#abc' }, '#AABBCC', 1],
    [{ $value: '#0a7d5c80' }, '#0A7D5C', 0.502],
    [{ $type: 'color', $value: 'rebeccapurple' }, '#663399', 1],
    [color('srgb', [0.4, 0.2, 0.6]), '#663399', 1],
    [color('srgb', [0.4, 0.2, 0.6], { alpha: 0.5, hex: '#000000' }), '#663399', 0.5],
    [color('srgb-linear', [1, 0, 0]), '#FF0000', 1],
    [color('hsl', [120, 100, 25]), '#008000', 1],
    [color('hsl', ['none', 0, 50]), '#808080', 1],
    [color('hwb', [0, 0, 0]), '#FF0000', 1],
    [color('lab', [100, 0, 0]), '#FFFFFF', 1],
    [color('lch', [0, 0, 0]), '#000000', 1],
    [color('oklab', [1, 0, 0]), '#FFFFFF', 1],
    [color('oklch', [0.627955, 0.257683, 29.234]), '#FF0000', 1],
    [color('display-p3', [1, 1, 1]), '#FFFFFF', 1],
    [color('a98-rgb', [0, 0, 0]), '#000000', 1],
    [color('prophoto-rgb', [1, 1, 1]), '#FFFFFF', 1],
    [color('rec2020', [0, 0, 0]), '#000000', 1],
    [color('xyz-d65', [0.9505, 1, 1.089]), '#FFFFFF', 1],
    [color('xyz-d50', [0.9643, 1, 0.8251]), '#FFFFFF', 1],
    [{ $type: 'color', $value: { hex: '#123456' } }, '#123456', 1],
  ])('%j', (token, hex, alpha) => {
    const { tokens, problems } = resolveTokens({ one: token });
    expect(problems).toEqual([]);
    const value = tokens.get('one')?.value;
    expect(value).toMatchObject({ kind: 'color', hex });
    expect(value?.kind === 'color' && value.alpha).toBeCloseTo(alpha, 2);
  });
});

describe('type is read in all its spellings', () => {
  test.each([
    ['dimension', { value: 16, unit: 'px' }, { kind: 'dimension', value: 16, unit: 'px' }],
    ['dimension', '1.5rem', { kind: 'dimension', value: 1.5, unit: 'rem' }],
    ['fontFamily', 'Noto Sans', { kind: 'fontFamily', families: ['Noto Sans'] }],
    ['fontFamily', ['Inter', 'Noto Sans TC'], { kind: 'fontFamily', families: ['Inter', 'Noto Sans TC'] }],
    ['fontWeight', 650, { kind: 'fontWeight', weight: 650 }],
    ['fontWeight', 'semi-bold', { kind: 'fontWeight', weight: 600 }],
    ['fontWeight', 'SemiBold', { kind: 'fontWeight', weight: 600 }],
    ['duration', { value: 100, unit: 'ms' }, { kind: 'other', value: { value: 100, unit: 'ms' } }],
    [
      'typography',
      { fontFamily: 'Inter', fontWeight: 'bold', fontSize: { value: 2, unit: 'rem' }, lineHeight: 1.2 },
      {
        kind: 'typography',
        families: ['Inter'],
        weight: 700,
        size: { kind: 'dimension', value: 2, unit: 'rem' },
      },
    ],
  ])('%s %j', ($type, $value, value) => {
    expect(resolveTokens({ one: { $type, $value } }).tokens.get('one')?.value).toEqual(value);
  });
});

test('groups hand their type down, aliases bring the type of what they name', () => {
  const tree = {
    brand: { $type: 'color', green: { $value: '#0a7d5c' }, $root: { $value: '#ffffff' } },
    primary: { $value: '{brand.green}' },
    ground: { $ref: '#/brand/$root' },
    again: { $value: { $ref: '#/primary/$value' } },
    font: { sans: { $type: 'fontFamily', $value: ['Inter', 'Noto Sans'] } },
    headings: { $type: 'typography', $value: { fontFamily: '{font.sans}', fontWeight: 'bold' } },
  };
  const { tokens, problems } = resolveTokens(tree);
  expect(problems).toEqual([]);
  expect([...tokens.values()].map(({ path, value }) => [path, value])).toEqual([
    ['brand.green', { kind: 'color', hex: '#0A7D5C', alpha: 1 }],
    ['brand.$root', { kind: 'color', hex: '#FFFFFF', alpha: 1 }],
    ['primary', { kind: 'color', hex: '#0A7D5C', alpha: 1 }],
    ['ground', { kind: 'color', hex: '#FFFFFF', alpha: 1 }],
    ['again', { kind: 'color', hex: '#0A7D5C', alpha: 1 }],
    ['font.sans', { kind: 'fontFamily', families: ['Inter', 'Noto Sans'] }],
    ['headings', { kind: 'typography', families: ['Inter', 'Noto Sans'], weight: 700 }],
  ]);
});

test('an alias may name a token of another section', () => {
  const known = { color: { primary: { $value: '#0a7d5c' } } };
  expect(resolveTokens({ link: { $value: '{color.primary}' } }, known).tokens.get('link')?.value).toEqual({
    kind: 'color',
    hex: '#0A7D5C',
    alpha: 1,
  });
});

test('a group has what it extends, and its own over that', () => {
  const tree = {
    light: { $type: 'color', ground: { $value: '#ffffff' }, ink: { $value: '#000000' } },
    dark: { $extends: '{light}', ground: { $value: '#111111' } },
  };
  const { tokens } = resolveTokens(tree);
  const hexes = ['dark.ground', 'dark.ink'].map((path) => tokens.get(path)?.value);
  expect(hexes).toMatchObject([{ hex: '#111111' }, { hex: '#000000' }]);
});

describe('what cannot be resolved is told by its path and left out', () => {
  test.each([
    [{ a: { $value: '{b}' }, b: { $value: '{c}' }, c: { $value: '{a}' } }, 'a', /a → b → c → a/u],
    [{ a: { $value: '{a}' } }, 'a', /a → a/u],
    [{ a: { $value: '{gone}' } }, 'a', /no token “gone”/u],
    [{ a: { $type: 'color', $value: 'greenish' } }, 'a', /“greenish” is no colour/u],
    [{ g: { a: color('cmyk', [0, 0, 0]) } }, 'g.a', /unknown colorSpace “cmyk”/u],
    [{ a: color('toString', [0, 0, 0]) }, 'a', /unknown colorSpace/u],
    [{ a: color('srgb', [0, 0]) }, 'a', /three components/u],
    [{ a: color('srgb', [0, 0, 'x']) }, 'a', /number or "none"/u],
    [{ a: { $type: 'dimension', $value: 16 } }, 'a', /\{value, unit\}/u],
    [{ a: { $type: 'fontWeight', $value: 'fat' } }, 'a', /1 to 1000/u],
    [{ a: { $type: 'fontFamily', $value: [] } }, 'a', /list of names/u],
    [{ a: { $extends: '{b}' }, b: { $extends: '{a}' } }, 'a', /extends itself/u],
    [{ a: { $extends: '{b}' } }, 'a', /no group “b”/u],
  ])('%j', (tree, path, message) => {
    const { tokens, problems } = resolveTokens(tree);
    expect(tokens.has(path)).toBe(false);
    expect(problems.find((one) => one.path === path)?.message).toMatch(message);
  });
});

test('lists that double themselves end', () => {
  const tree = Object.fromEntries(
    Array.from({ length: 200 }, (_, at) => [
      `t${at}`,
      { $type: 'fontFamily', $value: at === 0 ? ['Inter', 'Arial'] : [`{t${at - 1}}`, `{t${at - 1}}`] },
    ]),
  );
  const { tokens, problems } = resolveTokens(tree);
  expect([tokens.size, problems.length]).toEqual([9, 191]);
  expect(problems[0]).toMatchObject({ path: 't9', message: 'a list of more than 1000 entries' });
});
