/** Sees that text in a picture stands out from its ground. */
import { contrastOf } from '../engine/color.ts';
import type { ImageFacts, TextBox } from '../engine/image.ts';
import { aboutPicture } from '../engine/pictures.ts';
import type { Report, Rule, Subject } from '../engine/types.ts';
import examplePictures from './data/example-pictures.json' with { type: 'json' };

/** Two decimals, cut rather than rounded: 4.499 is not 4.5. */
function figure(contrast: number): string {
  return String(Math.floor(contrast * 100) / 100);
}

function tooFaint(
  subject: Subject,
  least: number,
  image: ImageFacts,
  { text, color, background }: TextBox,
): Report[] {
  const contrast = contrastOf(color, background);
  if (contrast === undefined || contrast >= least) return [];
  const message = `“${text}” in “${image.name}” has a contrast of ${figure(contrast)} (${color} on ${background}), and the guide asks for ${least}.`;
  return [aboutPicture(subject, image, text, message)];
}

const CARD = examplePictures.card;
const BOX = {
  text: '$4.95',
  x: 0,
  y: 0,
  width: 1,
  height: 1,
  background: '#FFFFFF',
  fontFamily: 'Inter',
  fontSize: 48,
};

export const imageContrast: Rule = {
  meta: {
    id: 'image-contrast',
    says: 'Text in a picture has the contrast that the guide asks for.',
    severity: 'error',
    fixable: false,
    languages: 'any',
    docs: 'Compares the WCAG contrast of each text in a picture that was made here, against the colour behind it that it contrasts with least, with `imagery.contrast`.',
    options: ['imagery'],
    examples: [
      {
        guide: { imagery: { contrast: 4.5 } },
        subject: { images: [{ ...CARD, textBoxes: [{ ...BOX, color: '#767676' }] }] },
        accept: ['Mint is back.'],
      },
      {
        guide: { imagery: { contrast: 4.5 } },
        subject: { images: [{ ...CARD, textBoxes: [{ ...BOX, color: '#777777' }] }] },
        reject: [{ text: 'Mint is back.', evidence: '' }],
      },
    ],
  },
  wanted: ({ imagery }) => imagery?.contrast !== undefined,
  *check({ subject, guide }) {
    const least = guide.imagery?.contrast ?? 1;
    for (const image of subject.images ?? [])
      for (const box of image.textBoxes ?? []) yield* tooFaint(subject, least, image, box);
  },
};
