import { describe, expect, test } from 'vitest';
import { contrastOf } from '../../../brand-guide/engine/color.ts';
import { lintWith } from './lint-with.ts';
import { picture, textBox } from './picture.ts';

function found(contrast: number | undefined, color: string, background: string) {
  const guide = { imagery: contrast === undefined ? {} : { contrast } };
  const images = [picture({ textBoxes: [textBox({ color, background })] })];
  return lintWith('image-contrast', { guide, subject: { images } }, 'Mint');
}

describe('text that is too faint is found', () => {
  test.each([
    [4.5, '#777777', '#FFFFFF'],
    [4.5, '#FFFFFF', '#777777'],
    [7, '#595A5A', '#FFFFFF'],
    [3, '#959595', '#FFFFFF'],
    [4.5, '#FF0000', '#FFFFFF'],
    [4.5, '#FFFF00', '#FFFFFF'],
    [4.5, '#0000FF', '#000000'],
    [21, '#000000', '#FEFEFE'],
    [4.5, '#0A7D5C', '#0A7D5C'],
    [1.1, '#FFFFFF', '#FFFFFF'],
  ])('%f: %s on %s', (contrast, color, background) => {
    expect(
      found(contrast, color, background).map((one) => [
        one.image,
        one.item,
        one.severity,
        one.start,
        one.end,
      ]),
    ).toEqual([['mint.jpg', 'Java Mint', 'error', 0, 0]]);
  });
});

describe('others are left alone', () => {
  test.each([
    [4.5, '#767676', '#FFFFFF'],
    [4.5, '#767676', '#ffffff'],
    [7, '#595959', '#FFFFFF'],
    [3, '#949494', '#FFFFFF'],
    [21, '#000000', '#FFFFFF'],
    [4.5, '#FFFFFF', '#0A7D5C'],
    [4.5, '#FFFFFF', '#000000'],
    [1, '#FFFFFF', '#FFFFFF'],
    [4.5, 'unknown', '#FFFFFF'],
    [undefined, '#FFFFFF', '#FFFFFF'],
  ])('%s: %s on %s', (contrast, color, background) => {
    expect(found(contrast, color, background)).toEqual([]);
  });

  test('a picture whose texts are not known', () => {
    const guide = { imagery: { contrast: 7 } };
    expect(lintWith('image-contrast', { guide, subject: { images: [picture()] } }, 'Mint')).toEqual([]);
  });
});

test('says what it is, and never rounds it up to what is asked for', () => {
  expect(found(4.5, '#777777', '#FFFFFF')[0]?.message).toBe(
    '“Java Mint” in “mint.jpg” has a contrast of 4.47 (#777777 on #FFFFFF), and the guide asks for 4.5.',
  );
});

test('texts of one picture keep apart', () => {
  const textBoxes = ['Mint', 'Milk', 'Mint'].map((text) => textBox({ text, color: '#EEEEEE' }));
  const findings = lintWith(
    'image-contrast',
    { guide: { imagery: { contrast: 3 } }, subject: { images: [picture({ textBoxes })] } },
    'x',
  );
  expect(new Set(findings.map(({ fingerprint }) => fingerprint)).size).toBe(3);
});

test('contrast is that of WCAG', () => {
  expect(contrastOf('#000000', '#FFFFFF')).toBe(21);
  expect(contrastOf('#767676', '#FFFFFF')).toBeCloseTo(4.54, 2);
});
