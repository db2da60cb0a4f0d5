import { describe, expect, test } from 'vitest';
import type { ChannelSpec } from '../../../brand-guide/engine/channel.ts';
import { lintWith } from './lint-with.ts';
import { madeChannel, photos } from './made-channel.ts';
import { picture } from './picture.ts';

type Media = ChannelSpec['media'];

/** `jpeg png` is two pictures of those formats. */
function found(media: Media, formats: string, format?: string) {
  const images = formats
    .split(' ')
    .flatMap((one, at) => (one === '' ? [] : [picture({ name: `${at}.${one}`, format: one })]));
  const subject = { images, ...(format === undefined ? {} : { format }) };
  return lintWith('channel-media', { guide: {}, channel: madeChannel({ media }), subject }, 'Mint');
}

const CAROUSEL = {
  ...photos({ required: true, min: 1, max: 3 }),
  byFormat: { carousel: { min: 2 }, story: { max: 1 } },
};

describe('pictures that the channel does not take are found', () => {
  test.each<
    readonly [string, Media, string, string | undefined, readonly (readonly [string, string | undefined])[]]
  >([
    [
      'none where one is required',
      photos({ required: true, min: 1 }),
      '',
      undefined,
      [['required', undefined]],
    ],
    [
      'required, though no least is said',
      photos({ required: true }),
      '',
      undefined,
      [['required', undefined]],
    ],
    [
      'fewer than the least',
      photos({ required: true, min: 2 }),
      'jpeg',
      undefined,
      [['required', undefined]],
    ],
    ['fewer than a format’s least', CAROUSEL, 'jpeg', 'carousel', [['required', undefined]]],
    ['some though none is required', photos({ min: 2 }), 'jpeg', undefined, [['required', undefined]]],
    ['too many', photos({ max: 1 }), 'jpeg png', undefined, [['max', '1.png']]],
    ['too many for a format', CAROUSEL, 'jpeg png', 'story', [['max', '1.png']]],
    ['any where none is carried', null, 'jpeg png', undefined, [['none', '0.jpeg']]],
    ['a format it does not take', photos(), 'webp', undefined, [['format', '0.webp']]],
    [
      'several of them',
      photos(),
      'gif jpeg avif',
      undefined,
      [
        ['format', '0.gif'],
        ['format', '2.avif'],
      ],
    ],
    ['a picture for a film', photos({ formats: ['video/*'] }), 'jpeg', undefined, [['format', '0.jpeg']]],
  ])('%s', (_why, media, formats, format, expected) => {
    const findings = found(media, formats, format);
    expect(findings.map(({ item, image }) => [item, image])).toEqual(expected);
    for (const one of findings)
      expect([one.severity, one.field, one.start, one.end, one.evidence]).toEqual([
        'error',
        'text',
        0,
        0,
        '',
      ]);
  });
});

describe('what it takes is left alone', () => {
  test.each<readonly [Media, string, string | undefined]>([
    [photos(), '', undefined],
    [photos({ min: 1 }), '', undefined],
    [photos({ required: true, min: 1 }), 'jpeg', undefined],
    [photos({ max: 2 }), 'jpeg png', undefined],
    [photos(), 'jpg', undefined],
    [photos({ formats: ['image/*'] }), 'webp avif gif', undefined],
    [CAROUSEL, 'jpeg', 'feed'],
    [CAROUSEL, 'jpeg jpeg', 'carousel'],
    [CAROUSEL, 'jpeg', 'story'],
    [null, '', undefined],
  ])('%j: %s %s', (media, formats, format) => {
    expect(found(media, formats, format)).toEqual([]);
  });

  test('nothing is known of the pictures, or of the channel', () => {
    const channel = madeChannel({ media: photos({ required: true, min: 1 }) });
    expect(lintWith('channel-media', { guide: {}, channel }, 'Mint')).toEqual([]);
    expect(lintWith('channel-media', { guide: {}, subject: { images: [] } }, 'Mint')).toEqual([]);
  });
});

test.each([
  ['', 'Board publishes nothing without 2 pictures; add 2.'],
  ['jpeg', 'Board publishes nothing without 2 pictures, and this has 1; add 1.'],
  ['jpeg jpeg jpeg jpeg', 'Board takes 3 pictures and this has 4; leave out “3.jpeg”.'],
  ['jpeg webp', 'Board does not take “1.webp” as image/webp; give it as image/jpeg or image/png.'],
])('says what to do about %j', (formats, message) => {
  expect(found(photos({ required: true, min: 2, max: 3 }), formats)[0]?.message).toBe(message);
});
