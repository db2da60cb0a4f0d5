import { describe, expect, test } from 'vitest';
import type { Imagery } from '../../../brand-guide/schema/look.ts';
import { lintWith } from './lint-with.ts';
import { picture } from './picture.ts';

type Asked = NonNullable<Imagery['logo']>;

function found(asked: Asked | undefined, height: number, clear: number) {
  const guide = { imagery: asked === undefined ? {} : { logo: asked } };
  const images = [picture({ logo: { x: 10, y: 10, width: height * 3, height, clear } })];
  return lintWith('logo', { guide, subject: { images } }, 'Mint').map(
    ({ item, message, image, severity }) => {
      expect([image, severity]).toEqual(['mint.jpg', 'warning']);
      return [item, message];
    },
  );
}

const small = 'The logo in “mint.jpg” is 39 px high, and the guide asks for 40 at least.';
const tight = (clear: number, room: number) =>
  `The logo in “mint.jpg” has ${clear} px of clear space, and the guide asks for ${room}.`;

describe('a logo that is too small, or has too little room, is found', () => {
  test.each<readonly [Asked, number, number, readonly (readonly [string, string])[]]>([
    [{ minSize: 40 }, 39, 0, [['size', small]]],
    [{ clearSpace: 0.5 }, 60, 29, [['clear-space', tight(29, 30)]]],
    [{ clearSpace: 1 }, 60, 59, [['clear-space', tight(59, 60)]]],
    [{ clearSpace: 0.25 }, 61, 15, [['clear-space', tight(15, 16)]]],
    [{ clearSpace: 2 }, 20, 0, [['clear-space', tight(0, 40)]]],
    [
      { minSize: 40, clearSpace: 1 },
      39,
      0,
      [
        ['size', small],
        ['clear-space', tight(0, 39)],
      ],
    ],
    [{ minSize: 40, clearSpace: 0.1 }, 39, 4, [['size', small]]],
    [{ minSize: 40, clearSpace: 0.5 }, 60, 10, [['clear-space', tight(10, 30)]]],
  ])('%j: %i px high, %i px clear', (asked, height, clear, expected) => {
    expect(found(asked, height, clear)).toEqual(expected);
  });
});

describe('others are left alone', () => {
  test.each<readonly [Asked | undefined, number, number]>([
    [{ minSize: 40 }, 40, 0],
    [{ minSize: 40 }, 400, 0],
    [{ clearSpace: 0.5 }, 60, 30],
    [{ clearSpace: 0 }, 60, 0],
    [{ minSize: 40, clearSpace: 1 }, 40, 40],
    [{ file: 'logo.svg' }, 1, 0],
    [{}, 1, 0],
    [undefined, 1, 0],
  ])('%j: %i px high, %i px clear', (asked, height, clear) => {
    expect(found(asked, height, clear)).toEqual([]);
  });

  test('a picture without a logo', () => {
    const guide = { imagery: { logo: { minSize: 40, clearSpace: 1 } } };
    expect(lintWith('logo', { guide, subject: { images: [picture()] } }, 'Mint')).toEqual([]);
  });
});
