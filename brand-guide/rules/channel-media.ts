/** Sees that a post has the pictures that its channel takes. */
import type { ChannelSpec, MediaSpec } from '../engine/channel.ts';
import type { ImageFacts } from '../engine/image.ts';
import { aboutPicture, mediaOf, mimeOf } from '../engine/pictures.ts';
import type { Report, Rule, RuleContext, Subject } from '../engine/types.ts';
import examplePictures from './data/example-pictures.json' with { type: 'json' };

function pictures(count: number): string {
  return count === 1 ? '1 picture' : `${count} pictures`;
}

/** A report on pictures that are not there names none. */
function tooFew(
  { parts }: Subject,
  { name }: ChannelSpec,
  { min, required }: MediaSpec,
  count: number,
): Report[] {
  const least = Math.max(min, required ? 1 : 0);
  if (count >= least || (count === 0 && !required)) return [];
  const message = `${name} publishes nothing without ${pictures(least)}${count === 0 ? '' : `, and this has ${count}`}; add ${least - count}.`;
  return [{ field: parts[0]?.field ?? '', start: 0, end: 0, item: 'required', message }];
}

function tooMany(
  subject: Subject,
  { name }: ChannelSpec,
  { max }: MediaSpec,
  images: readonly ImageFacts[],
): Report[] {
  const first = images[max];
  if (!first) return [];
  const message = `${name} takes ${pictures(max)} and this has ${images.length}; leave out “${first.name}”${images.length - max > 1 ? ' and what follows it' : ''}.`;
  return [aboutPicture(subject, first, 'max', message)];
}

function takes({ formats }: MediaSpec, mime: string): boolean {
  return formats.some((one) => one === mime || (one.endsWith('/*') && mime.startsWith(one.slice(0, -1))));
}

function* check({ subject }: RuleContext): Iterable<Report> {
  const { channel, images } = subject;
  if (!channel || !images) return;
  const { spec } = channel;
  const media = mediaOf(spec, subject.format);
  const [first] = images;
  if (!media) {
    if (first)
      yield aboutPicture(subject, first, 'none', `${spec.name} carries no pictures; leave them out.`);
    return;
  }
  yield* tooFew(subject, spec, media, images.length);
  yield* tooMany(subject, spec, media, images);
  for (const image of images.slice(0, media.max)) {
    const mime = mimeOf(image);
    if (takes(media, mime)) continue;
    const message = `${spec.name} does not take “${image.name}” as ${mime}; give it as ${media.formats.join(' or ')}.`;
    yield aboutPicture(subject, image, 'format', message);
  }
}

const CARD = examplePictures.photo;

export const channelMedia: Rule = {
  meta: {
    id: 'channel-media',
    says: 'A post has pictures where its channel needs them, as many as it takes, in formats that it takes.',
    severity: 'error',
    fixable: false,
    languages: 'any',
    docs: 'Compares the pictures with the channel’s spec, for the format of the post: whether one is required, how many, and of which file types. Their size, ratio and weight have rules of their own. Where nothing is known of the pictures, nothing is said.',
    options: [],
    examples: [
      { guide: {}, channel: 'instagram', subject: { images: [CARD] }, accept: ['Mint is back.'] },
      { guide: {}, channel: 'instagram', accept: ['Mint is back.'] },
      { guide: {}, channel: 'instagram', subject: { images: [] }, reject: [{ text: 'Mint', evidence: '' }] },
      {
        guide: {},
        channel: 'instagram',
        locale: 'fa-IR',
        subject: { images: [{ ...CARD, format: 'webp' }] },
        reject: [{ text: 'عینک', evidence: '' }],
      },
    ],
  },
  wanted: (_guide, { channel }) => channel !== undefined,
  check,
};
