/** The first post of a burst to an account comes back before the others of it go out, so that all of them hear its answer. */
import type { Account } from '../../core/account.ts';
import type { Tenant } from '../../core/tenant.ts';
import type { World } from '../../ports.ts';

interface Burst {
  /** Settles when the first has come back, whatever came of it. */
  readonly first: Promise<unknown>;
  running: number;
}

/** Of this process alone: elsewhere only the account's rest is heard. */
const bursts = new WeakMap<World, Map<string, Burst>>();

/** `post` runs at once when nothing of the account is under way. */
export const afterFirst = async <T>(
  world: World,
  { workspace }: Tenant,
  { id }: Account,
  post: () => Promise<T>,
): Promise<T> => {
  const known = bursts.get(world) ?? new Map<string, Burst>();
  bursts.set(world, known);
  const name = `${workspace}#${id}`;
  const before = known.get(name);
  if (before) before.running += 1;
  const run = before ? before.first.then(post) : post();
  const burst = before ?? { first: run.catch(() => undefined), running: 1 };
  known.set(name, burst);
  try {
    return await run;
  } finally {
    burst.running -= 1;
    if (burst.running === 0) known.delete(name);
  }
};
