import { describe, expect, test } from 'vitest';
import { deltaE } from '../../../brand-guide/engine/color.ts';
import type { ColorShare } from '../../../brand-guide/engine/image.ts';
import type { Sections } from '../../../brand-guide/schema/guide.ts';
import { lintWith } from './lint-with.ts';
import { picture } from './picture.ts';

const color: Sections['color'] = {
  green: { $type: 'color', $value: '#0A7D5C' },
  primary: { $value: '{green}' },
  paper: { $type: 'color', $value: { colorSpace: 'oklch', components: [1, 0, 0] } },
};

function found(
  colors: readonly ColorShare[],
  flat: boolean,
  palette: Partial<NonNullable<Sections['imagery']>>['palette'] = {},
) {
  const guide = { ...(color && { color }), imagery: { palette } };
  const images = [picture({ name: 'card.png', colors, flat })];
  return lintWith('image-palette', { guide, subject: { images } }, 'Mint');
}

/** `#0A7D5C 60, #FFFFFF 40` */
const shares = (written: string): ColorShare[] =>
  written.split(', ').map((one) => ({ hex: one.slice(0, 7), share: Number(one.slice(8)) / 100 }));

describe('a flat fill is off the palette past a distance of 5', () => {
  test.each<readonly [string, readonly string[]]>([
    ['#0A7D5C 60, #FFFFFF 40', []],
    ['#0a7d5c 100', []],
    ['#0C7F5E 100', []],
    ['#137F60 100', []],
    ['#CC3300 40, #0A7D5C 60', ['#CC3300']],
    ['#cc3300 100', ['#CC3300']],
    ['#CC3300 50, #3300CC 50', ['#CC3300', '#3300CC']],
    ['#000000 30', ['#000000']],
    ['#F0E6D2 30', ['#F0E6D2']],
    ['#FDFDFD 30', []],
    ['#CC3300 1', ['#CC3300']],
    ['#CC3300 0.9', []],
    ['nothing 50', []],
  ])('%s', (written, off) => {
    const findings = found(shares(written), true);
    expect(findings.map(({ item }) => item)).toEqual(off);
    for (const one of findings)
      expect([one.image, one.severity, one.start, one.end, one.evidence]).toEqual([
        'card.png',
        'error',
        0,
        0,
        '',
      ]);
  });

  test('says which colour is nearest, and how far', () => {
    expect(found(shares('#CC3300 40'), true)[0]?.message).toMatch(
      /^#CC3300 fills 40 % of “card\.png” and is no colour of this brand; the nearest is \w+, #[0-9A-F]{6} \(ΔE \d+\.\d\)\.$/u,
    );
  });
});

describe('of a photograph a share is asked for, and only a warning', () => {
  test.each<readonly [string, { minShare?: number; deltaE?: number }, number]>([
    ['#CC3300 100', {}, 0],
    ['#CC3300 100', { deltaE: 5 }, 0],
    ['#CC3300 100', { minShare: 0.1 }, 1],
    ['#CC3300 70, #0A7D5C 30', { minShare: 0.3 }, 0],
    ['#CC3300 71, #0A7D5C 29', { minShare: 0.3 }, 1],
    ['#0A7D5C 10, #FFFFFF 20, #CC3300 70', { minShare: 0.3 }, 0],
    ['#1E8A6A 100', { minShare: 0.5, deltaE: 10 }, 0],
    ['#1E8A6A 100', { minShare: 0.5, deltaE: 1 }, 1],
    ['#1E8A6A 100', { minShare: 0.5 }, 0],
    ['#CC3300 100', { minShare: 0 }, 0],
  ])('%s with %j', (written, palette, count) => {
    const findings = found(shares(written), false, palette);
    expect(findings).toHaveLength(count);
    for (const one of findings) expect([one.item, one.severity]).toEqual(['share', 'warning']);
  });

  test('says how much there is', () => {
    expect(found(shares('#CC3300 88, #0A7D5C 12'), false, { minShare: 0.3 })[0]?.message).toBe(
      '12 % of “card.png” is in the brand’s colours, and the guide asks for 30 %.',
    );
  });
});

test.each<readonly [string, Partial<Sections>]>([
  ['no palette is asked for', { ...(color && { color }), imagery: {} }],
  ['there are no colours', { imagery: { palette: {} } }],
  ['none of them can be read', { color: { green: { $value: '{gone}' } }, imagery: { palette: {} } }],
])('nothing is said where %s', (_why, guide) => {
  const images = [picture({ flat: true, colors: shares('#CC3300 100') })];
  expect(lintWith('image-palette', { guide, subject: { images } }, 'Mint')).toEqual([]);
});

/** Pairs that Sharma, Wu and Dalal published to test the formula with. */
test.each([
  [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
  [[50, -1, 2], [50, 0, 0], 2.3669],
  [[50, 2.5, 0], [50, 0, -2.5], 4.3065],
  [[50, 2.5, 0], [73, 25, -18], 27.1492],
  [[60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644],
  [[2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514], 0.9082],
] as const)('the distance of %j and %j is that of CIEDE2000', (one, other, distance) => {
  const [a, b] = [one, other].map(([l, x, y]) => ({ mode: 'lab65' as const, l, a: x, b: y }));
  expect(a && b && deltaE(a, b)).toBeCloseTo(distance, 4);
});
