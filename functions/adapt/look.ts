/** What the guide's tokens give a card or a letter: colours by role, and type. */
import { contrastOf } from '../../brand-guide/engine/color.ts';
import { resolveTokens } from '../../brand-guide/engine/tokens.ts';
import { typeRoles } from '../../brand-guide/engine/type-roles.ts';
import type { Guide } from '../../brand-guide/schema/guide.ts';
import { rememberedFor } from '../../brand-guide/engine/remembered.ts';

export interface Look {
  /** `#RRGGBB`. */
  readonly background: string;
  readonly foreground: string;
  /** Of what is to be acted on; `onPrimary` is read on it. */
  readonly primary: string;
  readonly onPrimary: string;
  /** The wanted family first. */
  readonly headings: readonly string[];
  readonly base: readonly string[];
  /** Pixels. */
  readonly headingSize: number;
  readonly baseSize: number;
}

const PLAIN = { background: '#FFFFFF', foreground: '#1A1A1A', primary: '#1A1A1A' };
const SIZES = { heading: 28, base: 16 };
const looks = rememberedFor<Look>();
const NO_TOKENS = {};

/** Roles that the guide leaves out are black on white; cached for as long as the guide's colours are. */
export const lookOf = (guide: Guide): Look =>
  looks(guide.color ?? NO_TOKENS, JSON.stringify(guide.typography ?? null), () => makeLook(guide));

function makeLook(guide: Guide): Look {
  const { color = {}, typography = {} } = guide;
  const { tokens } = resolveTokens(color, { color, typography });
  const hex = (role: keyof typeof PLAIN): string => {
    const value = tokens.get(role)?.value;
    return value?.kind === 'color' ? value.hex : PLAIN[role];
  };
  const [background, foreground, primary] = [hex('background'), hex('foreground'), hex('primary')];
  const { byRole } = typeRoles(guide);
  const [headings, base] = [byRole.get('headings'), byRole.get('base')];
  return {
    background,
    foreground,
    primary,
    onPrimary: clearest(primary, [background, foreground, '#FFFFFF', '#000000']),
    headings: headings?.families ?? base?.families ?? [],
    base: base?.families ?? [],
    headingSize: headings?.size ?? SIZES.heading,
    baseSize: base?.size ?? SIZES.base,
  };
}

/** WCAG asks for 4.5; the brand's own colours come first. */
const ENOUGH = 4.5;

function clearest(ground: string, inks: readonly string[]): string {
  const contrast = (ink: string): number => contrastOf(ink, ground) ?? 1;
  const own = inks.find((ink) => contrast(ink) >= ENOUGH);
  return own ?? inks.toSorted((one, other) => contrast(other) - contrast(one))[0] ?? '#000000';
}
