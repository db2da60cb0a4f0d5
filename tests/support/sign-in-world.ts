/** A world whose account signs in at a provider on loopback, as its admin would in a browser. */
import { asId, type AccountId } from '../../functions/core/ids.ts';
import type { Account } from '../../functions/core/account.ts';
import { beginSignIn } from '../../functions/use-cases/account/begin-sign-in.ts';
import { credentialsOf } from '../../functions/use-cases/account/credentials.ts';
import { finishSignIn, type SignInFinished } from '../../functions/use-cases/account/finish-sign-in.ts';
import type { Credentials } from '../../functions/ports/publisher.ts';
import type { Session } from '../../functions/use-cases/use-case.ts';
import { listAccounts } from '../../functions/use-cases/workspace/accounts.ts';
import { makeApprovedWorld, type ApprovedWorld } from './approved-world.ts';
import { CLIENT, type OAuthProvider } from './stand-in/oauth-provider.ts';
import { signInProvider, type SignInChannel } from './stand-in/sign-in-providers.ts';

export const PAGE = asId<AccountId>('page');

export interface SignInWorld {
  readonly test: ApprovedWorld;
  readonly provider: OAuthProvider;
  readonly admin: Session;
  /** Begins, visits the provider, and is back with what it sent. */
  readonly signIn: (decision?: 'allow' | 'deny') => Promise<URL>;
  readonly finish: (back: URL, session?: Session) => Promise<SignInFinished>;
  readonly account: () => Promise<Account>;
  readonly credentials: () => Promise<Credentials | undefined>;
  readonly close: () => Promise<void>;
}

/** What a callback carries, as finishing takes it. */
export const cameBack = (back: URL) => ({
  id: PAGE,
  via: back.pathname.split('/').at(-1) ?? '',
  state: back.searchParams.get('state') ?? '',
  code: back.searchParams.get('code') ?? '',
});

export const signInWorld = async (channel: SignInChannel): Promise<SignInWorld> => {
  const provider = await signInProvider(channel);
  const test = await makeApprovedWorld({ mode: 'live', channel });
  const { url } = provider;
  Object.assign(test.world, {
    baseUrls: channel === 'mastodon' ? {} : { [channel]: url },
    signInUrls: channel === 'mastodon' ? {} : { [channel]: url },
    clients: { of: async () => CLIENT },
  });
  const { session: admin } = await test.asMember('admin');
  const server = channel === 'mastodon' ? { server: url } : {};
  const account = async () => {
    const [found] = await listAccounts(test.world, admin, undefined);
    if (!found) throw new Error('No account');
    return found.value;
  };
  return {
    test,
    provider,
    admin,
    signIn: async (decision) =>
      provider.visit((await beginSignIn(test.world, admin, { id: PAGE, ...server })).url, decision),
    finish: (back, session = admin) => finishSignIn(test.world, session, cameBack(back)),
    account,
    credentials: () => credentialsOf(test.world, admin.tenant, PAGE),
    close: async () => {
      await test.close();
      await provider.close();
    },
  };
};
