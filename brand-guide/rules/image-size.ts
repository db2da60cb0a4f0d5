/** Sees that pictures have enough pixels, and no more than their channel takes. */
import type { Limit, MediaSpec } from '../engine/channel.ts';
import type { ImageFacts } from '../engine/image.ts';
import { sayingOf, severityOf } from '../engine/limits.ts';
import { aboutPicture, grouped, mediaOf } from '../engine/pictures.ts';
import type { Report, Rule, RuleContext, Subject } from '../engine/types.ts';
import examplePictures from './data/example-pictures.json' with { type: 'json' };

function sized({ name, width, height }: ImageFacts): string {
  return `“${name}” is ${width} × ${height}`;
}

function underGuide({ subject, guide }: RuleContext, image: ImageFacts): Report[] {
  const least = guide.imagery?.minSize;
  if (!least || (image.width >= least.width && image.height >= least.height)) return [];
  const message = `${sized(image)}, and the guide asks for ${least.width} × ${least.height} at least; use a larger one.`;
  return [aboutPicture(subject, image, 'guide', message)];
}

function over(
  subject: Subject,
  name: string,
  limit: Limit | undefined,
  image: ImageFacts,
  measured: number,
  what: string,
): Report[] {
  if (!limit || measured <= limit.value) return [];
  const message = `${sized(image)}, ${grouped(measured)} ${what}, and ${name} takes ${grouped(limit.value)}; scale it down${sayingOf(limit)}.`;
  return [aboutPicture(subject, image, what, message, severityOf(limit))];
}

function* tooLarge(subject: Subject, name: string, media: MediaSpec, image: ImageFacts): Iterable<Report> {
  const { width, height } = image;
  const { maxPixels, maxSide, maxSides } = media;
  yield* over(subject, name, maxPixels, image, width * height, 'pixels');
  yield* over(subject, name, maxSide, image, Math.max(width, height), 'pixels on its longer side');
  yield* over(subject, name, maxSides, image, width + height, 'pixels of width and height together');
}

/** The advised size of the shape that is nearest. */
function advisedFor(
  { recommended }: MediaSpec,
  { width, height }: ImageFacts,
): readonly [number, number] | undefined {
  const off = ([wide, high]: readonly [number, number]): number =>
    Math.abs(Math.log(width / height / (wide / high)));
  return recommended.toSorted((a, b) => off(a) - off(b) || a[0] - b[0])[0];
}

/** A channel scales a small picture up rather than refuse it. */
function underChannel(subject: Subject, name: string, media: MediaSpec, image: ImageFacts): Report[] {
  const { minWidth } = media;
  if (minWidth && image.width < minWidth.value) {
    const message = `${sized(image)}, and ${name} asks for a width of ${minWidth.value} at least; use a larger one${sayingOf(minWidth)}.`;
    return [aboutPicture(subject, image, 'width', message, 'warning')];
  }
  const advised = advisedFor(media, image);
  if (!advised || image.width >= advised[0] || image.height >= advised[1]) return [];
  const message = `${sized(image)} and will look soft: ${name} shows this shape at ${advised[0]} × ${advised[1]}.`;
  return [aboutPicture(subject, image, 'soft', message, 'suggestion')];
}

function* check(context: RuleContext): Iterable<Report> {
  const { subject } = context;
  const { channel, images = [], format } = subject;
  const media = channel && mediaOf(channel.spec, format);
  for (const image of images) {
    const small = underGuide(context, image);
    yield* small;
    if (!media) continue;
    yield* tooLarge(subject, channel.spec.name, media, image);
    if (small.length === 0) yield* underChannel(subject, channel.spec.name, media, image);
  }
}

const CARD = examplePictures.photo;
const LEAST = { imagery: { minSize: { width: 1080, height: 1080 } } };

export const imageSize: Rule = {
  meta: {
    id: 'image-size',
    says: 'A picture has enough pixels for the brand and for its channel.',
    severity: 'warning',
    fixable: false,
    languages: 'any',
    docs: 'Compares each picture with `imagery.minSize`, with the least width and the most pixels that the channel takes in the format of the post, and with the size that is advised for its shape (a suggestion, since the channel scales it up).',
    options: ['imagery'],
    examples: [
      { guide: LEAST, subject: { images: [CARD] }, accept: ['Mint is back.'] },
      {
        guide: LEAST,
        subject: { images: [{ ...CARD, width: 1079 }] },
        reject: [{ text: 'Mint is back.', evidence: '' }],
      },
      {
        guide: {},
        channel: 'instagram',
        subject: { images: [{ ...CARD, width: 300, height: 300 }] },
        reject: [{ text: 'Mint is back.', evidence: '' }],
      },
    ],
  },
  wanted: ({ imagery }, { channel }) => channel !== undefined || imagery?.minSize !== undefined,
  check,
};
