import { describe, expect, test } from 'vitest';
import type { ChannelSpec } from '../../../brand-guide/engine/channel.ts';
import { findOn } from './find-on.ts';
import { lintWith } from './lint-with.ts';
import { photos } from './made-channel.ts';
import { picture } from './picture.ts';

const TAKEN = photos({ aspect: { min: 0.8, max: 1.91 } });
const ADVISED = photos({
  recommended: [
    [1080, 1350],
    [1080, 1080],
    [1200, 630],
  ],
});
const BOTH = {
  ...ADVISED,
  aspect: { min: 0.8, max: 1.91 },
  byFormat: { story: { aspect: null, recommended: [[1080, 1920]] as const } },
};

describe('a shape that the channel does not take, or may crop, is found', () => {
  test.each<readonly [ChannelSpec['media'], number, number, string | undefined, string, string]>([
    [TAKEN, 1080, 1920, undefined, 'refused', 'error'],
    [TAKEN, 1080, 1353, undefined, 'refused', 'error'],
    [TAKEN, 1080, 560, undefined, 'refused', 'error'],
    [TAKEN, 3000, 1000, undefined, 'refused', 'error'],
    [BOTH, 1080, 1920, 'feed', 'refused', 'error'],
    [BOTH, 1080, 1920, undefined, 'refused', 'error'],
    [ADVISED, 1080, 1920, undefined, 'advised', 'suggestion'],
    [ADVISED, 1500, 1000, undefined, 'advised', 'suggestion'],
    [BOTH, 1400, 1000, 'feed', 'advised', 'suggestion'],
    [BOTH, 1080, 1080, 'story', 'advised', 'suggestion'],
  ])('%#: %i × %i', (media, width, height, format, item, severity) => {
    expect(
      findOn('image-ratio', media, { width, height }, format).map((one) => [
        one.item,
        one.severity,
        one.image,
        one.start,
        one.end,
      ]),
    ).toEqual([[item, severity, 'mint.jpg', 0, 0]]);
  });
});

describe('others are left alone', () => {
  test.each<readonly [ChannelSpec['media'], number, number, string | undefined]>([
    [TAKEN, 1080, 1350, undefined],
    [TAKEN, 1080, 1351, undefined],
    [TAKEN, 1080, 565, undefined],
    [TAKEN, 320, 320, undefined],
    [ADVISED, 1080, 1350, undefined],
    [ADVISED, 2160, 2160, undefined],
    [ADVISED, 1000, 1040, undefined],
    [BOTH, 1080, 1920, 'story'],
    [BOTH, 1200, 630, 'feed'],
    [photos(), 10, 1000, undefined],
    [null, 10, 1000, undefined],
  ])('%#: %i × %i', (media, width, height, format) => {
    expect(findOn('image-ratio', media, { width, height }, format)).toEqual([]);
  });
});

test.each([
  [TAKEN, '“mint.jpg” is 1080 × 1920, 0.56:1, and Board takes 0.8:1 to 1.91:1; crop it.'],
  [
    ADVISED,
    '“mint.jpg” is 1080 × 1920, 0.56:1; Board shows 1080 × 1350, 1080 × 1080, 1200 × 630 best and may crop others.',
  ],
])('says what is taken', (media, message) => {
  expect(findOn('image-ratio', media, { width: 1080, height: 1920 })[0]?.message).toBe(message);
});

test.each([
  ['feed', 1],
  ['carousel', 1],
  ['story', 0],
  ['reel', 0],
])('Instagram takes 9:16 in a %s or not', (format, count) => {
  const subject = { images: [picture({ height: 1920 })], format };
  expect(lintWith('image-ratio', { guide: {}, channel: 'instagram', subject }, 'Mint')).toHaveLength(count);
});
