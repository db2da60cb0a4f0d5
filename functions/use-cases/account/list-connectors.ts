/** The channels that can be published to live, and what connecting an account on each takes. */
import * as z from 'zod';
import { CHANNEL_IDS, type ChannelId } from '../../../brand-guide/engine/channel.ts';
import { connectorOf } from '../../channels/publishers.ts';
import { useCase } from '../use-case.ts';

export interface ConnectorShown {
  readonly channel: ChannelId;
  /** A JSON Schema. */
  readonly credentials: Readonly<Record<string, unknown>>;
}

export const listConnectors = useCase('list-connectors', (): Promise<readonly ConnectorShown[]> =>
  Promise.resolve(
    CHANNEL_IDS.flatMap((channel) => {
      const connector = connectorOf(channel);
      return connector ? [{ channel, credentials: { ...z.toJSONSchema(connector.credentials) } }] : [];
    }),
  ),
);
