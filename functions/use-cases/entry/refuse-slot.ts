/** What may not be on the calendar at a time: after its offer's end, before an embargo, without the rights to a picture. */
import { compareSubject } from '../../../brand-guide/facts/compare-subject.ts';
import { withheldAt } from '../../../brand-guide/facts/embargoes.ts';
import { offerEndOf } from '../../../brand-guide/facts/offer-end.ts';
import { picturesShown, subjectAt } from '../../adapt/lint-place.ts';
import type { Campaign } from '../../core/campaign.ts';
import type { Hold, Slot } from '../../core/entry.ts';
import { Refused } from '../../core/errors.ts';
import type { AccountId } from '../../core/ids.ts';
import type { Content, Place } from '../../core/variant.ts';
import { wallOf } from '../../core/zone.ts';
import type { OpenVariant } from '../variant/open-variant.ts';

export type CampaignHold = Hold & { readonly reason: 'offer-over' | 'embargo' | 'rights-expired' };

/** Where a text would stand, and what it shows. */
export interface Posted {
  readonly campaign: Campaign;
  readonly place: Place;
  readonly content: Content;
  readonly account: AccountId;
}

export const postedTo = (
  account: AccountId,
  { head, revision, campaign }: Pick<OpenVariant, 'head' | 'revision' | 'campaign'>,
): Posted => ({ campaign, place: head.value.place, content: revision, account });

const rightsHold = ({ campaign, place, content, account }: Posted, day: string): CampaignHold | undefined => {
  for (const { file, rights } of picturesShown(campaign, place, content)) {
    const { until, accounts } = rights ?? {};
    if (until !== undefined && day > until)
      return {
        reason: 'rights-expired',
        says: `The rights to the picture “${file}” ended on ${until}, in ${campaign.zone}.`,
      };
    if (accounts && !accounts.includes(account))
      return {
        reason: 'rights-expired',
        says: `The picture “${file}” may go to ${accounts.join(', ')} alone.`,
      };
  }
  return undefined;
};

/** The hold that would be due at `instant`; days count in the campaign's zone, the last one to its end. */
export const campaignHold = (posted: Posted, instant: string): CampaignHold | undefined => {
  const { campaign, place, content } = posted;
  const subject = subjectAt(campaign, place, content, { slots: [instant] });
  const facts = compareSubject(subject);
  const end = offerEndOf(
    facts.map(({ fact }) => fact),
    campaign.window,
  )?.day;
  const day = wallOf(instant, campaign.zone).slice(0, 10);
  if (end !== undefined && day > end)
    return { reason: 'offer-over', says: `The offer ends on ${end}, in ${campaign.zone}.` };
  const [first] = withheldAt(instant, subject.embargoes ?? [], facts);
  return first
    ? { reason: 'embargo', says: `Not public before ${first.until}: ${first.what} is withheld.` }
    : rightsHold(posted, day);
};

/** @throws Refused `offer-over`, `embargo`, `rights-expired`. */
export const refuseSlot = (posted: Posted, slot: Slot): void => {
  const hold = campaignHold(posted, slot.instant);
  if (hold) throw new Refused(hold.reason, hold.says);
};
