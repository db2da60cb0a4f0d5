/** What may not be on the calendar at a time, whatever the account: after its offer's end, before its embargo. */
import { factsAt } from '../../adapt/lint-place.ts';
import type { Campaign } from '../../core/campaign.ts';
import type { Hold, Slot } from '../../core/entry.ts';
import { Refused } from '../../core/errors.ts';
import { isBefore } from '../../core/instant.ts';
import { offerEnd } from '../../core/offer-end.ts';
import type { Place } from '../../core/variant.ts';
import { wallOf } from '../../core/zone.ts';

/** The hold that would be due at `instant`; days count in the campaign's zone, the last one to its end. */
export const campaignHold = (campaign: Campaign, place: Place, instant: string): Hold | undefined => {
  const end = offerEnd(factsAt(campaign, place), campaign.window);
  if (end !== undefined && wallOf(instant, campaign.zone).slice(0, 10) > end)
    return { reason: 'offer-over', says: `The offer ends on ${end}, in ${campaign.zone}.` };
  const step = campaign.steps.find(({ id }) => id === place.step);
  const until = [campaign.embargoUntil, step?.embargoUntil].find((one) => one && isBefore(instant, one));
  return until ? { reason: 'embargo', says: `Nothing of this may be public before ${until}.` } : undefined;
};

/** @throws Refused `offer-over`, `embargo`. */
export const refuseSlot = (campaign: Campaign, place: Place, slot: Slot): void => {
  const hold = campaignHold(campaign, place, slot.instant);
  if (hold?.reason === 'offer-over') throw new Refused('offer-over', hold.says);
  if (hold) throw new Refused('embargo', hold.says);
};
