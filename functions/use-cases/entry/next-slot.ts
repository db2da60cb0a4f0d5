/** Finds the next free slot of an account's queue. */
import type { Account } from '../../core/account.ts';
import { dayOf, nextSlot, SLOT_DAYS, type Suits } from '../../core/account-times.ts';
import { plusDays } from '../../core/calendar-window.ts';
import type { Slot } from '../../core/entry.ts';
import { Refused } from '../../core/errors.ts';
import type { AccountId, VariantId } from '../../core/ids.ts';
import { keys } from '../../core/keys.ts';
import type { Tenant } from '../../core/tenant.ts';
import type { World } from '../../ports.ts';
import { load } from '../rows.ts';
import { useCase } from '../use-case.ts';
import { openVariant } from '../variant/open-variant.ts';
import { timesOf } from './account-day.ts';
import { campaignHold, postedTo, type Posted } from './refuse-slot.ts';

export interface NextSlotInput {
  readonly account: AccountId;
  /** Minds its campaign's embargoes and the end of its offer. */
  readonly variant?: VariantId;
}

/** An embargo ends; an offer that is over stays over, as rights that ended do. */
export const suitsCampaign =
  (posted: Posted): Suits =>
  ({ instant }) => {
    const hold = campaignHold(posted, instant);
    if (!hold) return 'yes';
    return hold.reason === 'embargo' ? 'later' : 'never';
  };

/** @throws Refused `no-free-slot` when the account names no slots, or none is free while the offer lasts, at most a year ahead. */
export const freeSlot = async (
  world: World,
  tenant: Tenant,
  account: Account,
  suits?: Suits,
): Promise<Slot> => {
  if (account.slots.length === 0)
    throw new Refused(
      'no-free-slot',
      `${account.name} has no slots: give it times of day such as 09:00, or name a wall time.`,
      { account: account.id },
    );
  const now = world.clock.now();
  const today = dayOf(account, now);
  const gapDays = Math.ceil((account.gap ?? 0) / (24 * 60));
  const taken = await timesOf(
    world,
    tenant,
    account,
    plusDays(today, -gapDays),
    plusDays(today, SLOT_DAYS + gapDays),
  );
  const slot = nextSlot(account, now, taken, suits);
  if (slot) return slot;
  throw new Refused(
    'no-free-slot',
    `${account.name} has no free slot within ${SLOT_DAYS} days and while the offer lasts: name a wall time, or give it more slots.`,
    { account: account.id, slots: account.slots, cap: account.cap, gap: account.gap },
  );
};

/** What `slot: "next"` would take now; another may be quicker. @throws Refused `no-free-slot`, `not-found`. */
export const nextFreeSlot = useCase(
  'next-slot',
  async (world, { tenant }, input: NextSlotInput): Promise<Slot> => {
    const account = (await load(world, keys.account(tenant, input.account), 'account')).value;
    if (input.variant === undefined) return freeSlot(world, tenant, account);
    const opened = await openVariant(world, tenant, input.variant);
    return freeSlot(world, tenant, account, suitsCampaign(postedTo(account.id, opened)));
  },
);
