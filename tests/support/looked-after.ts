/** An account that has signed in, looked after as the sweep does. */
import type { Account } from '../../functions/core/account.ts';
import type { Notice } from '../../functions/core/notice.ts';
import type { World } from '../../functions/ports.ts';
import { choosePlace } from '../../functions/use-cases/account/finish-sign-in.ts';
import { lookAfterAccounts } from '../../functions/use-cases/account/look-after-accounts.ts';
import { type AccountShown, showAccounts } from '../../functions/use-cases/account/show-accounts.ts';
import { listNotices } from '../../functions/use-cases/notices.ts';
import { PAGE, signInWorld, type SignInWorld } from './sign-in-world.ts';
import type { SignInChannel } from './stand-in/sign-in-providers.ts';

export interface LookedAfter extends SignInWorld {
  readonly connect: () => Promise<void>;
  /** As the sweep does, here or in a world with broken parts. */
  readonly look: (broken?: Partial<World>) => Promise<void>;
  readonly shown: () => Promise<AccountShown>;
  readonly state: () => Promise<Account['state']>;
  /** What the account's owner was told of it, the oldest first. */
  readonly told: (kind: Notice['kind']) => Promise<readonly string[]>;
  /** How often the provider was asked for new tokens. */
  readonly renewals: () => number;
}

const throwIt = (error: unknown): never => {
  throw error;
};

const isRenewal = ({ path, body }: SignInWorld['provider']['requests'][number]): boolean =>
  path === '/refresh_access_token' || body.includes('grant_type=refresh_token');

/** Connected once. */
export const lookedAfter = async (channel: SignInChannel): Promise<LookedAfter> => {
  const scene = await signInWorld(channel);
  const { test, admin, provider } = scene;
  const connect = async () => {
    const finished = await scene.finish(await scene.signIn());
    if (finished.is !== 'choose') return;
    const [place] = finished.places;
    await choosePlace(test.world, admin, { id: PAGE, signIn: finished.signIn, place: place?.id ?? '' });
  };
  await connect();
  return {
    ...scene,
    connect,
    look: async (broken = {}) => {
      await lookAfterAccounts({ ...test.world, ...broken }, throwIt);
    },
    shown: async () => {
      const [found] = await showAccounts(test.world, admin, undefined);
      if (!found) throw new Error('No account');
      return found.value;
    },
    state: async () => (await scene.account()).state,
    told: async (kind) => {
      const { items } = await listNotices(test.world, admin, { limit: 100 });
      return items.flatMap((notice) => (notice.kind === kind ? [notice.says] : [])).toReversed();
    },
    renewals: () => provider.requests.filter(isRenewal).length,
  };
};
