/** Sees that pictures are no heavier than their channel takes. */
import type { MediaSpec } from '../engine/channel.ts';
import type { ImageFacts } from '../engine/image.ts';
import { sayingOf, severityOf } from '../engine/limits.ts';
import { aboutPicture, grouped, mediaOf, mimeOf } from '../engine/pictures.ts';
import type { Report, Rule, Subject } from '../engine/types.ts';
import examplePictures from './data/example-pictures.json' with { type: 'json' };

function tooHeavy(subject: Subject, name: string, media: MediaSpec, image: ImageFacts): Report[] {
  const limit =
    media.maxBytesAt?.[`${image.width}x${image.height}`] ??
    media.maxBytesBy?.[mimeOf(image)] ??
    media.maxBytes;
  if (!limit || image.bytes <= limit.value) return [];
  const message = `“${image.name}” weighs ${grouped(image.bytes)} bytes and ${name} takes ${grouped(limit.value)}; make it ${Math.ceil((1 - limit.value / image.bytes) * 100)} % lighter${sayingOf(limit)}.`;
  return [aboutPicture(subject, image, 'weight', message, severityOf(limit))];
}

const CARD = examplePictures.photo;

export const imageWeight: Rule = {
  meta: {
    id: 'image-weight',
    says: 'A picture is no heavier than its channel takes.',
    severity: 'error',
    fixable: false,
    languages: 'any',
    docs: 'Compares each picture’s bytes with the channel’s figure for its size or file type, in the format of the post. A published or enforced figure is an error, any other a warning that says it is approximate.',
    options: [],
    examples: [
      {
        guide: {},
        channel: 'instagram',
        subject: { images: [{ ...CARD, bytes: 8_000_000 }] },
        accept: ['Mint is back.'],
      },
      {
        guide: {},
        channel: 'instagram',
        subject: { images: [{ ...CARD, bytes: 8_000_001 }] },
        reject: [{ text: 'Mint is back.', evidence: '' }],
      },
    ],
  },
  wanted: (_guide, { channel }) => channel !== undefined,
  *check({ subject }) {
    const { channel, images = [], format } = subject;
    const media = channel && mediaOf(channel.spec, format);
    if (media) for (const image of images) yield* tooHeavy(subject, channel.spec.name, media, image);
  },
};
