/** Picks a message's pictures for a channel, in the message's order. */
import { mediaOf } from '../../brand-guide/engine/pictures.ts';
import type { Note } from '../core/variant.ts';
import type { Brief } from './brief.ts';
import { cardOf } from './card.ts';
import { picturesOf } from './pictures-of.ts';
import type { Picture } from './types.ts';

export interface Picked {
  readonly media: readonly Picture[];
  readonly kept: readonly Note[];
  readonly leftOut: readonly Note[];
  readonly problems: readonly Note[];
}

/** Formats that show one picture at a time, and no caption. */
const SINGLE: readonly string[] = ['story', 'reel'];

export function pickMedia(brief: Brief): Picked {
  const { message, channel, format = channel.spec.formats[0] } = brief.input;
  const { spec } = channel;
  const taken = mediaOf(spec, format);
  const all = picturesOf(message);
  const most = taken ? (SINGLE.includes(format) ? 1 : taken.max) : 0;
  const media = all.slice(0, most);
  const altless = spec.altText === null ? [] : media.filter(({ alt }) => alt === undefined);
  const why =
    most === 0 ? `${spec.name} takes no pictures` : `${spec.name} shows ${most} at most in this format`;
  return {
    media,
    kept: media.map((one) => ({
      what: one.file,
      why: one.alt === undefined ? 'picture' : 'picture with its alternative text',
    })),
    leftOut: all.slice(most).map((one) => ({ what: one.file, why })),
    problems: [
      ...pictureProblems(brief, format, media),
      ...altless.map((one) => ({ what: one.file, why: 'no alternative text in this locale' })),
    ],
  };
}

function pictureProblems(brief: Brief, format: string, media: readonly Picture[]): readonly Note[] {
  const { spec } = brief.input.channel;
  const taken = mediaOf(spec, format);
  const fix = (): Note['fix'] => ({ do: 'make-card', card: cardOf(brief) });
  if (taken?.required && media.length < Math.max(1, taken.min))
    return [{ what: 'picture', why: `${spec.name} publishes nothing without one: make a card`, fix: fix() }];
  if (taken && SINGLE.includes(format))
    return [
      {
        what: 'picture',
        why: `a ${format} shows no caption: the picture has to say it, as a card would`,
        fix: fix(),
      },
    ];
  return [];
}
