import { describe, expect, test } from 'vitest';
import type { TextBox } from '../../../brand-guide/engine/image.ts';
import type { Sections } from '../../../brand-guide/schema/guide.ts';
import { lintWith } from './lint-with.ts';
import { picture, textBox } from './picture.ts';

const typography: NonNullable<Sections['typography']> = {
  sans: { $type: 'fontFamily', $value: ['Inter', 'Noto Sans TC'] },
  headings: {
    $type: 'typography',
    $value: { fontFamily: '{sans}', fontWeight: 'bold', fontSize: { value: 3, unit: 'rem' } },
  },
  base: { $type: 'typography', $value: { fontFamily: 'Lora' } },
  'price.family': { $type: 'fontFamily', $value: 'Oswald' },
  'price.weight': { $type: 'fontWeight', $value: 600 },
  'price.size': { $type: 'dimension', $value: { value: 80, unit: 'px' } },
  'price.spacing': { $type: 'dimension', $value: { value: 200, unit: 'px' } },
};

function found(box: Partial<TextBox>, guide: Partial<Sections> = { typography }) {
  const images = [picture({ textBoxes: [textBox(box)] })];
  return lintWith('typography', { guide, subject: { images } }, 'Mint').map(
    ({ item, message, image, start, end }) => {
      expect([image, start, end]).toEqual(['mint.jpg', 0, 0]);
      return [item, message];
    },
  );
}

const of = '“Java Mint” in “mint.jpg”';

describe('text that is not set as the guide sets it is found', () => {
  test.each<readonly [Partial<TextBox>, readonly (readonly [string, string])[]]>([
    [
      { role: 'headings', fontFamily: 'Arial', fontWeight: 700 },
      [['family Java Mint', `${of} is set in Arial; set it in Inter or Noto Sans TC.`]],
    ],
    [
      { role: 'headings', fontFamily: 'Lora' },
      [['family Java Mint', `${of} is set in Lora; set it in Inter or Noto Sans TC.`]],
    ],
    [
      { role: 'headings', fontWeight: 400 },
      [['weight Java Mint', `${of} has a weight of 400; set it in 700.`]],
    ],
    [
      { role: 'headings', fontSize: 47 },
      [['size Java Mint', `${of} is 47 px high; set it at 48 px or more.`]],
    ],
    [
      { role: 'headings', fontFamily: 'Arial', fontWeight: 400, fontSize: 20 },
      [
        ['family Java Mint', `${of} is set in Arial; set it in Inter or Noto Sans TC.`],
        ['weight Java Mint', `${of} has a weight of 400; set it in 700.`],
        ['size Java Mint', `${of} is 20 px high; set it at 48 px or more.`],
      ],
    ],
    [{ role: 'base' }, [['family Java Mint', `${of} is set in Inter; set it in Lora.`]]],
    [
      { role: 'price', fontFamily: 'Oswald', fontSize: 79 },
      [['size Java Mint', `${of} is 79 px high; set it at 80 px or more.`]],
    ],
    [
      { role: 'price', fontFamily: 'Oswald', fontSize: 90, fontWeight: 700 },
      [['weight Java Mint', `${of} has a weight of 700; set it in 600.`]],
    ],
    [
      { fontFamily: 'Arial' },
      [['family Java Mint', `${of} is set in Arial; set it in Inter or Noto Sans TC or Lora or Oswald.`]],
    ],
    [
      { role: 'footer', fontFamily: 'Arial' },
      [['family Java Mint', `${of} is set in Arial; set it in Inter or Noto Sans TC or Lora or Oswald.`]],
    ],
  ])('%j', (box, expected) => {
    expect(found(box)).toEqual(expected);
  });
});

describe('others are left alone', () => {
  test.each<Partial<TextBox>>([
    { role: 'headings', fontWeight: 700 },
    { role: 'headings' },
    { role: 'headings', fontFamily: 'inter', fontSize: 200 },
    { role: 'headings', fontFamily: 'Noto Sans TC' },
    { role: 'base', fontFamily: 'Lora', fontSize: 5, fontWeight: 100 },
    { role: 'price', fontFamily: 'Oswald', fontSize: 80, fontWeight: 600 },
    { fontFamily: 'Lora', fontSize: 5 },
    { fontFamily: 'Oswald' },
    { role: 'footer', fontFamily: 'Inter' },
  ])('%j', (box) => {
    expect(found(box)).toEqual([]);
  });

  test.each<Partial<Sections>>([
    {},
    { typography: {} },
    { typography: { headings: { $value: '{gone}' } } },
    { typography: { gap: { $type: 'dimension', $value: { value: 4, unit: 'px' } } } },
  ])('with a guide of %j', (guide) => {
    expect(found({ role: 'headings', fontFamily: 'Arial', fontSize: 1 }, guide)).toEqual([]);
  });
});
