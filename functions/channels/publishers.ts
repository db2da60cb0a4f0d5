/** The live connectors, and what a connector is given of the world. */
import type { ChannelId } from '../../brand-guide/engine/channel.ts';
import type { BaseUrls, Clock, Media } from '../ports.ts';
import type { Http } from '../ports/http.ts';
import type { PublicMedia } from '../ports/public-media.ts';
import type { Connector, Credentials, Given } from '../ports/publisher.ts';
import { bluesky } from './bluesky/publish.ts';
import { facebook } from './facebook/publish.ts';
import { instagram } from './instagram/publish.ts';
import { linkedin } from './linkedin/publish.ts';
import { mastodon } from './mastodon/publish.ts';
import { telegram } from './telegram/publish.ts';
import { threads } from './threads/publish.ts';
import { webhook } from './webhook/publish.ts';
import { x } from './x/publish.ts';

export const connectors: Partial<Record<ChannelId, Connector>> = {
  bluesky,
  facebook,
  instagram,
  linkedin,
  mastodon,
  telegram,
  threads,
  webhook,
  x,
};

/** Undefined where a channel cannot be published to live. */
export const connectorOf = (channel: ChannelId): Connector | undefined => connectors[channel];

interface Outside {
  readonly http: Http;
  readonly clock: Clock;
  readonly media: Media;
  readonly publicMedia: PublicMedia;
  readonly baseUrls: BaseUrls;
}

/** The configured address comes first, then the one that the account names, then the provider's usual one. */
export const givenTo = (
  { channel, baseUrl }: Connector,
  credentials: Credentials,
  { http, clock, media, publicMedia, baseUrls }: Outside,
): Given => ({
  http,
  clock,
  media,
  publicMedia,
  credentials,
  baseUrl: (baseUrls[channel] ?? credentials['server'] ?? baseUrl).replace(/\/+$/u, ''),
});
