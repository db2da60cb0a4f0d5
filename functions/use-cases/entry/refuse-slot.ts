/** What may not be on the calendar at a time, whatever the account: after its offer's end, before an embargo. */
import { compareSubject } from '../../../brand-guide/facts/compare-subject.ts';
import { withheldAt } from '../../../brand-guide/facts/embargoes.ts';
import { offerEndOf } from '../../../brand-guide/facts/offer-end.ts';
import { subjectAt } from '../../adapt/lint-place.ts';
import type { Campaign } from '../../core/campaign.ts';
import type { Hold, Slot } from '../../core/entry.ts';
import { Refused } from '../../core/errors.ts';
import type { Content, Place } from '../../core/variant.ts';
import { wallOf } from '../../core/zone.ts';

/** The hold that would be due at `instant`; days count in the campaign's zone, the last one to its end. */
export const campaignHold = (
  campaign: Campaign,
  place: Place,
  content: Content,
  instant: string,
): Hold | undefined => {
  const subject = subjectAt(campaign, place, content, { slots: [instant] });
  const facts = compareSubject(subject);
  const end = offerEndOf(
    facts.map(({ fact }) => fact),
    campaign.window,
  )?.day;
  if (end !== undefined && wallOf(instant, campaign.zone).slice(0, 10) > end)
    return { reason: 'offer-over', says: `The offer ends on ${end}, in ${campaign.zone}.` };
  const [first] = withheldAt(instant, subject.embargoes ?? [], facts);
  return first && { reason: 'embargo', says: `Not public before ${first.until}: ${first.what} is withheld.` };
};

/** @throws Refused `offer-over`, `embargo`. */
export const refuseSlot = (campaign: Campaign, place: Place, content: Content, slot: Slot): void => {
  const hold = campaignHold(campaign, place, content, slot.instant);
  if (hold?.reason === 'offer-over') throw new Refused('offer-over', hold.says);
  if (hold) throw new Refused('embargo', hold.says);
};
