/** Where a preview cuts, what it links and what it shows of a picture. */
import { describe, expect, it } from 'vitest';
import { pictureShape, textShape } from '../../functions/channels/preview-shape.ts';
import { channelOf } from '../../functions/channels/specs.ts';

const specOf = (id: string) => {
  const channel = channelOf(id);
  if (!channel) throw new Error(id);
  return channel.spec;
};

describe('the fold', () => {
  it.each([
    ['instagram', 'a'.repeat(125), undefined, undefined],
    ['instagram', 'a'.repeat(126), { at: 125, by: 'characters', approximate: false }, 125],
    ['instagram', 'α\nβ\nγ\nδ', { at: 5, by: 'lines', approximate: false }, 5],
    ['instagram', '👩‍👩‍👧'.repeat(126), { at: 1_000, by: 'characters', approximate: false }, 1_000],
    ['facebook', 'ж'.repeat(200), { at: 110, by: 'characters', approximate: true }, undefined],
    ['facebook', 'ж'.repeat(481), { at: 110, by: 'characters', approximate: true }, 480],
    ['linkedin', '鏡'.repeat(211), { at: 140, by: 'characters', approximate: true }, 210],
    ['x', 'a'.repeat(280), undefined, undefined],
    ['webhook', 'a'.repeat(9_000), undefined, undefined],
  ])('%s', (id, text, mobile, desktop) => {
    const shape = textShape(specOf(id), text);
    expect([shape.mobile, shape.desktop?.at]).toEqual([mobile, desktop]);
  });

  it('of a part is the part’s own', () => {
    expect(textShape(specOf('email'), 'a'.repeat(41), 'subject').mobile?.at).toBe(40);
    expect(textShape(specOf('email'), 'a'.repeat(41)).mobile).toBeUndefined();
  });
});

describe('what can be followed', () => {
  const TEXT = 'By @n, @n.example.com: https://a.com, a.com #чай';
  const all = ['@n', '@n.example.com', 'https://a.com', 'a.com', '#чай'];

  it.each([
    ['x', all],
    ['instagram', ['@n', '@n.example.com', '#чай']],
    ['bluesky', ['@n.example.com', 'https://a.com', 'a.com', '#чай']],
    ['mastodon', ['@n', '@n.example.com', 'https://a.com', '#чай']],
    ['linkedin', ['https://a.com', 'a.com', '#чай']],
    ['email', ['https://a.com', 'a.com']],
    ['push', []],
  ])('%s', (id, expected) => {
    expect(textShape(specOf(id), TEXT).marks.map(({ text }) => text)).toEqual(expected);
  });
});

describe('pictures', () => {
  it.each([
    ['instagram', { width: 1_080, height: 1_080 }, {}, [0, 0, 1_080, 1_080], false],
    ['instagram', { width: 1_000, height: 2_000 }, {}, [0, 375, 1_000, 1_250], true],
    ['instagram', { width: 1_000, height: 2_000 }, { format: 'story' }, [0, 0, 1_000, 2_000], false],
    [
      'instagram',
      { width: 1_080, height: 1_350 },
      { first: { width: 9, height: 9 } },
      [0, 135, 1_080, 1_080],
      true,
    ],
    ['threads', { width: 100, height: 2_000 }, {}, [0, 500, 100, 1_000], true],
    ['facebook', { width: 3_000, height: 10 }, {}, [0, 0, 3_000, 10], false],
  ])('%s %j %j', (id, picture, options, [left, top, width, height], cropped) => {
    expect(pictureShape(specOf(id), picture, options)).toMatchObject({
      shown: { left, top, width, height },
      cropped,
    });
  });

  it('have safe zones in stories and reels', () => {
    const size = { width: 1_080, height: 1_920 };
    const { safeZone } = pictureShape(specOf('instagram'), size, { format: 'reel' }) ?? {};
    expect([safeZone?.top?.value, safeZone?.bottom?.value, safeZone?.sides?.value]).toEqual([14, 35, 6]);
  });

  it.each([
    ['sms', undefined],
    ['tiktok', 'video'],
  ])('are none on %s', (id, format) => {
    const options = format === undefined ? {} : { format };
    expect(pictureShape(specOf(id), { width: 10, height: 10 }, options)).toBeUndefined();
  });
});
