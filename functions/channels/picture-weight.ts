/** Sees that a picture is no heavier than its channel takes, before anything is called. */
import type { AccountLimits } from '../../brand-guide/engine/account-limits.ts';
import type { ChannelId } from '../../brand-guide/engine/channel.ts';
import { severityOf } from '../../brand-guide/engine/limits.ts';
import { grouped, mediaOf } from '../../brand-guide/engine/pictures.ts';
import { channelAt } from './channel-at.ts';

interface Place {
  readonly channel: ChannelId;
  readonly format: string;
  readonly limits?: AccountLimits | undefined;
}

interface Weighed {
  readonly file: string;
  readonly bytes: Uint8Array;
  /** `image/png` */
  readonly type: string;
}

/** Why the channel would refuse it, a sentence; undefined where it fits, or where the figure is nobody's but ours. */
export function tooHeavy({ channel: id, format, limits }: Place, picture: Weighed): string | undefined {
  const channel = channelAt(id, { format, pictures: true, fields: [] }, limits);
  const media = channel && mediaOf(channel.spec, format);
  const limit = media?.maxBytesBy?.[picture.type] ?? media?.maxBytes;
  const weight = picture.bytes.length;
  if (!channel || !limit || severityOf(limit) !== 'error' || weight <= limit.value) return undefined;
  return `“${picture.file}” weighs ${grouped(weight)} bytes and ${channel.spec.name} takes ${grouped(limit.value)}: make it lighter.`;
}
