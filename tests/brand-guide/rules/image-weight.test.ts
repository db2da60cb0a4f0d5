import { describe, expect, test } from 'vitest';
import type { ChannelSpec, Limit } from '../../../brand-guide/engine/channel.ts';
import type { ImageFacts } from '../../../brand-guide/engine/image.ts';
import { findOn } from './find-on.ts';
import { lintWith } from './lint-with.ts';
import { official, photos, secondary } from './made-channel.ts';
import { picture } from './picture.ts';

const bytes = (value: number): Limit => official(value, 'bytes');
const FOUR = photos({ maxBytes: bytes(4_000_000) });
const GIF = { ...FOUR, maxBytesBy: { 'image/gif': bytes(15_000_000), 'image/jpeg': bytes(1_000_000) } };
const SIZED = photos({ maxBytesAt: { '320x50': secondary(10, 'bytes') } });
const STORY = { ...FOUR, byFormat: { story: { maxBytes: bytes(1_000_000) } } };

describe('a picture that is too heavy is found', () => {
  test.each<readonly [ChannelSpec['media'], Partial<ImageFacts>, string | undefined, string]>([
    [FOUR, { bytes: 4_000_001 }, undefined, 'error'],
    [FOUR, { bytes: 40_000_000 }, undefined, 'error'],
    [photos({ maxBytes: secondary(10, 'bytes') }), { bytes: 11 }, undefined, 'warning'],
    [photos({ maxBytes: { ...secondary(10, 'bytes'), enforced: true } }), { bytes: 11 }, undefined, 'error'],
    [GIF, { bytes: 15_000_001, format: 'gif' }, undefined, 'error'],
    [GIF, { bytes: 4_000_001, format: 'png' }, undefined, 'error'],
    [GIF, { bytes: 1_000_001, format: 'jpg' }, undefined, 'error'],
    [SIZED, { bytes: 11, width: 320, height: 50 }, undefined, 'warning'],
    [STORY, { bytes: 1_000_001 }, 'story', 'error'],
    [STORY, { bytes: 4_000_001 }, 'feed', 'error'],
  ])('%#', (media, image, format, severity) => {
    expect(
      findOn('image-weight', media, image, format).map((one) => [
        one.severity,
        one.image,
        one.item,
        one.start,
        one.end,
      ]),
    ).toEqual([[severity, 'mint.jpg', 'weight', 0, 0]]);
  });
});

describe('others are left alone', () => {
  test.each<readonly [ChannelSpec['media'], Partial<ImageFacts>, string | undefined]>([
    [FOUR, { bytes: 4_000_000 }, undefined],
    [SIZED, { bytes: 11, width: 320, height: 51 }, undefined],
    [GIF, { bytes: 15_000_000, format: 'gif' }, undefined],
    [STORY, { bytes: 2_000_000 }, 'feed'],
    [STORY, { bytes: 2_000_000 }, undefined],
    [photos(), { bytes: 1e9 }, undefined],
    [null, { bytes: 1e9 }, undefined],
  ])('%#', (media, image, format) => {
    expect(findOn('image-weight', media, image, format)).toEqual([]);
  });

  test('without a channel, or pictures', () => {
    expect(
      lintWith('image-weight', { guide: {}, subject: { images: [picture({ bytes: 1e9 })] } }, 'Mint'),
    ).toEqual([]);
    expect(lintWith('image-weight', { guide: {}, channel: 'instagram' }, 'Mint')).toEqual([]);
  });
});

test.each<readonly [Limit, number, string]>([
  [
    bytes(4_000_000),
    5_000_000,
    '“mint.jpg” weighs 5,000,000 bytes and Board takes 4,000,000; make it 20 % lighter.',
  ],
  [
    secondary(999, 'bytes'),
    1000,
    '“mint.jpg” weighs 1,000 bytes and Board takes 999; make it 1 % lighter (approximate: not published by the channel).',
  ],
])('says by how much', (maxBytes, weight, message) => {
  expect(findOn('image-weight', photos({ maxBytes }), { bytes: weight })[0]?.message).toBe(message);
});

test.each([
  ['gif', 15_000_000, 0],
  ['gif', 15_000_001, 1],
  ['png', 5_000_001, 1],
])('X takes a heavier GIF: %s of %i', (format, weight, count) => {
  const images = [picture({ format, bytes: weight })];
  expect(lintWith('image-weight', { guide: {}, channel: 'x', subject: { images } }, 'Mint')).toHaveLength(
    count,
  );
});
