import { describe, expect, test } from 'vitest';
import { importDesignTokens } from '../../../brand-guide/import/design-tokens.ts';
import { resolveTokens } from '../../../brand-guide/engine/tokens.ts';
import { loadGuide } from '../../../brand-guide/schema/load.ts';

const TOKENS = `{
  "$schema": "https://www.designtokens.org/schemas/2025.10/format.json",
  "color": {
    "$type": "color",
    "$description": "Our colours",
    "blue": {
      "500": { "$value": { "colorSpace": "srgb", "components": [0.2, 0.4, 0.6], "hex": "#336699" } },
      "$root": { "$value": "#0000FF" }
    },
    "leaf": { "$value": { "colorSpace": "oklch", "components": [0.7, 0.15, 140] }, "$description": "Go" },
    "primary": { "$value": "{color.blue.500}", "$deprecated": "Use leaf" },
    "accent": { "$value": { "$ref": "#/color/leaf/$value" } },
    "lost": { "$value": "{color.nowhere}" },
    "ring": { "$value": "{color.gnir}" },
    "gnir": { "$value": "{color.ring}" },
    "night": { "$extends": "{color.blue}", "900": { "$value": "#001122" } }
  },
  "font": {
    "body": { "$type": "fontFamily", "$value": ["Inter", "sans-serif"] },
    "bold": { "$type": "fontWeight", "$value": 700 }
  },
  "size": {
    "$type": "dimension",
    "text": { "$value": { "value": 16, "unit": "px" } },
    "gutter": { "$value": { "value": 24, "unit": "px" } }
  },
  "typography": {
    "headings": {
      "$type": "typography",
      "$value": { "fontFamily": "{font.body}", "fontSize": "{size.text}", "fontWeight": "{font.bold}",
        "letterSpacing": { "value": 0, "unit": "px" }, "lineHeight": 1.2 }
    }
  },
  "quick": { "$type": "duration", "$value": { "value": 100, "unit": "ms" } }
}
`;

const read = (source: string) => {
  const imported = importDesignTokens(source);
  if (!imported.ok) throw new Error(JSON.stringify(imported.problems));
  return imported;
};

describe('design tokens', () => {
  const { sections, notCarried } = read(TOKENS);
  const { color = {}, typography = {} } = sections;

  test.each<[string, unknown]>([
    ['blue.500', { $value: { colorSpace: 'srgb', components: [0.2, 0.4, 0.6], hex: '#336699' } }],
    ['blue.$root', { $value: '#0000FF' }],
    ['leaf', { $value: { colorSpace: 'oklch', components: [0.7, 0.15, 140] }, $description: 'Go' }],
    ['primary', { $value: '{blue.500}', $deprecated: 'Use leaf' }],
    ['accent', { $value: '{leaf}' }],
    ['night.900', { $value: '#001122' }],
    ['night.500', { $value: '#336699' }],
  ])('the colour %s, with the type of its group', (name, token) => {
    expect(color[name]).toEqual({ $type: 'color', ...Object(token) });
  });

  test.each<[string, unknown]>([
    ['body', { $type: 'fontFamily', $value: ['Inter', 'sans-serif'] }],
    ['bold', { $type: 'fontWeight', $value: 700 }],
    ['size.text', { $type: 'dimension', $value: { value: 16, unit: 'px' } }],
    [
      'headings',
      {
        $type: 'typography',
        $value: {
          fontFamily: '{body}',
          fontSize: '{size.text}',
          fontWeight: '{bold}',
          letterSpacing: { value: 0, unit: 'px' },
          lineHeight: 1.2,
        },
      },
    ],
  ])('the type %s', (name, token) => {
    expect(typography[name]).toEqual(token);
  });

  test('make a guide that loads and means the same', () => {
    expect(loadGuide(JSON.stringify({ meta: { name: { full: 'T' } }, ...sections }))).toMatchObject({
      ok: true,
    });
    const before = resolveTokens(JSON.parse(TOKENS)).tokens;
    const after = resolveTokens(color);
    expect(after.problems).toEqual([]);
    for (const [name, { value }] of after.tokens) expect(before.get(`color.${name}`)?.value).toEqual(value);
    expect(resolveTokens(typography).tokens.get('headings')?.value).toEqual(
      before.get('typography.headings')?.value,
    );
  });

  test.each([
    ['color.$description', 5, 5, expect.stringContaining('not kept')],
    ['color.lost', 13, 5, expect.stringContaining('color.nowhere')],
    ['color.ring', 14, 5, expect.stringContaining('color.ring → color.gnir → color.ring')],
    ['size.gutter', 25, 5, 'a guide has no place for a token of type dimension'],
    ['quick', 34, 3, 'a guide has no place for a token of type duration'],
  ])('say that %s is left out', (path, line, column, message) => {
    expect(notCarried).toContainEqual({ path, line, column, message });
  });

  test.each([
    ['no JSON', '{"color": {', 1],
    ['no tokens', '{"a": 1}', 1],
    [
      'nothing of colours or type',
      '{\n "quick": { "$type": "duration", "$value": { "value": 1, "unit": "ms" } } }',
      2,
    ],
  ])('%s is refused with its place', (_, source, line) => {
    expect(importDesignTokens(source)).toMatchObject({
      ok: false,
      problems: expect.arrayContaining([expect.objectContaining({ line })]),
    });
  });
});
