/** The connector of an account that publishes live, and whether it can be connected from here. */
import { connectorOf, type AnyConnector } from '../../channels/publishers.ts';
import type { Account } from '../../core/account.ts';
import { Refused } from '../../core/errors.ts';
import type { World } from '../../ports.ts';

/** @throws Refused `not-in-this-state` for a preview, `not-available-yet`. */
export const liveConnector = ({ name, channel, mode }: Account): AnyConnector => {
  if (mode === 'preview')
    throw new Refused(
      'not-in-this-state',
      `${name} publishes to the preview feed: it has nothing to connect.`,
    );
  const connector = connectorOf(channel);
  if (!connector) throw new Refused('not-available-yet', `${channel} cannot be published to live.`);
  return connector;
};

const SECOND = 1;

/** @throws Refused `not-available-yet` where the provider, or a reader, could never reach what they must from here. */
export const requireReachable = async (
  { publicMedia, publicUrl }: World,
  { channel, fetchesPictures, ...connector }: AnyConnector,
): Promise<void> => {
  if ('linksBack' in connector && connector.linksBack && publicUrl === undefined)
    throw new Refused(
      'not-available-yet',
      `Whoever gets ${channel} must be able to leave: set CANTUS_PUBLIC_URL to where this server is reached from outside.`,
    );
  if (fetchesPictures && (await publicMedia.urlOf('0'.repeat(64), SECOND)) === undefined)
    throw new Refused(
      'not-available-yet',
      `${channel} fetches pictures from a public address: set CANTUS_PUBLIC_URL to where this server is reached from outside.`,
    );
};
