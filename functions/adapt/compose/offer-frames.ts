/** The offer in the guide's frames, without what a text has said already. */
import type { Brief } from '../brief.ts';
import { fillFrame, saysOffer, standsAlone } from '../frames.ts';
import type { Slots } from '../frames.ts';
import { fold } from '../words.ts';

/**
 * The offer as the guide frames it, the fullest first and without link and opt-out, which have their own place. A text that
 * names the product is not followed by its name again, nor one that says the price, the reduction or the code by these. Where the
 * campaign names nothing, a price to pay is that of the headline.
 */
export function framesBehind(brief: Brief, before: string): readonly string[] {
  const { link: _link, optOut: _optOut, quantities: _quantities, name, price, label, ...rest } = brief.offer;
  const said = brief.says(before);
  const again = (slot: string): boolean => [...brief.says(slot)].some((id) => said.has(id));
  const priced = brief.beside.parts.some(({ field }) => field === 'price') || again(price ?? '');
  const named = name !== undefined && fold(before).includes(fold(name));
  const slots: Slots = {
    ...Object.fromEntries(Object.entries(rest).filter(([, slot]) => !again(slot))),
    ...(!named && name !== undefined && { name }),
    ...(!priced && price !== undefined && { price }),
    ...(!priced && label !== undefined && { label }),
  };
  if (!saysOffer(slots)) return [];
  const { headline } = brief.story;
  const isHeaded = brief.beside.headline || (headline !== '' && before.includes(headline));
  const headed = named || (name === undefined && isHeaded);
  const apt = (frame: string): boolean => brief.pricesName || !/\{name\}.*\{price\}/u.test(frame);
  return filledFrames(
    brief,
    slots,
    (frame) => OFFERS.test(frame) && apt(frame) && ((headed && brief.priceFits) || standsAlone(frame, slots)),
  );
}

/** Bare numbers with their nouns, until the day that has to be said: “12 months free of fees until 29 September”. */
export function countedFrames(brief: Brief): readonly string[] {
  const { quantities, until } = brief.offer;
  if (quantities === undefined) return [];
  const ends = brief.when?.ends === true && until !== undefined;
  return filledFrames(brief, { quantities, ...(ends && { until }) }, (frame) =>
    frame.includes('{quantities}'),
  );
}

/** A frame of the name alone offers nothing. */
const OFFERS = /\{(?:price|offer)\}/u;

/** Each whole, then without what its groups may do without: a code and an end belong to the reduction they are said of. */
export function filledFrames(brief: Brief, slots: Slots, apt: (frame: string) => boolean): readonly string[] {
  const frames = (brief.phrases.offer ?? []).filter(apt);
  const { until: _until, ...endless } = slots;
  const { label: _label, ...barest } = endless;
  const filled = (brief.bare ? [slots, endless, barest] : [slots]).flatMap((some) =>
    frames.map((frame) => fillFrame(frame, frame.includes('{offer}') ? some : withoutOffer(some)) ?? ''),
  );
  return [...new Set(filled)].filter((frame) => frame !== '');
}

function withoutOffer(slots: Slots): Slots {
  if (slots.offer === undefined) return slots;
  const { until: _until, withCode: _withCode, code: _code, ...rest } = slots;
  return rest;
}
