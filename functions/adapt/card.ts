/** Describes the picture that could stand where a channel needs one: what it says, in the guide's colours and type. */
import { isRightToLeft } from '../../brand-guide/engine/direction.ts';
import type { Card } from '../core/card.ts';
import type { Brief } from './brief.ts';
import { framesBehind } from './compose/offer-frames.ts';
import { lookOf } from './look.ts';

export function cardOf(brief: Brief): Card {
  const { input, story, offer, phrases, cta } = brief;
  const { locale, guide } = input;
  const look = lookOf(guide);
  const price = [offer.price, offer.label].filter(Boolean).join(' ');
  const [line] = framesBehind({ ...brief, beside: { ...brief.beside, parts: PRICED } }, story.headline);
  const call = cta === '' ? (phrases.shortCta ?? '') : cta;
  return {
    headline: story.headline === '' ? (story.sentences[0]?.text ?? '') : story.headline,
    ...(price !== '' && { price }),
    ...(line !== undefined && { offer: line }),
    ...(call !== '' && { call }),
    locale,
    direction: isRightToLeft(locale) ? 'rtl' : 'ltr',
    colors: {
      background: look.background,
      foreground: look.foreground,
      primary: look.primary,
      onPrimary: look.onPrimary,
    },
    type: { headings: look.headings, base: look.base },
    ...(guide.imagery?.logo?.file !== undefined && { logo: guide.imagery.logo.file }),
  };
}

/** The card has the price in its own place, so the offer's line goes without it. */
const PRICED = [{ field: 'price', text: '' }];
