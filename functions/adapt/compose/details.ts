/** A message's details, each on a line behind its emoji, as far as the guide wants emoji there. */
import type { Note } from '../../core/variant.ts';
import type { Story } from '../blocks.ts';
import type { Brief } from '../brief.ts';

export type Detail = Story['details'][number];

function shown({ story: { details }, input }: Brief, emoji: string): boolean {
  const { policy, allow, max = Infinity, asBullets } = input.guide.emoji ?? {};
  if (policy === 'none' || asBullets === false || details.length > max) return false;
  return policy !== 'listed' || allow?.includes(emoji) === true;
}

export const detailLine = (brief: Brief, { emoji, text }: Detail): string =>
  `${emoji !== undefined && shown(brief, emoji) ? emoji : '•'} ${text.trim()}`;

/** Says which emoji have given way to a bullet. */
export function bulletsIn(brief: Brief, details: readonly Detail[]): readonly Note[] {
  const hidden = details.flatMap(({ emoji }) => (emoji === undefined || shown(brief, emoji) ? [] : [emoji]));
  return [...new Set(hidden)].map((emoji) => ({
    what: `emoji ${emoji}`,
    why: 'a bullet stands for it: the guide wants no such emoji there, or not as many',
  }));
}
