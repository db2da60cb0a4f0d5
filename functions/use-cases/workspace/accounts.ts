/** Accounts of a workspace: adding one, listing them. */
import { limitsProblem } from '../../../brand-guide/engine/account-limits.ts';
import type { AccountLimits } from '../../../brand-guide/engine/account-limits.ts';
import type { Account } from '../../core/account.ts';
import { invalid, Refused } from '../../core/errors.ts';
import { asId, isSlug, type AccountId } from '../../core/ids.ts';
import type { QuietHours } from '../../core/quiet-hours.ts';
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
  readonly limits?: AccountLimits;
  readonly quiet?: QuietHours;
};

/** @throws Refused `not-available-yet`, `unknown-zone`, `invalid-input` for limits that its channel leaves to no account. */
export const checkAccount = ({
  channel: id,
  zone,
  limits = {},
}: Pick<AccountInput, 'channel' | 'zone' | 'limits'>): void => {
  const channel = channelOf(id);
  if (!channel) throw new Refused('not-available-yet', `The channel ${id} is not available yet.`);
  resolveWall('2027-01-01T12:00', zone);
  const problem = limitsProblem(channel.spec, limits);
  if (problem)
    throw invalid(`These are no limits of an account on ${id}: ${problem.says}.`, [
      { path: `limits.${problem.path}`, message: problem.says },
    ]);
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
  checkAccount(input);
  if (needsConnecting(input) && !connectorOf(input.channel))
    throw new Refused(
      'not-available-yet',
      `Live publishing to ${input.channel} is not available yet; make the account with mode "preview".`,
    );
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
