/** In which order a channel tells: one for all, or, where the guide asks channels to differ, one of its own. */
import type { Brief } from '../brief.ts';
import manners from '../data/manners.json' with { type: 'json' };

export type Block = 'hook' | 'offer' | 'story' | 'details';

interface Manner {
  /** Of a text that tells several things; unknown names are left out. */
  readonly order?: readonly string[];
  /** Whether the hook takes the first detail's emoji. */
  readonly emoji?: boolean;
}

const MANNERS: Readonly<Record<string, Manner>> = manners;
const USUAL = {
  short: ['hook', 'offer', 'story'],
  micro: ['hook', 'offer', 'story'],
  long: ['hook', 'story', 'details', 'offer'],
} as const satisfies Readonly<Record<string, readonly Block[]>>;

export const usualOrder = ({ input }: Brief): readonly Block[] => USUAL[input.channel.spec.lengthClass];

/** The channel's own order first, where it may have one; the usual one last. */
export function ordersFor(brief: Brief): readonly (readonly Block[])[] {
  const { channel, guide } = brief.input;
  const usual = usualOrder(brief);
  const own = guide.consistency?.differ === true ? MANNERS[channel.spec.id]?.order : undefined;
  const known = own?.flatMap((name) => usual.find((block) => block === name) ?? []);
  return known === undefined ? [usual] : [known, usual];
}

export const takesEmoji = ({ input }: Brief): boolean => MANNERS[input.channel.spec.id]?.emoji === true;
