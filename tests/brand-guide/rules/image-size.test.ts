import { describe, expect, test } from 'vitest';
import type { ChannelSpec } from '../../../brand-guide/engine/channel.ts';
import { lintWith } from './lint-with.ts';
import { madeChannel, official, photos, secondary } from './made-channel.ts';
import { picture } from './picture.ts';

const LEAST = { imagery: { minSize: { width: 1000, height: 800 } } };
const ADVISED = photos({
  recommended: [
    [1080, 1350],
    [1080, 1080],
    [1200, 630],
  ],
});
const WIDE = photos({ minWidth: official(320, 'pixels') });
const MOST = photos({ maxPixels: official(1_000_000, 'pixels') });

interface Row {
  readonly guide?: typeof LEAST;
  readonly media?: ChannelSpec['media'];
  readonly format?: string;
}

function found({ guide, media, format }: Row, width: number, height: number) {
  const subject = { images: [picture({ width, height })], ...(format === undefined ? {} : { format }) };
  const channel = media === undefined ? {} : { channel: madeChannel({ media }) };
  return lintWith('image-size', { guide: guide ?? {}, subject, ...channel }, 'Mint');
}

describe('too few pixels, or too many, are found', () => {
  test.each<readonly [Row, number, number, string, string]>([
    [{ guide: LEAST }, 999, 800, 'guide', 'warning'],
    [{ guide: LEAST }, 1000, 799, 'guide', 'warning'],
    [{ guide: LEAST, media: ADVISED }, 500, 500, 'guide', 'warning'],
    [{ media: WIDE }, 319, 1000, 'width', 'warning'],
    [{ media: { ...ADVISED, ...WIDE, recommended: ADVISED.recommended } }, 300, 300, 'width', 'warning'],
    [{ media: MOST }, 1001, 1000, 'pixels', 'error'],
    [{ media: photos({ maxSide: official(1080) }) }, 1000, 1081, 'pixels on its longer side', 'error'],
    [
      { media: photos({ maxSides: official(10_000) }) },
      5000,
      5001,
      'pixels of width and height together',
      'error',
    ],
    [{ media: photos({ maxPixels: secondary(100, 'pixels') }) }, 11, 10, 'pixels', 'warning'],
    [{ media: ADVISED }, 1079, 1079, 'soft', 'suggestion'],
    [{ media: ADVISED }, 600, 315, 'soft', 'suggestion'],
    [{ media: ADVISED }, 800, 1000, 'soft', 'suggestion'],
    [
      { media: { ...ADVISED, byFormat: { story: { recommended: [[1080, 1920]] } } }, format: 'story' },
      720,
      1280,
      'soft',
      'suggestion',
    ],
  ])('%j: %i × %i', (row, width, height, item, severity) => {
    expect(
      found(row, width, height).map((one) => [one.item, one.severity, one.image, one.start, one.end]),
    ).toEqual([[item, severity, 'mint.jpg', 0, 0]]);
  });
});

describe('others are left alone', () => {
  test.each<readonly [Row, number, number]>([
    [{ guide: LEAST }, 1000, 800],
    [{ guide: LEAST, media: null }, 1000, 800],
    [{ media: WIDE }, 320, 10],
    [{ media: MOST }, 1000, 1000],
    [{ media: ADVISED }, 1080, 1080],
    [{ media: ADVISED }, 1080, 900],
    [{ media: ADVISED }, 1200, 600],
    [{ media: photos() }, 10, 10],
    [{ media: null }, 10, 10],
    [{}, 10, 10],
  ])('%j: %i × %i', (row, width, height) => {
    expect(found(row, width, height)).toEqual([]);
  });
});

test.each<readonly [Row, string]>([
  [
    { guide: LEAST },
    '“mint.jpg” is 300 × 200, and the guide asks for 1000 × 800 at least; use a larger one.',
  ],
  [{ media: WIDE }, '“mint.jpg” is 300 × 200, and Board asks for a width of 320 at least; use a larger one.'],
  [
    { media: photos({ maxPixels: official(50_000, 'pixels') }) },
    '“mint.jpg” is 300 × 200, 60,000 pixels, and Board takes 50,000; scale it down.',
  ],
  [{ media: ADVISED }, '“mint.jpg” is 300 × 200 and will look soft: Board shows this shape at 1200 × 630.'],
])('says what is asked for: %j', (row, message) => {
  expect(found(row, 300, 200)[0]?.message).toBe(message);
});
