import { describe, expect, test } from 'vitest';
import { importBrandYml } from '../../../brand-guide/import/brand-yml.ts';
import { resolveTokens } from '../../../brand-guide/engine/tokens.ts';
import { loadGuide } from '../../../brand-guide/schema/load.ts';

const POSIT = `meta:
  name: { full: Posit Software, short: Posit }
  link:
    home: https://posit.example
    github: https://github.example/posit
  founded: 2009
logo:
  images:
    icon: logos/icon.png
    wide: { path: logos/wide.svg, alt: Posit }
    white: logos/white.svg
  small: icon
  large: { light: wide, dark: white }
color:
  palette:
    lava: "#FF7557"
    red: lava
    sky: rgb(0 128 255 / 50%)
  foreground: { light: "#151515", dark: "#F7F7F7" }
  background: white
  primary: red
  danger: nowhere
typography:
  fonts:
    - family: Open Sans
      source: google
      weight: [400, 700]
    - Fira Code
  base: { family: Open Sans, size: 1rem, line-height: 1.25 }
  headings: { family: Roboto Slab, weight: semi-bold, color: primary }
  monospace: Fira Code
  link: { decoration: underline }
  monospace-inline: { size: 0.9em }
defaults: { bootstrap: {} }
colour: {}
`;

const read = (source: string) => {
  const imported = importBrandYml(source);
  if (!imported.ok) throw new Error(JSON.stringify(imported.problems));
  return imported;
};

describe('brand.yml', () => {
  const { sections, notCarried } = read(POSIT);

  test.each<[string, unknown]>([
    ['meta', { name: { full: 'Posit Software', short: 'Posit' }, link: 'https://posit.example' }],
    ['imagery', { logo: { file: 'logos/wide.svg' } }],
    [
      'color',
      {
        lava: { $type: 'color', $value: '#FF7557' },
        red: { $type: 'color', $value: '{lava}' },
        sky: { $type: 'color', $value: 'rgb(0 128 255 / 50%)' },
        foreground: { $type: 'color', $value: '#151515' },
        background: { $type: 'color', $value: '#FFFFFF' },
        primary: { $type: 'color', $value: '{red}' },
      },
    ],
    [
      'typography',
      {
        'font-open-sans': { $type: 'fontFamily', $value: 'Open Sans' },
        'font-fira-code': { $type: 'fontFamily', $value: 'Fira Code' },
        base: {
          $type: 'typography',
          $value: { fontFamily: 'Open Sans', fontSize: { value: 1, unit: 'rem' }, lineHeight: 1.25 },
        },
        headings: { $type: 'typography', $value: { fontFamily: 'Roboto Slab', fontWeight: 'semi-bold' } },
        monospace: { $type: 'fontFamily', $value: 'Fira Code' },
      },
    ],
  ])('gives the guide its %s', (section, expected) => {
    expect(sections).toHaveProperty(section, expected);
  });

  test('makes a guide that loads, and whose aliases lead to colours', () => {
    expect(loadGuide(JSON.stringify(sections))).toMatchObject({ ok: true });
    const { tokens, problems } = resolveTokens(sections.color ?? {});
    expect(problems).toEqual([]);
    expect(tokens.get('primary')?.value).toMatchObject({ hex: '#FF7557' });
  });

  test.each([
    ['meta.link.github', 5, 5, 'a guide has one link: the home'],
    ['meta.founded', 6, 3, 'a guide has no such field'],
    ['logo.images.icon', 9, 5, 'a guide has one logo: the largest, on a light ground'],
    ['logo.images.wide.alt', 10, 35, 'a guide keeps no alternative text of its logo'],
    ['logo.small', 12, 3, 'a guide has one logo: the largest, on a light ground'],
    ['logo.large.dark', 13, 25, 'a guide has one logo: the largest, on a light ground'],
    ['color.foreground.dark', 19, 35, 'a guide has one colour for a role: that on a light ground'],
    ['color.danger', 22, 3, 'found "nowhere", expected a colour or a name of the palette'],
    ['typography.fonts[0].source', 26, 7, 'a guide keeps no font files'],
    ['typography.headings.color', 30, 55, "a guide's type has no color"],
    ['typography.link.decoration', 32, 11, "a guide's type has no decoration"],
    ['typography.monospace-inline.size', 33, 23, 'found "0.9em", expected px or rem'],
    ['defaults', 34, 1, 'settings of Quarto, Shiny and the like are theirs'],
    ['colour', 35, 1, 'is no field of brand.yml; did you mean `color`?'],
  ])('says that it leaves out %s', (path, line, column, message) => {
    expect(notCarried).toContainEqual({ path, line, column, message });
  });
});

describe('shorter forms of brand.yml', () => {
  test.each<[string, unknown]>([
    ['meta: { name: Acme }', { meta: { name: { full: 'Acme' } } }],
    ['meta: { link: https://acme.example }', { meta: { link: 'https://acme.example' } }],
    ['logo: acme.png', { imagery: { logo: { file: 'acme.png' } } }],
    ['logo: { path: acme.png }', { imagery: { logo: { file: 'acme.png' } } }],
    ['logo: { images: { icon: i.png } }', { imagery: { logo: { file: 'i.png' } } }],
    ['logo: { medium: m.png, small: s.png }', { imagery: { logo: { file: 'm.png' } } }],
    ['color: { primary: "#123456" }', { color: { primary: { $type: 'color', $value: '#123456' } } }],
    [
      'color: { palette: { primary: "#123456" }, primary: primary }',
      { color: { primary: { $type: 'color', $value: '#123456' } } },
    ],
    ['typography: { base: Inter }', { typography: { base: { $type: 'fontFamily', $value: 'Inter' } } }],
  ])('%s', (source, expected) => {
    expect(read(source).sections).toEqual(expected);
  });

  test.each([
    ['meta: [', 1, 8],
    ['hello: 1\n', 1, 1],
    ['just words', 1, 1],
  ])('%j is refused with its place', (source, line, column) => {
    const imported = importBrandYml(source);
    expect(imported).toMatchObject({ ok: false, problems: [{ line, column }] });
  });
});
