/** Changes what an account says of itself; its channel and mode stay as they were made. */
import type { Account } from '../../core/account.ts';
import { keys } from '../../core/keys.ts';
import { transitionAccount } from '../../core/transition-account.ts';
import { eventOf } from '../../core/transition.ts';
import type { AccountAt } from '../account/connect-account.ts';
import { expectRev, load, putAccount, saved, type Versioned } from '../rows.ts';
import { useCase } from '../use-case.ts';
import { checkAccount, type AccountInput } from './accounts.ts';

export type AccountChange = AccountAt & Omit<AccountInput, 'id' | 'channel' | 'mode'>;

/** What is absent goes. @throws Refused `invalid-input`, `unknown-zone`, `stale`, `not-found`. */
export const changeAccount = useCase(
  'change-account',
  async (
    world,
    { tenant, member },
    { id, ifRev, ...settings }: AccountChange,
  ): Promise<Versioned<Account>> => {
    const was = await load(world, keys.account(tenant, id), 'account');
    expectRev(was, ifRev);
    checkAccount({ ...settings, channel: was.value.channel });
    const became = transitionAccount(was.value, { do: 'set', settings }, world.clock.now());
    const head = putAccount(tenant, became.state, was);
    await world.store.commit({ head, by: { user: member.user }, event: eventOf(became) });
    return saved(head);
  },
);
