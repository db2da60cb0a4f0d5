/** Sees that pictures keep to the brand's colours. */
import { deltaE, toneOf } from '../engine/color.ts';
import type { Tone } from '../engine/color.ts';
import type { ImageFacts } from '../engine/image.ts';
import { aboutPicture } from '../engine/pictures.ts';
import { resolveTokens } from '../engine/tokens.ts';
import type { Check, Report, Rule, Subject } from '../engine/types.ts';
import type { Guide } from '../schema/guide.ts';
import type { Imagery } from '../schema/look.ts';

/** A flat fill farther away than this is off the palette. */
const OFF = 5;
/** Less of an area than this is the edge between two fills. */
const EDGE = 0.01;
/** What counts as near in a photograph where the guide does not say. */
const NEAR = 10;

interface BrandColor {
  /** The token's path. */
  readonly name: string;
  readonly hex: string;
  readonly tone: Tone;
}

function paletteOf({ color = {}, typography = {} }: Guide): BrandColor[] {
  const { tokens } = resolveTokens(color, { color, typography });
  return [...tokens.values()].flatMap(({ path, value }) => {
    const tone = value.kind === 'color' ? toneOf(value.hex) : undefined;
    return value.kind === 'color' && tone ? [{ name: path, hex: value.hex, tone }] : [];
  });
}

/** The brand's colour that is nearest, the first of equals, and how far it is; undefined where `hex` is no colour. */
function nearest(
  palette: readonly BrandColor[],
  hex: string,
): { readonly color: BrandColor; readonly distance: number } | undefined {
  const tone = toneOf(hex);
  let best: { color: BrandColor; distance: number } | undefined;
  for (const color of tone ? palette : []) {
    const distance = tone ? deltaE(tone, color.tone) : Infinity;
    if (!best || distance < best.distance) best = { color, distance };
  }
  return best;
}

function* flatFills(subject: Subject, palette: readonly BrandColor[], image: ImageFacts): Iterable<Report> {
  for (const { hex, share } of image.colors) {
    const { color, distance } = nearest(palette, hex) ?? { distance: 0 };
    if (share < EDGE || distance <= OFF || !color) continue;
    const message = `${hex} fills ${Math.round(share * 100)} % of “${image.name}” and is no colour of this brand; the nearest is ${color.name}, ${color.hex} (ΔE ${distance.toFixed(1)}).`;
    yield aboutPicture(subject, image, hex.toUpperCase(), message, 'error');
  }
}

function photograph(
  subject: Subject,
  palette: readonly BrandColor[],
  image: ImageFacts,
  wanted: Imagery['palette'],
): Report[] {
  const { minShare, deltaE: near = NEAR } = wanted ?? {};
  if (minShare === undefined || image.colors.length === 0) return [];
  const share = image.colors
    .filter(({ hex }) => (nearest(palette, hex)?.distance ?? Infinity) <= near)
    .reduce((sum, one) => sum + one.share, 0);
  // Shares are measured: what they add up to may miss a round figure by a hair.
  if (share >= minShare - 1e-9) return [];
  const message = `${Math.floor(share * 100)} % of “${image.name}” is in the brand’s colours, and the guide asks for ${Math.round(minShare * 100)} %.`;
  return [aboutPicture(subject, image, 'share', message, 'warning')];
}

const CARD = { name: 'card.png', width: 1080, height: 1080, bytes: 1, format: 'png', flat: true };
const BRAND: Partial<Guide> = {
  color: { green: { $type: 'color', $value: '#0A7D5C' }, primary: { $value: '{green}' } },
  imagery: { palette: { minShare: 0.3, deltaE: 10 } },
};

export const imagePalette: Rule = {
  meta: {
    id: 'image-palette',
    says: 'A picture keeps to the brand’s colours.',
    severity: 'error',
    fixable: false,
    languages: 'any',
    docs: 'Measures colours by CIEDE2000 against the colours of the `color` section, aliases followed. Of a picture of flat fills, each colour that takes a hundredth of the area or more and is farther than 5 from all of them is found. Of a photograph only the share within `imagery.palette.deltaE` (10 where it is not given) is compared with `minShare`, and told as a warning.',
    options: ['color', 'imagery'],
    examples: [
      {
        guide: BRAND,
        subject: { images: [{ ...CARD, colors: [{ hex: '#0B7E5D', share: 1 }] }] },
        accept: ['Mint is back.'],
      },
      {
        guide: BRAND,
        subject: { images: [{ ...CARD, colors: [{ hex: '#CC3300', share: 0.4 }] }] },
        reject: [{ text: 'Mint is back.', evidence: '' }],
      },
      {
        guide: BRAND,
        subject: { images: [{ ...CARD, flat: false, colors: [{ hex: '#CC3300', share: 1 }] }] },
        reject: [{ text: 'Mint is back.', evidence: '' }],
      },
    ],
  },
  wanted: ({ color, imagery }) => color !== undefined && imagery?.palette !== undefined,
  prepare(guide): Check {
    const palette = paletteOf(guide);
    return function* check({ subject }) {
      if (palette.length === 0) return;
      for (const image of subject.images ?? []) {
        if (image.flat) yield* flatFills(subject, palette, image);
        else yield* photograph(subject, palette, image, guide.imagery?.palette);
      }
    };
  },
};
