/** What this home remembers of itself: who its first admin is, and whether its example is loaded. */
import type { Key } from '../core/keys.ts';
import type { SignedIn } from '../ports.ts';
import type { LocalWorld } from './open-home.ts';

export interface HomeRecord {
  readonly admin: SignedIn;
  /** The example's workspace, once it is whole. */
  readonly example?: string;
}

const KEY: Key<HomeRecord> = { pk: 'I#HOME', sk: 'META' };

export const recordOf = async ({ store }: LocalWorld): Promise<HomeRecord | undefined> =>
  (await store.get(KEY))?.value;

export const remember = async ({ store }: LocalWorld, value: HomeRecord): Promise<void> => {
  const was = await store.get(KEY);
  await store.tick([{ op: 'put', key: KEY, value, rev: was?.rev ?? 0 }]);
};

/** The record, made with the first admin when the data folder is new. */
export const recordOrNew = async (
  world: LocalWorld,
  email: string,
): Promise<HomeRecord & { readonly isNew: boolean }> => {
  const known = await recordOf(world);
  if (known) return { ...known, isNew: false };
  const { user } = await world.identity.invite(email);
  const admin = { user, email };
  await remember(world, { admin });
  return { admin, isNew: true };
};
