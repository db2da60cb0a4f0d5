/** An account that its provider asked for patience rests with all of its entries, and not only with the one that was told. */
import { postRatesOf } from '../../channels/post-rates.ts';
import { channelOf } from '../../channels/specs.ts';
import type { Account } from '../../core/account.ts';
import type { Outcome } from '../../core/entry.ts';
import { isBefore, plusMinutes } from '../../core/instant.ts';
import { keys } from '../../core/keys.ts';
import { restingUntil, type Rest } from '../../core/rate-bucket.ts';
import type { Tenant } from '../../core/tenant.ts';
import type { World } from '../../ports.ts';
import { put } from '../rows.ts';

const TRIES = 8;
/** So long after a rest the provider may still be near its limit. */
const CAREFUL_MINUTES = 60;

export type AtRest = Rest & { readonly is: 'on' | 'over' };

/** `on`: nothing is asked of the provider until then; `over`: since a while ago it may be. Undefined where it asked for none. */
export const restOf = async (
  world: World,
  tenant: Tenant,
  { id, mode }: Account,
): Promise<AtRest | undefined> => {
  if (mode !== 'live') return undefined;
  const rest = (await world.store.get(keys.accountRate(tenant, id)))?.value.rest;
  const now = world.clock.now();
  if (!rest || isBefore(plusMinutes(rest.until, CAREFUL_MINUTES), now)) return undefined;
  return { ...rest, is: isBefore(now, rest.until) ? 'on' : 'over' };
};

/** Never shortens a rest. Afterwards the buckets let one go, and the others at the channel's own pace. */
export const restAccount = async (
  world: World,
  tenant: Tenant,
  { id, channel, mode }: Account,
  { after: until, reason }: Extract<Outcome, { is: 'retry' | 'goes-on' }>,
): Promise<void> => {
  if (mode !== 'live') return;
  const spec = channelOf(channel)?.spec;
  const key = keys.accountRate(tenant, id);
  for (let tries = 0; tries < TRIES; tries += 1) {
    const row = await world.store.get(key);
    if (row?.value.rest && !isBefore(row.value.rest.until, until)) return;
    const levels = restingUntil(spec ? postRatesOf(spec) : [], row?.value.levels ?? {}, until);
    if (await world.store.tick([put(key, { levels, rest: { until, reason } }, row)])) return;
  }
};
