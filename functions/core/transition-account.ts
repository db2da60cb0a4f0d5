/** The account's state machine: connected or not, paused or not. Pure. */
import type { Account, AccountCommand, AccountSettings, AccountState } from './account.ts';
import { pausedOr } from './transition-pause.ts';
import { requireState, type Transition } from './transition.ts';

const BOTH: readonly AccountState[] = ['connected', 'disconnected'];
const FROM: Readonly<Record<AccountCommand['do'], readonly AccountState[]>> = {
  connect: BOTH,
  disconnect: ['connected'],
  set: BOTH,
  pause: BOTH,
  resume: BOTH,
};

/**
 * What becomes of an account. A pause survives a disconnection.
 * @throws Refused `not-in-this-state`.
 */
export const transitionAccount = (
  account: Account,
  command: AccountCommand,
  _now: string,
): Transition<Account> => {
  requireState('account', command.do, account.state, FROM[command.do]);
  switch (command.do) {
    case 'connect':
      return became({ ...account, state: 'connected' }, { change: 'connected' });
    case 'disconnect':
      return became(
        { ...account, state: 'disconnected' },
        { change: 'disconnected', reason: command.reason },
      );
    case 'set':
      return became(withSettings(account, command.settings), { change: 'settings' });
    default:
      return paused(account, command.do !== 'resume');
  }
};

/** Settings that are not given are gone. */
const withSettings = (account: Account, settings: AccountSettings): Account => {
  const { cap: _cap, gap: _gap, limits: _limits, quiet: _quiet, ...kept } = account;
  return { ...kept, ...settings };
};

const became = (state: Account, data: Readonly<Record<string, unknown>>): Transition<Account> => ({
  state,
  events: [{ type: 'account.changed', data }],
});

const paused = (account: Account, wanted: boolean): Transition<Account> =>
  became(pausedOr(account, wanted, 'account'), { change: wanted ? 'paused' : 'resumed' });
