/** The live connectors, and what a connector is given of the world. */
import type { ChannelId } from '../../brand-guide/engine/channel.ts';
import type { BaseUrls, Clock, Media, Versions } from '../ports.ts';
import type { Http } from '../ports/http.ts';
import type { PublicMedia } from '../ports/public-media.ts';
import type { Mail } from '../ports/mail.ts';
import type { PeopleConnector, PeopleGiven } from '../ports/people-publisher.ts';
import type { Connector, Credentials } from '../ports/publisher.ts';
import type { Texts } from '../ports/texts.ts';
import { bluesky } from './bluesky/publish.ts';
import { email } from './email/publish.ts';
import { facebook } from './facebook/publish.ts';
import { inStoreSign } from './in-store-sign/publish.ts';
import { instagram } from './instagram/publish.ts';
import { linkedin } from './linkedin/publish.ts';
import { mastodon } from './mastodon/publish.ts';
import { quietHttp, secretsIn } from './publishing/quiet-http.ts';
import { sms } from './sms/publish.ts';
import { telegram } from './telegram/publish.ts';
import { threads } from './threads/publish.ts';
import { webBanner } from './web-banner/publish.ts';
import { webhook } from './webhook/publish.ts';
import { whatsapp } from './whatsapp/publish.ts';
import { x } from './x/publish.ts';

/** Of a channel's posts, or of its messages to people. */
export type AnyConnector = Connector | PeopleConnector;

export const connectors: Partial<Record<ChannelId, AnyConnector>> = {
  bluesky,
  email,
  facebook,
  'in-store-sign': inStoreSign,
  instagram,
  linkedin,
  mastodon,
  sms,
  telegram,
  threads,
  'web-banner': webBanner,
  webhook,
  whatsapp,
  x,
};

/** Undefined where a channel cannot be published to live. */
export const connectorOf = (channel: ChannelId): AnyConnector | undefined => connectors[channel];

interface Outside {
  readonly http: Http;
  readonly clock: Clock;
  readonly media: Media;
  readonly publicMedia: PublicMedia;
  readonly mail: Mail;
  readonly texts: Texts;
  readonly baseUrls: BaseUrls;
  readonly versions?: Versions;
}

/** The configured address comes first, then the one that the account names, then the provider's usual one. */
export const givenTo = (
  { channel, baseUrl }: AnyConnector,
  credentials: Credentials,
  { http, clock, media, publicMedia, mail, texts, baseUrls, versions = {} }: Outside,
): PeopleGiven => ({
  http: quietHttp(http, secretsIn(credentials)),
  clock,
  media,
  publicMedia,
  mail,
  texts,
  credentials,
  baseUrl: (baseUrls[channel] ?? credentials['server'] ?? baseUrl).replace(/\/+$/u, ''),
  ...(versions[channel] !== undefined && { version: versions[channel] }),
});
