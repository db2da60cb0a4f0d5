/** The channels that have a module: their specs and counting, fit for a browser. */
import { CHANNEL_IDS } from '../../brand-guide/engine/channel.ts';
import type { Channel, ChannelId } from '../../brand-guide/engine/channel.ts';
import { blueskySpec, countBluesky } from './bluesky/count.ts';
import type { ChannelModule } from './channel-module.ts';
import { countEmail, emailSpec } from './email/count.ts';
import { countFacebook, facebookSpec } from './facebook/count.ts';
import { countInStoreSign, inStoreSignSpec } from './in-store-sign/count.ts';
import { countInstagram, instagramSpec } from './instagram/count.ts';
import { countLinkedIn, linkedinSpec } from './linkedin/count.ts';
import { countMastodon, mastodonSpec } from './mastodon/count.ts';
import { countPinterest, pinterestSpec } from './pinterest/count.ts';
import { countPush, pushSpec } from './push/count.ts';
import { countSms, segmentsOfSms, smsSpec } from './sms/count.ts';
import { countTelegram, telegramSpec } from './telegram/count.ts';
import { countThreads, threadsSpec } from './threads/count.ts';
import { countTikTok, tiktokSpec } from './tiktok/count.ts';
import { countWebBanner, webBannerSpec } from './web-banner/count.ts';
import { countWebhook, webhookSpec } from './webhook/count.ts';
import { countWhatsApp, whatsappSpec } from './whatsapp/count.ts';
import { countX, xSpec } from './x/count.ts';
import { countYouTube, youtubeSpec } from './youtube/count.ts';

export const channels: Partial<Record<ChannelId, ChannelModule>> = {
  instagram: { spec: instagramSpec, count: countInstagram },
  facebook: { spec: facebookSpec, count: countFacebook },
  threads: { spec: threadsSpec, count: countThreads },
  linkedin: { spec: linkedinSpec, count: countLinkedIn },
  x: { spec: xSpec, count: countX },
  bluesky: { spec: blueskySpec, count: countBluesky },
  mastodon: { spec: mastodonSpec, count: countMastodon },
  telegram: { spec: telegramSpec, count: countTelegram },
  tiktok: { spec: tiktokSpec, count: countTikTok },
  pinterest: { spec: pinterestSpec, count: countPinterest },
  youtube: { spec: youtubeSpec, count: countYouTube },
  email: { spec: emailSpec, count: countEmail },
  sms: { spec: smsSpec, count: countSms, pieces: segmentsOfSms },
  whatsapp: { spec: whatsappSpec, count: countWhatsApp },
  push: { spec: pushSpec, count: countPush },
  'in-store-sign': { spec: inStoreSignSpec, count: countInStoreSign },
  'web-banner': { spec: webBannerSpec, count: countWebBanner },
  webhook: { spec: webhookSpec, count: countWebhook },
};

/** The ids that can be adapted to, counted for and scheduled. */
export const AVAILABLE: readonly ChannelId[] = CHANNEL_IDS.filter((id) => channels[id] !== undefined);

/** Undefined for an unknown id and for a channel without a module. */
export function channelOf(id: string): Channel | undefined {
  const known = AVAILABLE.find((one) => one === id);
  return known && channels[known];
}
