/** What this home is known by where accounts sign in, as the environment says: `CANTUS_X_CLIENT_ID`, `CANTUS_X_CLIENT_SECRET`. */
import { CHANNEL_IDS } from '../core/vocabulary.ts';
import type { Client, Clients } from '../ports/sign-in.ts';

type Environment = Readonly<Record<string, string | undefined>>;
type ChannelId = (typeof CHANNEL_IDS)[number];

const given = (environment: Environment, channel: ChannelId, what: string): string | undefined =>
  environment[`CANTUS_${channel.toUpperCase().replaceAll('-', '_')}_${what}`]?.trim() || undefined;

const clientIn = (environment: Environment, channel: ChannelId): Client | undefined => {
  const id = given(environment, channel, 'CLIENT_ID');
  if (id === undefined) return undefined;
  const secret = given(environment, channel, 'CLIENT_SECRET');
  const scopes = given(environment, channel, 'SCOPES')?.split(/[\s,]+/u);
  return { id, ...(secret !== undefined && { secret }), ...(scopes && { scopes }) };
};

/** Read once: a process is started anew to be known by another name. */
export const clientsIn = (environment: Environment): Clients => {
  const clients = new Map(CHANNEL_IDS.map((channel) => [channel, clientIn(environment, channel)]));
  return { of: async (channel) => clients.get(channel) };
};
