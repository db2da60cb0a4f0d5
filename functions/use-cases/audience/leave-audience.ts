/** Takes an addressee out of an audience before the next send: by a member, or by their own wish. */
import { left, type Gone } from '../../core/addressee.ts';
import type { AddressHash } from '../../core/ids.ts';
import { NO_AUDIENCE } from '../../core/audience.ts';
import { Refused } from '../../core/errors.ts';
import type { AccountId } from '../../core/ids.ts';
import { keys } from '../../core/keys.ts';
import type { Actor, Tenant } from '../../core/tenant.ts';
import type { World } from '../../ports.ts';
import { load, put } from '../rows.ts';
import { settled, useCase } from '../use-case.ts';

export interface Leaving {
  readonly account: AccountId;
  readonly to: AddressHash;
  readonly state: Gone;
  readonly reason: string;
}

/** Who left already stays as they left. @throws Refused `not-found`, `stale`. */
export const leave = async (world: World, tenant: Tenant, leaving: Leaving, by: Actor): Promise<void> => {
  const { account, to, state, reason } = leaving;
  const was = await load(world, keys.addressee(tenant, account, to), 'addressee');
  if (was.value.state === state || was.value.state === 'opted-out') return;
  const key = keys.audience(tenant, account);
  const audience = await world.store.get(key);
  await world.store.commit({
    head: put(key, audience?.value ?? NO_AUDIENCE, audience),
    changes: [put(was.key, left(was.value, state, reason, world.clock.now()), was)],
    by,
    event: { type: 'addressee.left', data: { addressee: to, state, reason } },
  });
};

/** Told by a provider or by themselves; false for whoever is not in the audience. */
export const leaveIfThere = async (
  world: World,
  tenant: Tenant,
  leaving: Leaving,
  by: Actor = { system: 'addressee' },
): Promise<boolean> => {
  try {
    await settled(() => leave(world, tenant, leaving, by));
    return true;
  } catch (error) {
    if (error instanceof Refused && error.code === 'not-found') return false;
    throw error;
  }
};

/** @throws Refused `not-found`. */
export const suppressAddressee = useCase(
  'suppress-addressee',
  (world, { tenant, member }, leaving: Leaving): Promise<void> =>
    leave(world, tenant, leaving, { user: member.user }),
);
