/** Finds the field of a channel's spec that a part is written into. */
import type { ChannelSpec, TextField } from './channel.ts';

const INDEX = /\[\d{1,4}\]$/u;

/** The field that a part of this name has, `thread[1]` being a `thread`; undefined where the channel has none. */
export function ownField({ fields }: ChannelSpec, part: string): TextField | undefined {
  const name = part.replace(INDEX, '');
  return fields.find((field) => field.name === name && (name === part || field.repeats === true));
}

/** The same, and the main text for a part that the channel does not have or that is not named. */
export function fieldOf(spec: ChannelSpec, part: string | undefined): TextField {
  return (part === undefined ? undefined : ownField(spec, part)) ?? spec.fields[0];
}
