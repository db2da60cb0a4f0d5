/** Takes a post out of an account's rate buckets, right before the intent. */
import { channelOf } from '../../channels/specs.ts';
import { postRatesOf } from '../../channels/post-rates.ts';
import type { Account } from '../../core/account.ts';
import { plusSeconds } from '../../core/instant.ts';
import { keys } from '../../core/keys.ts';
import { takeFrom } from '../../core/rate-bucket.ts';
import type { Tenant } from '../../core/tenant.ts';
import type { World } from '../../ports.ts';
import { put } from '../rows.ts';

const TRIES = 8;
/** When many workers want the same account at once, those that lose come back. */
const CROWDED_SECONDS = 2;

/** The instant to wait for; undefined when the post may go. A preview has no provider whose rates count. */
export const takeRate = async (
  world: World,
  tenant: Tenant,
  account: Account,
): Promise<string | undefined> => {
  const channel = channelOf(account.channel);
  const rates = channel && account.mode === 'live' ? postRatesOf(channel.spec) : [];
  if (rates.length === 0) return undefined;
  const key = keys.accountRate(tenant, account.id);
  for (let tries = 0; tries < TRIES; tries += 1) {
    const row = await world.store.get(key);
    const taken = takeFrom(rates, row?.value.levels ?? {}, world.clock.now());
    if (taken.is === 'wait') return taken.until;
    if (await world.store.tick([put(key, { ...row?.value, levels: taken.levels }, row)])) return undefined;
  }
  return plusSeconds(world.clock.now(), CROWDED_SECONDS);
};
