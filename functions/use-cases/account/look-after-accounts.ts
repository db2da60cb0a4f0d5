/** Looks after the accounts that are due, a few at each call, the longest due first; apart from the posts, which a provider that hangs must not delay. */
import { asId, type AccountId, type WorkspaceId } from '../../core/ids.ts';
import { sortable } from '../../core/instant.ts';
import { ACCOUNTS_TO_LOOK_AFTER } from '../../core/keys.ts';
import type { World } from '../../ports.ts';
import { lookAfterAccount } from './look-after-account.ts';

export interface AccountDue {
  readonly workspace: WorkspaceId;
  readonly account: AccountId;
}

/** All at once, so that one provider that hangs keeps no other waiting. */
const MOST = 8;

const dueOf = (pk: string): AccountDue => {
  const [, workspace = '', , account = ''] = pk.split('#');
  return { workspace: asId<WorkspaceId>(workspace), account: asId<AccountId>(account) };
};

/** Answers how many it looked after. One's trouble is reported, and never stops another's. */
export const lookAfterAccounts = async (
  world: World,
  onTrouble: (error: unknown, due: AccountDue) => void,
): Promise<number> => {
  const to = `${sortable(world.clock.now())}~`;
  const { rows } = await world.store.find('wake', ACCOUNTS_TO_LOOK_AFTER, { to, limit: MOST });
  const all = rows.map(({ key }) => dueOf(key.pk));
  const look = async (due: AccountDue): Promise<void> => {
    try {
      await lookAfterAccount(world, due);
    } catch (error) {
      onTrouble(error, due);
    }
  };
  await Promise.all(all.map(look));
  return all.length;
};
