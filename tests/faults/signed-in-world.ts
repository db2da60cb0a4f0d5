/** An account on X that has signed in at a provider on loopback, and a text that is approved for it. */
import type { Entry } from '../../functions/core/entry.ts';
import type { EntryId } from '../../functions/core/ids.ts';
import type { World } from '../../functions/ports.ts';
import { sweep } from '../../functions/use-cases/publishing/sweep.ts';
import { approve } from '../support/approved-world.ts';
import { lookedAfter, type LookedAfter } from '../support/looked-after.ts';
import { rewrite } from './live-world.ts';

export interface SignedIn extends LookedAfter {
  readonly stateOf: (id: EntryId) => Promise<Entry>;
  /** What the server does each second: the posts and the accounts, at once. */
  readonly tick: (broken?: Partial<World>) => Promise<void>;
  /** The bearer of each call that makes a post, in order. */
  readonly bearers: () => readonly string[];
  /** What is good now, at home and there. */
  readonly token: () => Promise<string>;
  /** As the provider's clock does at the end of a token. */
  readonly expire: (token: string) => void;
}

const throwIt = (error: unknown): never => {
  throw error;
};

/** At 09:00 in Athens on 3 May 2027; the token holds until 11:00, and is renewed at 10:45. */
export const openSignedIn = async (): Promise<SignedIn> => {
  const scene = await lookedAfter('x');
  const { test, provider } = scene;
  await rewrite(test);
  await approve(test, test.variant);
  return {
    ...scene,
    stateOf: async (id) => (await test.entry(id)).value,
    tick: async (broken = {}) => {
      await Promise.all([sweep({ ...test.world, ...broken }, 100, throwIt), scene.look(broken)]);
    },
    bearers: () =>
      provider.requests
        .filter(({ method, path }) => method === 'POST' && path === '/2/tweets')
        .map(({ headers }) => (headers.authorization ?? '').replace('Bearer ', '')),
    token: async () => (await scene.credentials())?.['token'] ?? '',
    expire: (token) => void provider.ledger.access.delete(token),
  };
};
