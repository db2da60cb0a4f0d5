/** What publishes for an account: its mode decides, and missing credentials never fall back to the preview. */
import { HAND_OFFS, handOffPublisher } from '../../channels/hand-off/publish.ts';
import { previewPublisher } from '../../channels/preview/publish.ts';
import { connectorOf, givenTo } from '../../channels/publishers.ts';
import type { Account } from '../../core/account.ts';
import type { Tenant } from '../../core/tenant.ts';
import type { World } from '../../ports.ts';
import type { Publisher } from '../../ports/publisher.ts';
import { toPeople } from '../publishing/send-to-people.ts';
import { credentialsOf } from './credentials.ts';

/** Undefined for an account that is disconnected, has no credentials, or whose channel has no live connector. */
export const publisherFor = async (
  world: World,
  tenant: Tenant,
  account: Account,
): Promise<Publisher | undefined> => {
  if (account.state !== 'connected') return undefined;
  if (account.mode === 'preview') return previewPublisher(world.feed, world.clock);
  if (HAND_OFFS.includes(account.channel)) return handOffPublisher;
  const connector = connectorOf(account.channel);
  const credentials = connector && (await credentialsOf(world, tenant, account.id));
  if (!connector || !credentials) return undefined;
  const given = givenTo(connector, credentials, world);
  return 'connect' in connector
    ? connector.connect(given)
    : toPeople(world, tenant, connector.connectPeople(given));
};
