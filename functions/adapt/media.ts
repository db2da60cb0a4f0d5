/** Picks a message's pictures for a channel, in the message's order. */
import type { Note } from '../core/variant.ts';
import type { AdaptInput, Picture } from './types.ts';

export interface Picked {
  readonly media: readonly Picture[];
  readonly kept: readonly Note[];
  readonly leftOut: readonly Note[];
  readonly problems: readonly Note[];
}

/** Formats that show one picture at a time. */
const SINGLE: readonly string[] = ['story', 'reel'];

export function pickMedia({ message, channel: { spec }, format = spec.formats[0] }: AdaptInput): Picked {
  const all = picturesOf(message);
  const most = spec.media === null ? 0 : SINGLE.includes(format) ? 1 : spec.media.max;
  const media = all.slice(0, most);
  const problems = [
    ...(spec.media?.required && media.length < spec.media.min
      ? [{ what: 'picture', why: `${spec.name} publishes nothing without one: make a card` }]
      : []),
    ...media.flatMap((one) =>
      spec.altText && one.alt === undefined
        ? [{ what: one.file, why: 'no alternative text in this locale' }]
        : [],
    ),
  ];
  const why =
    most === 0 ? `${spec.name} takes no pictures` : `${spec.name} shows ${most} at most in this format`;
  return {
    media,
    kept: media.map((one) => ({
      what: one.file,
      why: one.alt === undefined ? 'picture' : 'picture with its alternative text',
    })),
    leftOut: all.slice(most).map((one) => ({ what: one.file, why })),
    problems,
  };
}

function picturesOf({ media = [], details = [] }: AdaptInput['message']): readonly Picture[] {
  const all = [
    ...media,
    ...details.flatMap(({ media: file, alt }) =>
      file === undefined ? [] : [{ file, ...(alt !== undefined && { alt }) }],
    ),
  ];
  return all.filter((one, index) => all.findIndex((other) => other.file === one.file) === index);
}
