import { describe, expect, test } from 'vitest';
import type { ChannelSpec } from '../../../brand-guide/engine/channel.ts';
import { lintWith } from './lint-with.ts';
import { madeChannel, official, secondary } from './made-channel.ts';
import { picture } from './picture.ts';

const REQUIRED = { imagery: { altText: { required: true, maxCharacters: 40 } } };

interface Row {
  readonly alt?: string;
  readonly name?: string;
  readonly locale?: string;
  readonly text?: string;
  readonly guide?: typeof REQUIRED | Record<string, never>;
  readonly channel?: ChannelSpec['altText'];
}

function found({
  alt,
  name = 'mint.jpg',
  locale = 'en-US',
  text = 'Mint is back.',
  guide = {},
  channel,
}: Row) {
  const image = picture({ name, ...(alt === undefined ? {} : { alt }) });
  const made = channel === undefined ? {} : { channel: madeChannel({ altText: channel }) };
  return lintWith('alt-text', { guide, locale, subject: { images: [image] }, ...made }, text);
}

const rows: readonly (readonly [Row, string, string])[] = [
  [{ guide: REQUIRED }, 'missing', 'warning'],
  [{ guide: REQUIRED, alt: '' }, 'empty', 'warning'],
  [{ guide: REQUIRED, alt: ' \n' }, 'empty', 'warning'],
  [{ channel: { max: null, required: true } }, 'missing', 'error'],
  [{ alt: 'Image of a green drink' }, 'opening', 'suggestion'],
  [{ alt: '  a PICTURE of mint' }, 'opening', 'suggestion'],
  [{ alt: 'Εικόνα με γυαλιά', locale: 'el-GR' }, 'opening', 'suggestion'],
  [{ alt: 'ΕΙΚΟΝΑ ΜΕ ΓΥΑΛΙΑ', locale: 'el-GR' }, 'opening', 'suggestion'],
  [{ alt: 'На фото очки', locale: 'ru-RU' }, 'opening', 'suggestion'],
  [{ alt: 'Gambar kacamata', locale: 'id-ID' }, 'opening', 'suggestion'],
  [{ alt: '這張照片裡有一副眼鏡', locale: 'zh-TW' }, 'opening', 'suggestion'],
  [{ alt: 'تصویری از عینک', locale: 'fa-IR' }, 'opening', 'suggestion'],
  [{ alt: 'عكس عینک', locale: 'fa-IR' }, 'opening', 'suggestion'],
  [{ alt: 'mint.jpg' }, 'file-name', 'warning'],
  [{ alt: 'Summer Card Final.PNG' }, 'file-name', 'warning'],
  [{ alt: 'Picture' }, 'file-name', 'warning'],
  [{ alt: 'IMG_2041' }, 'file-name', 'warning'],
  [{ alt: 'Screenshot 2027-05-12 at 10.14.02' }, 'file-name', 'warning'],
  [{ alt: 'mint-card-2', name: 'mint-card-2.png' }, 'file-name', 'warning'],
  [{ alt: 'Mint is back.' }, 'repeats', 'warning'],
  [{ alt: 'νέα γυαλιά ', text: 'Νέα γυαλιά', locale: 'el-GR' }, 'repeats', 'warning'],
  [{ alt: 'a'.repeat(41), guide: REQUIRED }, 'length', 'warning'],
  [{ alt: 'я'.repeat(101), channel: { max: official(100) } }, 'channel-length', 'error'],
  [{ alt: '鏡'.repeat(101), channel: { max: secondary(100) } }, 'channel-length', 'warning'],
];

describe('an alternative text that says nothing of the picture is found', () => {
  test.each(rows)('%j: %s', (row, item, severity) => {
    expect(
      found(row).map((one) => [one.item, one.severity, one.image, one.field, one.start, one.end]),
    ).toEqual([[item, severity, row.name ?? 'mint.jpg', 'text', 0, 0]]);
  });
});

describe('others are left alone', () => {
  test.each<Row>([
    { alt: 'A green drink with ice', guide: REQUIRED },
    {},
    { alt: '' },
    { channel: { max: null } },
    { alt: 'Imagery officers', locale: 'en-US' },
    { alt: 'Photography of the valley at dawn' },
    { alt: 'Γυαλιά σε εικόνα με πλαίσιο', locale: 'el-GR' },
    { alt: 'Фотоаппарат на столе', locale: 'ru-RU' },
    { alt: 'Fotografer memakai kacamata', locale: 'id-ID' },
    { alt: '綠色飲料加冰塊', locale: 'zh-TW' },
    { alt: 'عینک آفتابی روی میز', locale: 'fa-IR' },
    { alt: 'mint', name: 'mint.jpg' },
    { alt: '👓'.repeat(40), guide: REQUIRED },
    { alt: 'IMG_2041', channel: null },
    { guide: REQUIRED, channel: null },
  ])('%j', (row) => {
    expect(found(row)).toEqual([]);
  });

  test('nothing is known of the pictures', () => {
    expect(lintWith('alt-text', { guide: REQUIRED }, 'Mint is back.')).toEqual([]);
  });
});

test('two pictures with one fault keep apart, whatever their order', () => {
  const images = [picture({ name: 'a.jpg' }), picture({ name: 'b.jpg' })];
  const read = (list: typeof images) =>
    lintWith('alt-text', { guide: REQUIRED, subject: { images: list } }, 'Mint').map(
      ({ image, fingerprint }) => [image, fingerprint] as const,
    );
  const [first, second] = read(images);
  expect(first?.[1]).not.toBe(second?.[1]);
  expect(new Map(read(images.toReversed()))).toEqual(new Map(read(images)));
});

test.each([
  ['instagram', 'feed', 1_001, 'channel-length'],
  ['instagram', 'story', 1_001, undefined],
  ['telegram', undefined, 1_001, undefined],
  ['bluesky', undefined, 10_000, undefined],
  ['mastodon', undefined, 1_501, 'channel-length'],
  ['pinterest', undefined, 501, 'channel-length'],
  ['linkedin', undefined, 121, 'advised'],
  ['linkedin', undefined, 120, undefined],
  ['linkedin', undefined, 4_087, 'channel-length'],
  ['email', undefined, 126, 'advised'],
])('%s, a %s, %i characters', (channel, format, length, item) => {
  const images = [picture({ alt: 'ж'.repeat(length) })];
  const subject = { images, ...(format !== undefined && { format }) };
  expect(lintWith('alt-text', { guide: {}, channel, subject }, 'Mint').map((one) => one.item)).toEqual(
    item === undefined ? [] : [item],
  );
});
