/** Colours in any space of CSS and of design tokens, brought to sRGB and compared. */
import {
  converter,
  differenceCiede2000,
  formatHex,
  inGamut,
  modeA98,
  modeHsl,
  modeHwb,
  modeLab,
  modeLab65,
  modeLch,
  modeLrgb,
  modeOklab,
  modeOklch,
  modeP3,
  modeProphoto,
  modeRec2020,
  modeRgb,
  modeXyz50,
  modeXyz65,
  parse,
  toGamut,
  useMode,
  wcagContrast,
} from 'culori/fn';
import type { Color } from 'culori/fn';

for (const mode of [modeRgb, modeLrgb, modeHsl, modeHwb, modeLab, modeLab65, modeLch]) useMode(mode);
for (const mode of [modeOklab, modeOklch, modeP3, modeA98, modeProphoto, modeRec2020]) useMode(mode);
for (const mode of [modeXyz50, modeXyz65]) useMode(mode);

type Three = readonly [first: number, second: number, third: number];

/** The colour spaces of DTCG 2025.10; hue in degrees, percentages from 0 to 100. */
const SPACES: Readonly<Record<string, (components: Three) => Color>> = {
  srgb: ([r, g, b]) => ({ mode: 'rgb', r, g, b }),
  'srgb-linear': ([r, g, b]) => ({ mode: 'lrgb', r, g, b }),
  hsl: ([h, s, l]) => ({ mode: 'hsl', h, s: s / 100, l: l / 100 }),
  hwb: ([h, w, b]) => ({ mode: 'hwb', h, w: w / 100, b: b / 100 }),
  lab: ([l, a, b]) => ({ mode: 'lab', l, a, b }),
  lch: ([l, c, h]) => ({ mode: 'lch', l, c, h }),
  oklab: ([l, a, b]) => ({ mode: 'oklab', l, a, b }),
  oklch: ([l, c, h]) => ({ mode: 'oklch', l, c, h }),
  'display-p3': ([r, g, b]) => ({ mode: 'p3', r, g, b }),
  'a98-rgb': ([r, g, b]) => ({ mode: 'a98', r, g, b }),
  'prophoto-rgb': ([r, g, b]) => ({ mode: 'prophoto', r, g, b }),
  rec2020: ([r, g, b]) => ({ mode: 'rec2020', r, g, b }),
  'xyz-d65': ([x, y, z]) => ({ mode: 'xyz65', x, y, z }),
  'xyz-d50': ([x, y, z]) => ({ mode: 'xyz50', x, y, z }),
};

export const COLOR_SPACES: readonly string[] = Object.keys(SPACES);

const isSrgb = inGamut('rgb');
const toSrgb = toGamut('rgb', 'oklch');

/** `#RRGGBB`, in capitals; a colour outside sRGB becomes the nearest that looks the same, as CSS maps it. */
function hexOf(color: Color): string {
  return formatHex(isSrgb(color) ? color : toSrgb(color)).toUpperCase();
}

/** Components in a named colour space as `#RRGGBB`; undefined for a space that there is not. */
export function hexOfComponents(space: string, components: Three): string | undefined {
  const make = Object.hasOwn(SPACES, space) ? SPACES[space] : undefined;
  return make && hexOf(make(components));
}

/** What CSS writes, such as `#c0ffee`, `oklch(…)` or `teal`, as `#RRGGBB` and alpha; undefined where it is no colour. */
export function readColor(text: string): { readonly hex: string; readonly alpha: number } | undefined {
  const color = parse(text.trim());
  return color && { hex: hexOf(color), alpha: color.alpha ?? 1 };
}

const toLab = converter('lab65');

/** A colour ready to be compared with many. */
export type Tone = NonNullable<ReturnType<typeof toLab>>;

/** Undefined where the text is no colour. */
export function toneOf(text: string): Tone | undefined {
  return toLab(text);
}

/** The CIEDE2000 distance of two colours. */
export const deltaE: (one: Tone, other: Tone) => number = differenceCiede2000();

/** WCAG 2 contrast of two colours, 1 to 21; undefined where one of them is no colour. */
export function contrastOf(one: string, other: string): number | undefined {
  const [a, b] = [parse(one), parse(other)];
  return a && b ? wcagContrast(a, b) : undefined;
}
