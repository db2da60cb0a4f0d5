/** Which composer tells a message: by the format, else by how much the channel carries. */
import type { LengthClass } from '../../../brand-guide/engine/channel.ts';
import type { Brief } from '../brief.ts';
import type { Composition } from './composition.ts';
import { inComments } from './first-comment.ts';
import { composeLong } from './long.ts';
import { composeMicro } from './micro.ts';
import { composeShort } from './short.ts';
import { composeThread } from './thread.ts';

export type Compose = (brief: Brief) => Composition;

const BY_LENGTH: Readonly<Record<LengthClass, Compose>> = {
  micro: composeMicro,
  short: composeShort,
  long: composeLong,
};
const BY_FORMAT: Readonly<Record<string, Compose>> = { thread: composeThread };

export function composerFor({ input: { channel, format } }: Brief): Compose {
  const compose = BY_FORMAT[format ?? channel.spec.formats[0]] ?? BY_LENGTH[channel.spec.lengthClass];
  return inComments(compose);
}
