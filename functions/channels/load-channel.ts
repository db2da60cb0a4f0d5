/** Loads one channel's spec and counting: a page fetches what it shows, and X's weights only where X is. */
import type { Channel, ChannelId } from '../../brand-guide/engine/channel.ts';
import type { ChannelModule } from './channel-module.ts';

const LOADERS: Readonly<Record<ChannelId, () => Promise<ChannelModule>>> = {
  instagram: () =>
    import('./instagram/count.ts').then((m) => ({ spec: m.instagramSpec, count: m.countInstagram })),
  facebook: () =>
    import('./facebook/count.ts').then((m) => ({ spec: m.facebookSpec, count: m.countFacebook })),
  threads: () => import('./threads/count.ts').then((m) => ({ spec: m.threadsSpec, count: m.countThreads })),
  linkedin: () =>
    import('./linkedin/count.ts').then((m) => ({ spec: m.linkedinSpec, count: m.countLinkedIn })),
  x: () => import('./x/count.ts').then((m) => ({ spec: m.xSpec, count: m.countX })),
  bluesky: () => import('./bluesky/count.ts').then((m) => ({ spec: m.blueskySpec, count: m.countBluesky })),
  mastodon: () =>
    import('./mastodon/count.ts').then((m) => ({ spec: m.mastodonSpec, count: m.countMastodon })),
  telegram: () =>
    import('./telegram/count.ts').then((m) => ({ spec: m.telegramSpec, count: m.countTelegram })),
  tiktok: () => import('./tiktok/count.ts').then((m) => ({ spec: m.tiktokSpec, count: m.countTikTok })),
  pinterest: () =>
    import('./pinterest/count.ts').then((m) => ({ spec: m.pinterestSpec, count: m.countPinterest })),
  youtube: () => import('./youtube/count.ts').then((m) => ({ spec: m.youtubeSpec, count: m.countYouTube })),
  email: () => import('./email/count.ts').then((m) => ({ spec: m.emailSpec, count: m.countEmail })),
  sms: () =>
    import('./sms/count.ts').then((m) => ({ spec: m.smsSpec, count: m.countSms, pieces: m.segmentsOfSms })),
  whatsapp: () =>
    import('./whatsapp/count.ts').then((m) => ({ spec: m.whatsappSpec, count: m.countWhatsApp })),
  push: () => import('./push/count.ts').then((m) => ({ spec: m.pushSpec, count: m.countPush })),
  'in-store-sign': () =>
    import('./in-store-sign/count.ts').then((m) => ({ spec: m.inStoreSignSpec, count: m.countInStoreSign })),
  'web-banner': () =>
    import('./web-banner/count.ts').then((m) => ({ spec: m.webBannerSpec, count: m.countWebBanner })),
  webhook: () => import('./webhook/count.ts').then((m) => ({ spec: m.webhookSpec, count: m.countWebhook })),
};

/** The same as `channelOf` gives of it. */
export const loadChannel = (id: ChannelId): Promise<Channel> => LOADERS[id]();
