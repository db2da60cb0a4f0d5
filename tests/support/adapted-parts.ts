/** A channel by its id, and the parts of what is adapted to it. */
import type { Channel } from '../../brand-guide/engine/channel.ts';
import type { Adaptation } from '../../functions/adapt/types.ts';
import { channelOf } from '../../functions/channels/specs.ts';

export function channelNamed(id: string): Channel {
  const channel = channelOf(id);
  if (channel === undefined) throw new Error(`No channel ${id}`);
  return channel;
}

/** Empty where there is no such part. */
export const partOf = ({ parts }: Adaptation, field: string): string =>
  parts.find((part) => part.field === field)?.text ?? '';

export const mainOf = ({ parts: [main] }: Adaptation): string => main?.text ?? '';
