/** A step's message as parts, so that it is read and checked like any text. */
import type { Part } from '../../brand-guide/engine/types.ts';
import type { Campaign, Message, Step } from '../core/campaign.ts';

/** The message of a step in a locale, or in its language. */
export const messageIn = (step: Step, locale: string): Message | undefined =>
  step.messages[locale] ?? step.messages[locale.split('-')[0] ?? locale];

export const messageParts = (message: Message): readonly Part[] =>
  [
    { field: 'headline', text: message.headline ?? '' },
    { field: 'body', text: message.body ?? '' },
    { field: 'details', text: (message.details ?? []).map((detail) => detail.text).join('\n') },
    { field: 'cta', text: [message.cta?.text, message.cta?.url].filter(Boolean).join(' ') },
  ].filter((part) => part.text !== '');

export const stepOf = (campaign: Pick<Campaign, 'steps'>, id: string): Step | undefined =>
  campaign.steps.find((step) => step.id === id);
