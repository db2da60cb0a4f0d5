/** What an entry is made of before it is on the calendar. */
import type { Account } from '../../core/account.ts';
import type { Campaign } from '../../core/campaign.ts';
import type { Slot } from '../../core/entry.ts';
import type { EntryId, UserId } from '../../core/ids.ts';
import type { ContentHash } from '../../core/payload.ts';
import type { planEntry } from '../../core/transition-entry.ts';
import type { Revision, Variant } from '../../core/variant.ts';
import { zoneDataVersion } from '../../core/zone.ts';

/** A variant with its campaign and the revision to pin. */
export interface Written {
  readonly variant: Variant;
  readonly revision: Revision;
  readonly campaign: Campaign;
}

export interface EntryPlan {
  readonly account: Account;
  readonly hash: ContentHash;
  readonly slot: Slot;
  readonly whenApproved: boolean;
  readonly owner: UserId;
}

const GRACE_MINUTES = 30;
const CARD_GRAPHEMES = 60;

const firstWords = (text: string): string =>
  [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text.slice(0, 1000))]
    .slice(0, CARD_GRAPHEMES)
    .map(({ segment }) => segment)
    .join('');

export const newEntry = (
  id: EntryId,
  { variant, revision, campaign }: Written,
  { account, ...plan }: EntryPlan,
): Parameters<typeof planEntry>[0] => ({
  ...plan,
  zoneData: zoneDataVersion,
  id,
  campaign: campaign.id,
  variant: variant.id,
  account: account.id,
  channel: account.channel,
  locale: variant.place.locale,
  revision: revision.number,
  graceMinutes:
    campaign.steps.find(({ id: step }) => step === variant.place.step)?.graceMinutes ?? GRACE_MINUTES,
  words: firstWords(revision.parts[0]?.text ?? ''),
});
