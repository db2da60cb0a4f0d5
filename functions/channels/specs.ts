/** The channels that have a module: their specs and counting, fit for a browser. */
import { CHANNEL_IDS } from '../../brand-guide/engine/channel.ts';
import type { Channel, ChannelId } from '../../brand-guide/engine/channel.ts';
import { countFacebook, facebookSpec } from './facebook/count.ts';
import { countInstagram, instagramSpec } from './instagram/count.ts';
import { countSms, segmentsOfSms, smsSpec } from './sms/count.ts';
import { countX, xSpec } from './x/count.ts';

export const channels: Partial<Record<ChannelId, Channel>> = {
  instagram: { spec: instagramSpec, count: countInstagram },
  facebook: { spec: facebookSpec, count: countFacebook },
  x: { spec: xSpec, count: countX },
  sms: { spec: smsSpec, count: countSms, pieces: segmentsOfSms },
};

/** The ids that can be adapted to, counted for and scheduled. */
export const AVAILABLE: readonly ChannelId[] = CHANNEL_IDS.filter((id) => channels[id] !== undefined);

/** Undefined for an unknown id and for a channel without a module yet. */
export function channelOf(id: string): Channel | undefined {
  const known = AVAILABLE.find((one) => one === id);
  return known && channels[known];
}
