/** Accounts of a workspace: adding one, listing them. */
import type { Account } from '../../core/account.ts';
import { Refused } from '../../core/errors.ts';
import { asId, isSlug, type AccountId } from '../../core/ids.ts';
import { resolveWall } from '../../core/zone.ts';
import { HAND_OFFS } from '../../channels/hand-off/publish.ts';
import { connectorOf } from '../../channels/publishers.ts';
import { channelOf } from '../../channels/specs.ts';
import { listPk, putAccount, saved, type Versioned } from '../rows.ts';
import { useCase } from '../use-case.ts';

export type AccountInput = Pick<Account, 'channel' | 'name' | 'mode' | 'locales' | 'zone' | 'slots'> & {
  readonly id: string;
  readonly cap?: number;
  readonly gap?: number;
};

/** A preview and a hand-off have nothing to be connected with. */
const needsConnecting = ({ mode, channel }: AccountInput): boolean =>
  mode === 'live' && !HAND_OFFS.includes(channel);

const check = (input: AccountInput): void => {
  if (!isSlug(input.id))
    throw new Refused(
      'invalid-input',
      `An account id is lower-case letters, digits and hyphens: "${input.id}" is not.`,
    );
  if (!channelOf(input.channel))
    throw new Refused('not-available-yet', `The channel ${input.channel} is not available yet.`);
  if (needsConnecting(input) && !connectorOf(input.channel))
    throw new Refused(
      'not-available-yet',
      `Live publishing to ${input.channel} is not available yet; make the account with mode "preview".`,
    );
  resolveWall('2027-01-01T12:00', input.zone);
};

export const addAccount = useCase(
  'add-account',
  async (world, { tenant, member, once }, input: AccountInput): Promise<Versioned<Account>> => {
    check(input);
    const account: Account = {
      ...input,
      id: asId<AccountId>(input.id),
      state: needsConnecting(input) ? 'disconnected' : 'connected',
      owner: member.user,
    };
    const head = putAccount(tenant, account);
    await world.store.commit({
      head,
      by: { user: member.user },
      event: { type: 'account.added', data: { channel: account.channel, mode: account.mode } },
      once,
      answer: saved(head),
    });
    return saved(head);
  },
);

export const listAccounts = useCase('list-accounts', async (world, { tenant }) => {
  const { rows } = await world.store.find<Account>('lists', listPk(tenant, 'ACCOUNTS'));
  return rows.map(({ value, rev }) => ({ value, rev }));
});
