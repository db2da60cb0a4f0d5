/** What must hold for an entry to be scheduled, whether it is put there, moved, or let go on. */
import { hashAt } from '../../adapt/payload-of.ts';
import type { Account } from '../../core/account.ts';
import type { Entry } from '../../core/entry.ts';
import { Refused } from '../../core/errors.ts';
import { keys } from '../../core/keys.ts';
import type { ContentHash } from '../../core/payload.ts';
import type { Tenant } from '../../core/tenant.ts';
import type { Check, World } from '../../ports.ts';
import { overLimit } from '../account/account-limits.ts';
import { load } from '../rows.ts';
import { loadRevision, openVariant, type OpenVariant } from '../variant/open-variant.ts';
import { refuseUnapproved } from './refuse-unapproved.ts';

/** An entry, there or to be, with the revision that it pins. */
export interface Pinned {
  readonly account: Account;
  readonly opened: OpenVariant;
}

/** What an entry stands on. @throws Refused `not-found`. */
export const openPinned = async (
  world: World,
  tenant: Tenant,
  entry: Pick<Entry, 'account' | 'variant' | 'revision'>,
): Promise<Pinned> => {
  const [account, opened, revision] = await Promise.all([
    load(world, keys.account(tenant, entry.account), 'account'),
    openVariant(world, tenant, entry.variant),
    loadRevision(world, tenant, entry.variant, entry.revision),
  ]);
  return { account: account.value, opened: { ...opened, revision } };
};

const refuseAccount = ({ account, opened: { head, revision } }: Pinned): void => {
  const { place } = head.value;
  if (account.channel !== place.channel)
    throw new Refused(
      'invalid-input',
      `${account.name} is an account on ${account.channel}; the variant is for ${place.channel}.`,
    );
  if (place.account !== undefined && place.account !== account.id)
    throw new Refused('invalid-input', `The variant is for the account ${place.account}.`);
  refuseDisconnected(account);
  const over = overLimit(account, place, revision);
  if (over !== undefined) throw new Refused('blocking-findings', over);
};

/** @throws Refused `disconnected`. */
export const refuseDisconnected = (account: Account): void => {
  if (account.state === 'disconnected')
    throw new Refused('disconnected', `${account.name} is disconnected: connect it first.`);
};

/**
 * What would be published now, and the approval that it was found under, for the transaction to check. `whenApproved` waits
 * for its approval on the calendar.
 * @throws Refused `invalid-input`, `disconnected`, `blocking-findings`, `not-approved`, `approval-does-not-cover`.
 */
export const refuseUnschedulable = (
  pinned: Pinned,
  { whenApproved }: { readonly whenApproved: boolean },
): { readonly hash: ContentHash; readonly checks: readonly Check[] } => {
  refuseAccount(pinned);
  const { head, revision, campaign } = pinned.opened;
  const hash = hashAt(campaign, head.value.place, revision);
  if (!whenApproved) refuseUnapproved(head.value, hash, 'is scheduled');
  return { hash, checks: [{ key: head.key, rev: head.rev }] };
};

/** An entry that was pinned before its facts changed, and were approved again, says what nobody approved for it. */
export const refuseOtherThanPinned = (entry: Entry, hash: ContentHash): void => {
  if (entry.hash === hash) return;
  throw new Refused(
    'approval-does-not-cover',
    'What is approved by now is another text than this entry was made with: schedule the variant again, and cancel this one.',
    { pinned: entry.hash, now: hash },
  );
};
