/** What publishes for an account: its mode decides, and missing credentials never fall back to the preview. */
import { HAND_OFFS, handOffPublisher } from '../../channels/hand-off/publish.ts';
import { previewPublisher } from '../../channels/preview/publish.ts';
import { connectorOf, givenTo } from '../../channels/publishers.ts';
import type { Account } from '../../core/account.ts';
import type { Tenant } from '../../core/tenant.ts';
import type { World } from '../../ports.ts';
import type { Publisher } from '../../ports/publisher.ts';
import { toPeople } from '../publishing/send-to-people.ts';
import { openToken } from './credentials.ts';

export interface PublishesWith {
  readonly publisher: Publisher;
  /** With which token, as it is sealed; absent where none is needed. */
  readonly token?: string;
}

/** Undefined for an account that is disconnected, has no credentials, or whose channel has no live connector. */
export const publisherFor = async (
  world: World,
  tenant: Tenant,
  account: Account,
): Promise<PublishesWith | undefined> => {
  if (account.state !== 'connected') return undefined;
  if (account.mode === 'preview') return { publisher: previewPublisher(world.feed, world.clock) };
  if (HAND_OFFS.includes(account.channel)) return { publisher: handOffPublisher };
  const connector = connectorOf(account.channel);
  const opened = connector && (await openToken(world, tenant, account.id));
  if (!connector || !opened?.credentials) return undefined;
  const given = givenTo(connector, opened.credentials, world);
  const publisher =
    'connect' in connector
      ? connector.connect(given)
      : toPeople(world, tenant, connector.connectPeople(given));
  return { publisher, token: opened.token };
};
