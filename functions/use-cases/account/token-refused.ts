/** What follows when a provider does not take an account's token: it is renewed, or the account is disconnected, its entries held and its owner told. */
import { nextCheck } from '../../core/account-health.ts';
import type { Account } from '../../core/account.ts';
import type { AccountToken } from '../../core/account-token.ts';
import { isBefore, plusSeconds } from '../../core/instant.ts';
import { keys } from '../../core/keys.ts';
import type { Tenant } from '../../core/tenant.ts';
import { eventOf } from '../../core/transition.ts';
import { transitionAccount } from '../../core/transition-account.ts';
import type { World } from '../../ports.ts';
import { noticeRow } from '../notices.ts';
import { putAccount } from '../rows.ts';
import { settled } from '../use-case.ts';
import { followAccount, healthRow } from './follow-account.ts';
import { refreshCredentials, type RefreshOutcome } from './refresh-credentials.ts';

/** A race with a person who connects or disconnects it is theirs to win: it is judged by the token that was not taken. */
const disconnect = async (
  world: World,
  tenant: Tenant,
  account: Account,
  token: string | undefined,
  reason: string,
): Promise<boolean> => {
  const row = await world.store.get(keys.account(tenant, account.id));
  const now = await world.store.get(keys.accountToken(tenant, account.id));
  if (row?.value.state !== 'connected' || now?.value.sealed !== token) return false;
  const at = world.clock.now();
  const became = transitionAccount(row.value, { do: 'disconnect', reason }, at);
  const says = `${account.name} was disconnected: ${reason} Connect it again; until then its posts are held.`;
  const notice = noticeRow(world, tenant, {
    kind: 'disconnected',
    to: account.owner,
    says,
    account: account.id,
  });
  const found = { result: 'refused', says: reason, checkAt: nextCheck(account.id, 'refused', at) } as const;
  await world.store.commit({
    head: putAccount(tenant, became.state, row),
    changes: [notice, await healthRow(world, tenant, account.id, found)],
    checks: now ? [{ key: now.key, rev: now.rev }] : [],
    by: { system: 'publisher' },
    event: eventOf(became),
  });
  return true;
};

/** Disconnects what is connected with this very token. Answers whether it did. */
export const tokenGone = async (
  world: World,
  tenant: Tenant,
  account: Account,
  token: string | undefined,
  says: string,
): Promise<boolean> => {
  const gone = await settled(() => disconnect(world, tenant, account, token, says));
  if (gone) await followAccount(world, tenant, account.id);
  return gone;
};

/** What is refused so soon after it was renewed is refused for good. */
const JUST_RENEWED_SECONDS = 600;

const isJustRenewed = ({ renewedAt }: AccountToken, now: string): boolean =>
  renewedAt !== undefined && isBefore(now, plusSeconds(renewedAt, JUST_RENEWED_SECONDS));

/**
 * `token`: what was refused, as it is sealed; where the account has another by now, there is nothing to do. `reason` is the
 * provider's, where it said one. `later`: somebody else is at it, or nobody can tell now.
 */
export const tokenRefused = async (
  world: World,
  tenant: Tenant,
  account: Account,
  token: string | undefined,
  reason = 'The provider takes the credentials no more.',
): Promise<'renewed' | 'later' | 'disconnected'> => {
  const now = (await world.store.get(keys.accountToken(tenant, account.id)))?.value;
  if (now?.sealed !== token) return 'renewed';
  const outcome: RefreshOutcome =
    now === undefined || isJustRenewed(now, world.clock.now())
      ? { is: 'refused' }
      : await refreshCredentials(world, tenant, account, now.sealed);
  if (outcome.is === 'refreshed') return 'renewed';
  if (outcome.is === 'later') return 'later';
  return (await tokenGone(world, tenant, account, token, outcome.says ?? reason)) ? 'disconnected' : 'later';
};
