/** A message's pictures: its own, then those of its details, each once. */
import type { Message } from '../core/campaign.ts';
import type { Picture } from './types.ts';

export function picturesOf({ media = [], details = [] }: Message): readonly Picture[] {
  const all = [
    ...media,
    ...details.flatMap(({ media: file, alt }) =>
      file === undefined ? [] : [{ file, ...(alt !== undefined && { alt }) }],
    ),
  ];
  return all.filter((one, index) => all.findIndex((other) => other.file === one.file) === index);
}
