/** Sees that the logo in a picture made here is large enough and has room around it. */
import type { ImageFacts } from '../engine/image.ts';
import { aboutPicture } from '../engine/pictures.ts';
import type { Report, Rule, Subject } from '../engine/types.ts';
import type { Imagery } from '../schema/look.ts';
import examplePictures from './data/example-pictures.json' with { type: 'json' };

function* check(
  subject: Subject,
  image: ImageFacts,
  { clearSpace, minSize }: NonNullable<Imagery['logo']>,
): Iterable<Report> {
  const { logo } = image;
  if (!logo) return;
  const of = `The logo in “${image.name}”`;
  if (minSize !== undefined && logo.height < minSize) {
    const message = `${of} is ${logo.height} px high, and the guide asks for ${minSize} at least.`;
    yield aboutPicture(subject, image, 'size', message);
  }
  const room = clearSpace === undefined ? 0 : clearSpace * logo.height;
  if (logo.clear >= room) return;
  const message = `${of} has ${logo.clear} px of clear space, and the guide asks for ${Math.ceil(room)}.`;
  yield aboutPicture(subject, image, 'clear-space', message);
}

const CARD = examplePictures.card;
const LOGO = { x: 0, y: 0, width: 200, height: 60, clear: 30 };
const BRAND = { imagery: { logo: { clearSpace: 0.5, minSize: 48 } } };

export const logo: Rule = {
  meta: {
    id: 'logo',
    says: 'The logo in a picture is large enough and has room around it.',
    severity: 'warning',
    fixable: false,
    languages: 'any',
    docs: 'Compares the logo of a picture that was made here with `imagery.logo`: `minSize` in pixels of height, and `clearSpace` as a share of its height to the nearest other thing. A picture without a logo has no findings.',
    options: ['imagery'],
    examples: [
      { guide: BRAND, subject: { images: [{ ...CARD, logo: LOGO }] }, accept: ['Mint is back.'] },
      {
        guide: BRAND,
        subject: { images: [{ ...CARD, logo: { ...LOGO, clear: 29 } }] },
        reject: [{ text: 'Mint is back.', evidence: '' }],
      },
    ],
  },
  wanted: ({ imagery }) => imagery?.logo?.clearSpace !== undefined || imagery?.logo?.minSize !== undefined,
  *check({ subject, guide }) {
    const asked = guide.imagery?.logo;
    if (asked) for (const image of subject.images ?? []) yield* check(subject, image, asked);
  },
};
