/** Sees that pictures have the shape that their channel shows. */
import type { MediaSpec } from '../engine/channel.ts';
import type { ImageFacts } from '../engine/image.ts';
import { aboutPicture, mediaOf } from '../engine/pictures.ts';
import type { Report, Rule, Subject } from '../engine/types.ts';
import examplePictures from './data/example-pictures.json' with { type: 'json' };

/** How far from an advised ratio is still that ratio. */
const NEAR = 0.05;

function shapeOf({ width, height }: ImageFacts): string {
  return `${width} × ${height}`;
}

function ratio(figure: number): string {
  return `${Number(figure.toFixed(2))}:1`;
}

/** A pixel of rounding is nobody's fault. */
function isTaken(
  { width, height }: ImageFacts,
  { min, max }: { readonly min: number; readonly max: number },
): boolean {
  return width + 1 >= min * height && width - 1 <= max * height;
}

function isAdvised({ width, height }: ImageFacts, { recommended }: MediaSpec): boolean {
  return recommended.some(([wide, high]) => Math.abs(width / height / (wide / high) - 1) <= NEAR);
}

function misshapen(subject: Subject, name: string, media: MediaSpec, image: ImageFacts): Report[] {
  const { aspect, recommended } = media;
  const of = `“${image.name}” is ${shapeOf(image)}, ${ratio(image.width / image.height)}`;
  if (aspect && !isTaken(image, aspect)) {
    const message = `${of}, and ${name} takes ${ratio(aspect.min)} to ${ratio(aspect.max)}; crop it.`;
    return [aboutPicture(subject, image, 'refused', message, 'error')];
  }
  if (recommended.length === 0 || isAdvised(image, media)) return [];
  const sizes = recommended.map(([wide, high]) => `${wide} × ${high}`).join(', ');
  const message = `${of}; ${name} shows ${sizes} best and may crop others.`;
  return [aboutPicture(subject, image, 'advised', message, 'suggestion')];
}

const CARD = examplePictures.photo;

export const imageRatio: Rule = {
  meta: {
    id: 'image-ratio',
    says: 'A picture has a shape that its channel takes and shows.',
    severity: 'error',
    fixable: false,
    languages: 'any',
    docs: 'Compares each picture’s width and height with the ratios that the channel takes in the format of the post (an error, with a pixel of rounding allowed), and with the sizes that it is advised to be given (a suggestion past five percent).',
    options: [],
    examples: [
      { guide: {}, channel: 'instagram', subject: { images: [CARD] }, accept: ['Mint is back.'] },
      {
        guide: {},
        channel: 'instagram',
        subject: { images: [{ ...CARD, height: 1920 }] },
        reject: [{ text: 'Mint is back.', evidence: '' }],
      },
      {
        guide: {},
        channel: 'instagram',
        subject: { images: [{ ...CARD, height: 1920 }], format: 'story' },
        accept: ['Mint is back.'],
      },
    ],
  },
  wanted: (_guide, { channel }) => channel !== undefined,
  *check({ subject }) {
    const { channel, images = [], format } = subject;
    const media = channel && mediaOf(channel.spec, format);
    if (media) for (const image of images) yield* misshapen(subject, channel.spec.name, media, image);
  },
};
