/** Connects an account with what its provider asks for, and disconnects it again. */
import type * as z from 'zod';
import type { AnyConnector } from '../../channels/publishers.ts';
import { nextCheck } from '../../core/account-health.ts';
import type { Account } from '../../core/account.ts';
import { invalid } from '../../core/errors.ts';
import type { AccountId } from '../../core/ids.ts';
import { keys } from '../../core/keys.ts';
import type { Change } from '../../ports.ts';
import type { Credentials } from '../../ports/publisher.ts';
import { expectRev, load, type Versioned } from '../rows.ts';
import { useCase } from '../use-case.ts';
import { changeAccountState, checked, keepConnected } from './keep-connected.ts';
import { liveConnector, requireReachable } from './live-connector.ts';

export interface AccountAt {
  readonly id: AccountId;
  readonly ifRev: number;
}

export interface ConnectInput extends AccountAt {
  /** By the names that the channel's connector gives them. */
  readonly credentials: Readonly<Record<string, unknown>>;
}

const problemsOf = ({ issues }: z.ZodError) =>
  issues.map(({ path, message }) => ({ path: ['credentials', ...path].join('.'), message }));

/** Names what is wrong and never shows what was given. */
const readCredentials = ({ credentials: schema, channel }: AnyConnector, given: unknown): Credentials => {
  const read = schema.safeParse(given);
  if (read.success) return read.data;
  throw invalid(`These are not the credentials of an account on ${channel}.`, problemsOf(read.error));
};

/** @throws Refused `invalid-input`, `refused-by-provider`, `not-available-yet`, `not-in-this-state`, `stale`, `not-found`. */
export const connectAccount = useCase(
  'connect-account',
  async (world, session, { id, ifRev, credentials: given }: ConnectInput): Promise<Versioned<Account>> => {
    const was = await load(world, keys.account(session.tenant, id), 'account');
    expectRev(was, ifRev);
    const connector = liveConnector(was.value);
    await requireReachable(world, connector);
    const credentials = readCredentials(connector, given);
    const health = await checked(world, connector, credentials);
    return keepConnected(world, session, was, { credentials, health });
  },
);

/** Its credentials are forgotten and its entries held. @throws Refused as above. */
export const disconnectAccount = useCase(
  'disconnect-account',
  async (world, session, { id, ifRev }: AccountAt): Promise<Versioned<Account>> => {
    const was = await load(world, keys.account(session.tenant, id), 'account');
    expectRev(was, ifRev);
    liveConnector(was.value);
    const key = keys.accountToken(session.tenant, id);
    const before = await world.store.get(key);
    const gone: readonly Change[] = before ? [{ op: 'remove', key, rev: before.rev }] : [];
    const command = { do: 'disconnect', reason: 'A person disconnected it.' } as const;
    const checkAt = nextCheck(id, 'refused', world.clock.now());
    return changeAccountState(world, session, was, command, { checkAt }, gone);
  },
);
